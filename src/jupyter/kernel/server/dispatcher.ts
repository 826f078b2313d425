/**
 * Decides about each request: it is answered here, handed to the session one at a time and in order, or aborted after a
 * failed cell. Knows no sockets and no threads, so that scripted messages can test it.
 */
import { newMessage, type Header, type Message } from "../../wire/wire.js";
import { streamMerger } from "./stream-merger.js";
import type { SessionRequest, ToServer } from "./between-threads.js";

type Content = Record<string, unknown>;

export type Channel = "shell" | "control" | "stdin";

/** The outside world of a dispatcher. */
export interface Surroundings {
  send(channel: Channel | "iopub", message: Message): void;
  /** Hands a request to the session, which answers with a `reply`. */
  forward(request: SessionRequest): void;
  /** Breaks off what the session does. */
  interrupt(): void;
  /** Ends the kernel, after what was sent has left. */
  exit(): void;
  kernelInfo(): Content;
  /** The ports of the five sockets. */
  ports(): Content;
  /** Hands on what a user has typed. */
  input(text: string): void;
}

/** What only the session can answer. */
const FOR_SESSION = new Set([
  "execute_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "history_request",
  // Our runner's own, which the protocol does not know: what would still come.
  "due_request",
]);

/** Comms are not offered; messages about one are ignored, as in the protocol. */
const UNANSWERED = /^comm_(msg|close)$/;

export class Dispatcher {
  readonly #around: Surroundings;
  readonly #session: string;
  readonly #queue: Message[] = [];
  readonly #streams = streamMerger((parent, content) => this.#publish("stream", parent, content));
  #underWay: Message | undefined;
  #ready = false;

  /** @param session the id that this kernel's messages carry */
  constructor(session: string, around: Surroundings) {
    this.#session = session;
    this.#around = around;
    this.#publish("status", {}, { execution_state: "starting" });
  }

  /** A request has come. Control does not wait for what shell does. */
  onRequest(channel: Channel, message: Message): void {
    if (channel === "stdin") return this.#around.input(String(message.content.value ?? ""));
    if (channel === "control") return this.#answer(channel, message);
    this.#queue.push(message);
    this.#next();
  }

  /** A message of the session. */
  onSession(message: Exclude<ToServer, { kind: "close" }>): void {
    if (message.kind === "stream") return this.#streams.add(message.parent, message.name, message.text);
    this.#streams.flush();
    if (message.kind === "ready") this.#ready = true;
    else if (message.kind === "input") this.#ask(message.parent, message.prompt);
    else if (message.kind === "output")
      this.#publish(message.msgType, message.parent, JSON.parse(message.json) as Content);
    else this.#finish(JSON.parse(message.json) as Content, message.abortQueued);
  }

  /** Sends what was held back to be merged; to be called when no more is waiting. */
  flush(): void {
    this.#streams.flush();
  }

  /** Whether a request is with the session, and which. */
  get underWay(): string | undefined {
    return this.#underWay?.header.msg_id;
  }

  /** A client has subscribed. */
  onSubscription(topic: Uint8Array): void {
    const content = { subscription: Buffer.from(topic).toString() };
    this.#around.send("iopub", this.#message([topic], "iopub_welcome", {}, content));
  }

  /** Asks the client that the request under way has come from. */
  #ask(parent: Partial<Header>, prompt: string): void {
    const { identities = [] } = this.#underWay ?? {};
    const content = { prompt, password: false };
    this.#around.send("stdin", this.#message(identities, "input_request", parent, content));
  }

  #finish(content: Content, abortQueued: boolean): void {
    const request = this.#underWay;
    if (!request) return;
    this.#underWay = undefined;
    this.#reply("shell", request, content);
    this.#status(request, "idle");
    if (abortQueued) this.#abortQueued();
    this.#next();
  }

  /** Answers the cells that wait without running them; other requests keep their place. */
  #abortQueued(): void {
    const waiting = this.#queue.splice(0);
    for (const message of waiting) {
      if (message.header.msg_type !== "execute_request") this.#queue.push(message);
      else this.#busyWhile(message, () => this.#reply("shell", message, { status: "aborted" }));
    }
  }

  /** Goes on with the queue until a request is with the session. */
  #next(): void {
    for (let message; this.#underWay === undefined && (message = this.#queue.shift());) {
      const { header, content, metadata } = message;
      const isEarly = header.msg_type === "is_complete_request" && !this.#ready;
      if (isEarly || !FOR_SESSION.has(header.msg_type)) this.#answer("shell", message);
      else {
        this.#underWay = message;
        this.#status(message, "busy");
        this.#around.forward({ header, content, metadata });
      }
    }
  }

  /** Requests that need no session. */
  #answer(channel: Channel, message: Message): void {
    if (UNANSWERED.test(message.header.msg_type)) return;
    this.#busyWhile(message, () => {
      const { msg_type } = message.header;
      if (msg_type === "comm_open")
        this.#publish("comm_close", message.header, { comm_id: message.content.comm_id, data: {} });
      else {
        const answer = OWN_ANSWERS.get(msg_type)?.(this.#around, message.content);
        this.#reply(channel, message, answer ?? unknownRequest(msg_type));
      }
    });
    if (message.header.msg_type === "shutdown_request") this.#around.exit();
  }

  #busyWhile(message: Message, answer: () => void): void {
    this.#status(message, "busy");
    answer();
    this.#status(message, "idle");
  }

  #status({ header }: Message, execution_state: "busy" | "idle"): void {
    this.#publish("status", header, { execution_state });
  }

  #reply(channel: Channel, request: Message, content: Content): void {
    const msgType = request.header.msg_type.replace(/_request$/, "_reply");
    this.#around.send(channel, this.#message(request.identities, msgType, request.header, content));
  }

  #publish(msgType: string, parent: Partial<Header>, content: Content): void {
    this.#around.send("iopub", this.#message([Buffer.from(msgType)], msgType, parent, content));
  }

  #message(identities: Uint8Array[], msgType: string, parent: Partial<Header>, content: Content): Message {
    return { ...newMessage(msgType, this.#session, content), identities, parent_header: parent };
  }
}

/** The contents of the replies that need no session; an interrupt is carried out as well. */
const OWN_ANSWERS = new Map<string, (around: Surroundings, content: Content) => Content>([
  ["kernel_info_request", (around) => around.kernelInfo()],
  ["connect_request", (around) => ({ status: "ok", ...around.ports() })],
  ["comm_info_request", () => ({ status: "ok", comms: {} })],
  ["interrupt_request", (around) => (around.interrupt(), { status: "ok" })],
  ["shutdown_request", (_, { restart }) => ({ status: "ok", restart: restart === true })],
  // The compiler is not loaded yet.
  ["is_complete_request", () => ({ status: "unknown" })],
]);

function unknownRequest(msgType: string): Content {
  const evalue = `the kernel answers no ${msgType}`;
  return { status: "error", ename: "UnknownRequest", evalue, traceback: [evalue] };
}
