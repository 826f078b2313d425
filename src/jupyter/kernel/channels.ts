/** The kernel's sockets. A socket must not be written twice at once, so each has a queue. */
import { Publisher, Router } from "zeromq";
import type { ConnectionInfo } from "../connection.js";
import {
  decode,
  encode,
  newHeader,
  SignatureHistory,
  WireError,
  type Header,
  type Message,
} from "../wire.js";

export type Content = Record<string, unknown>;

type Outgoing = Router | Publisher;

export class Channels {
  readonly #connection: ConnectionInfo;
  readonly #session: string;
  readonly #shell = new Router({ linger: 1000 });
  // Without a limit: a publisher drops what a slow reader has not taken yet.
  readonly #iopub = new Publisher({ linger: 1000, sendHighWaterMark: 0 });
  readonly #stdin = new Router({ linger: 0 });
  readonly #queues = new Map<Outgoing, Promise<void>>();

  private constructor(connection: ConnectionInfo, session: string) {
    this.#connection = connection;
    this.#session = session;
  }

  /** Binds shell, iopub and stdin; heartbeat and control are the control thread's. */
  static async bind(connection: ConnectionInfo, session: string): Promise<Channels> {
    const channels = new Channels(connection, session);
    const { ip, shell_port, iopub_port, stdin_port } = connection;
    await channels.#shell.bind(`tcp://${ip}:${shell_port}`);
    await channels.#iopub.bind(`tcp://${ip}:${iopub_port}`);
    await channels.#stdin.bind(`tcp://${ip}:${stdin_port}`);
    return channels;
  }

  /** Messages on shell that are signed and new; others are dropped. */
  async *requests(): AsyncGenerator<Message> {
    const seen = new SignatureHistory();
    for await (const frames of this.#shell) {
      const message = accept(frames, this.#connection.key, seen);
      if (message !== null) yield message;
    }
  }

  /** Everyone who listens gets it. `parent` is what it answers to. */
  publish(type: string, content: Content, parent: Header | null, metadata: Content = {}): void {
    const topic = Buffer.from(`kernel.${this.#session}.${type}`);
    this.#send(this.#iopub, { ...this.#message(type, content, parent), identities: [topic], metadata });
  }

  /** The answer to a request, to whoever asked. */
  reply(type: string, content: Content, request: Message): void {
    const message = this.#message(type, content, request.header);
    this.#send(this.#shell, { ...message, identities: request.identities });
  }

  /** Settles when everything sent so far has left. */
  async flush(): Promise<void> {
    await Promise.all(this.#queues.values());
  }

  close(): void {
    for (const socket of [this.#shell, this.#iopub, this.#stdin]) socket.close();
  }

  #message(type: string, content: Content, parent: Header | null): Message {
    return {
      identities: [],
      header: newHeader(type, this.#session),
      parent_header: parent ?? {},
      metadata: {},
      content,
      buffers: [],
    };
  }

  #send(socket: Outgoing, message: Message): void {
    const frames = encode(message, this.#connection.key) as Buffer[];
    const before = this.#queues.get(socket) ?? Promise.resolve();
    this.#queues.set(
      socket,
      // A peer that has gone cannot be answered; nobody waits for it.
      before.then(() => socket.send(frames)).catch(() => undefined),
    );
  }
}

/** A received message, or null for one that is not to be accepted. */
export function accept(frames: readonly Buffer[], key: string, seen: SignatureHistory): Message | null {
  try {
    return decode(frames, key, seen);
  } catch (error) {
    if (error instanceof WireError) return null;
    throw error;
  }
}
