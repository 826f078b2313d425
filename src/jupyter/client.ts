/** A client of one kernel process: starts it, speaks the protocol on shell, control and iopub, and ends it. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { Dealer, Subscriber } from "zeromq";
import {
  newConnection,
  removeConnectionFile,
  writeConnectionFile,
  type ConnectionInfo,
} from "./connection.js";
import type { KernelSpec } from "./kernel-spec.js";
import { decode, encode, newHeader, SignatureHistory, WireError, type Message } from "./wire.js";

/** The kernel process ended while it was needed. */
export class DeadKernelError extends Error {
  override name = "DeadKernelError";
}

/** The kernel did not answer in time. */
export class StartupTimeoutError extends Error {
  override name = "StartupTimeoutError";
}

export interface StartOptions {
  /** The kernel's working folder. */
  cwd: string;
  env?: Record<string, string>;
  /** Seconds until `kernel_info_reply`. */
  startupTimeout?: number;
}

/** A reply that the kernel owes, and what else must happen before it counts. */
interface Pending {
  reply?: Message;
  idle: boolean;
  needsIdle: boolean;
  resolve(reply: Message): void;
  reject(error: Error): void;
}

const START_ATTEMPTS = 3;

export class KernelClient {
  readonly spec: KernelSpec;
  /** What the kernel said of itself. */
  info: Record<string, unknown> = {};
  /** Called with every iopub message. */
  onOutput: (message: Message) => void = () => undefined;
  /** Resolves when the process has ended, with what it said and how. */
  readonly exited: Promise<string>;
  readonly #process: ChildProcess;
  readonly #connection: ConnectionInfo;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0 });
  readonly #control = new Dealer({ linger: 0 });
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #pending = new Map<string, Pending>();
  readonly #sending = new WeakMap<Dealer, Promise<void>>();
  #ended = false;
  #lastWords = "";

  private constructor(spec: KernelSpec, process: ChildProcess, connection: ConnectionInfo, file: string) {
    this.spec = spec;
    this.#process = process;
    this.#connection = connection;
    const keep = (chunk: Buffer) => (this.#lastWords = (this.#lastWords + chunk.toString()).slice(-2000));
    process.stdout?.on("data", keep);
    process.stderr?.on("data", keep);
    this.exited = new Promise((resolve) => {
      const end = (how: string) => {
        if (this.#ended) return;
        this.#ended = true;
        removeConnectionFile(file);
        const said = this.#lastWords.trim();
        const reason = said === "" ? how : `${how}: ${said}`;
        for (const pending of this.#pending.values())
          pending.reject(new DeadKernelError(`the kernel ${reason}`));
        this.#pending.clear();
        for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
        resolve(reason);
      };
      process.once("error", (error) => end(`could not be started: ${error.message}`));
      process.once("exit", (code, signal) =>
        end(signal ? `was ended by ${signal}` : `exited with code ${code}`),
      );
    });
    const address = (port: number) => `tcp://${connection.ip}:${port}`;
    this.#shell.connect(address(connection.shell_port));
    this.#control.connect(address(connection.control_port));
    this.#iopub.connect(address(connection.iopub_port));
    this.#iopub.subscribe();
    void this.#receive(this.#shell, (message) => this.#onReply(message));
    void this.#receive(this.#control, (message) => this.#onReply(message));
    void this.#receive(this.#iopub, (message) => this.#onIopub(message));
  }

  /**
   * Starts a kernel and waits until it has answered on shell and iopub. Where it dies at once (a port taken between
   * reservation and bind), it is started again on other ports.
   * @throws DeadKernelError, StartupTimeoutError
   */
  static async start(spec: KernelSpec, options: StartOptions): Promise<KernelClient> {
    for (let attempt = 1; ; attempt++) {
      const client = await KernelClient.#spawn(spec, options);
      try {
        await client.#untilReady(options.startupTimeout ?? 60);
        return client;
      } catch (error) {
        await client.kill();
        if (error instanceof StartupTimeoutError || attempt === START_ATTEMPTS) throw error;
      }
    }
  }

  static async #spawn(spec: KernelSpec, { cwd, env }: StartOptions): Promise<KernelClient> {
    const connection = await newConnection(spec.name);
    const file = writeConnectionFile(connection);
    const [command, ...args] = spec.argv.map((part) => part.replaceAll("{connection_file}", file));
    if (!existsSync(cwd)) throw new Error(`run requires the notebook's folder, got ${cwd}`);
    const child = spawn(command!, args, {
      cwd,
      env: { ...process.env, ...spec.env, ...env, JPY_PARENT_PID: String(process.pid) },
      // A group of its own: Ctrl-C reaches the runner alone, which then decides what becomes of the kernel.
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    return new KernelClient(spec, child, connection, file);
  }

  /** Asks for kernel_info until both the reply and an idle status on iopub have come: then no output can be missed. */
  async #untilReady(seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      const timeout = new Promise<undefined>(
        (resolve) => void setTimeout(() => resolve(undefined), 300).unref(),
      );
      const reply = await Promise.race([this.request("kernel_info_request", {}), timeout, this.#deadly()]);
      if (reply) {
        this.info = reply.content;
        return;
      }
    }
    throw new StartupTimeoutError(`the kernel "${this.spec.name}" did not answer within ${seconds} s`);
  }

  async #deadly(): Promise<never> {
    throw new DeadKernelError(`the kernel ${await this.exited}`);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get alive(): boolean {
    return !this.#ended;
  }

  /** Runs code; settles when both `execute_reply` and the idle status have come. */
  execute(
    code: string,
    { silent = false }: { silent?: boolean } = {},
  ): { id: string; reply: Promise<Message> } {
    const content = {
      code,
      silent,
      store_history: !silent,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: false,
    };
    return this.#send(this.#shell, "execute_request", content, true);
  }

  /** Sends any request on shell and waits for its reply and idle. */
  request(msgType: string, content: Record<string, unknown>): Promise<Message> {
    return this.#send(this.#shell, msgType, content, true).reply;
  }

  /** Interrupts what runs, in the way the kernel's specification names. */
  interrupt(): void {
    if (this.#ended) return;
    if (this.spec.interruptMode === "message") {
      this.#send(this.#control, "interrupt_request", {}, false).reply.catch(() => undefined);
    } else {
      this.#process.kill("SIGINT");
    }
  }

  /** Asks the kernel to leave, and kills it when it has not done so in `seconds`. */
  async shutdown(seconds = 2): Promise<void> {
    if (this.#ended) return;
    this.#send(this.#control, "shutdown_request", { restart: false }, false).reply.catch(() => undefined);
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), seconds * 1000);
    await this.exited;
    clearTimeout(timer);
  }

  async kill(): Promise<void> {
    if (!this.#ended) this.#process.kill("SIGKILL");
    await this.exited;
  }

  #send(socket: Dealer, msgType: string, content: Record<string, unknown>, needsIdle: boolean) {
    const header = newHeader(msgType, this.#session);
    const reply = new Promise<Message>((resolve, reject) => {
      if (this.#ended) reject(new DeadKernelError("the kernel has ended"));
      else this.#pending.set(header.msg_id, { idle: false, needsIdle, resolve, reject });
    });
    reply.catch(() => undefined);
    if (!this.#ended) {
      const message = { identities: [], header, parent_header: {}, metadata: {}, content, buffers: [] };
      const frames = encode(message, this.#connection.key) as Buffer[];
      // One send at a time on a socket: zeromq refuses a second one while the first is under way.
      const before = this.#sending.get(socket) ?? Promise.resolve();
      this.#sending.set(
        socket,
        before.then(() => socket.send(frames)).catch(() => undefined),
      );
    }
    return { id: header.msg_id, reply };
  }

  async #receive(socket: Dealer | Subscriber, handle: (message: Message) => void): Promise<void> {
    const seen = new SignatureHistory();
    try {
      for await (const frames of socket) {
        try {
          handle(decode(frames, this.#connection.key, seen));
        } catch (error) {
          if (!(error instanceof WireError)) throw error;
        }
      }
    } catch (error) {
      if (!this.#ended) throw error;
    }
  }

  #onReply(message: Message): void {
    const pending = this.#pending.get(message.parent_header.msg_id ?? "");
    if (!pending) return;
    pending.reply = message;
    this.#settle(message.parent_header.msg_id!, pending);
  }

  #onIopub(message: Message): void {
    this.onOutput(message);
    if (message.header.msg_type !== "status" || message.content.execution_state !== "idle") return;
    const id = message.parent_header.msg_id ?? "";
    const pending = this.#pending.get(id);
    if (!pending) return;
    pending.idle = true;
    this.#settle(id, pending);
  }

  #settle(id: string, pending: Pending): void {
    if (!pending.reply || (pending.needsIdle && !pending.idle)) return;
    this.#pending.delete(id);
    pending.resolve(pending.reply);
  }
}
