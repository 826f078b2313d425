/** A client of one kernel: starts it, speaks the protocol on shell, control and iopub, and ends it. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { CompileService } from "./compile-service.js";
import { KernelProcess } from "./kernel-process.js";
import type { KernelSpec } from "./kernel-spec.js";
import { named, PendingReplies } from "./pending-replies.js";
import { dealer, subscriber, type SignedSocket } from "../wire/signed-socket.js";
import { newHeader, type Message } from "../wire/wire.js";

/** The kernel process ended while it was needed. */
export class DeadKernelError extends Error {
  override name = "DeadKernelError";
}

export interface StartOptions {
  /** The kernel's working folder. */
  cwd: string;
  env?: Record<string, string>;
  /** Seconds until `kernel_info_reply`. */
  startupTimeout?: number;
  signal?: AbortSignal;
  /** Compiles the cells of a kernel that leaves compiling to others. */
  compiler?: CompileService;
}

type Content = Record<string, unknown>;

const START_ATTEMPTS = 3;

/** How often kernel_info is requested until the kernel answers. */
const ASK_EVERY_MS = 100;

export class KernelClient {
  readonly spec: KernelSpec;
  /** The kernel's `kernel_info`. */
  info: Content = {};
  /** Called with every iopub message. */
  onOutput: (message: Message) => void = () => undefined;
  readonly #process: KernelProcess;
  readonly #session = randomUUID();
  readonly #shell: SignedSocket;
  readonly #control: SignedSocket;
  readonly #replies = new PendingReplies(() => this.request("kernel_info_request", {}));

  private constructor(spec: KernelSpec, process: KernelProcess) {
    this.spec = spec;
    this.#process = process;
    const { ip, key, shell_port, control_port, iopub_port } = process.connection;
    const onReply = (message: Message) => this.#replies.onReply(message);
    this.#shell = dealer(`tcp://${ip}:${shell_port}`, key, onReply);
    this.#control = dealer(`tcp://${ip}:${control_port}`, key, onReply);
    const iopub = subscriber(`tcp://${ip}:${iopub_port}`, key, (message) => {
      try {
        this.onOutput(message);
      } catch (error) {
        // Output that cannot be processed fails only the notebook that wrote it.
        this.#replies.rejectAll(error as Error);
        void this.kill();
      }
      this.#replies.onOutput(message);
    });
    void process.exited.then((how) => {
      this.#replies.rejectAll(new DeadKernelError(`the kernel ${how}`));
      for (const socket of [this.#shell, this.#control, iopub]) socket.close();
    });
  }

  /**
   * Starts a kernel and waits until it has answered on shell and iopub. If it dies immediately (a port was taken
   * between reservation and bind), it is restarted on other ports.
   * @throws DeadKernelError, an error named StartupTimeoutError, or Error when the signal comes first
   */
  static async start(spec: KernelSpec, options: StartOptions): Promise<KernelClient> {
    for (let attempt = 1; ; attempt++) {
      const process = await KernelProcess.start(spec, options);
      const client = new KernelClient(spec, process);
      try {
        await client.#untilReady(options.startupTimeout ?? 60, options.signal);
        process.starting = false;
        return client;
      } catch (error) {
        await client.kill();
        if (!(error instanceof DeadKernelError)) throw error;
        // Whatever noticed the death first, the cause of death is what counts.
        if (attempt === START_ATTEMPTS) throw new DeadKernelError(`the kernel ${await process.exited}`);
      }
    }
  }

  /**
   * Requests kernel_info until both the reply and an idle status on iopub have arrived; from then on no output can be
   * missed.
   */
  async #untilReady(seconds: number, signal?: AbortSignal): Promise<void> {
    for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline;) {
      if (signal?.aborted) throw new Error("interrupted while the kernel started");
      const reply = await Promise.race([this.request("kernel_info_request", {}), pause(ASK_EVERY_MS)]);
      if (reply) return void (this.info = reply.content);
    }
    throw named("StartupTimeoutError", `the kernel "${this.spec.name}" did not answer within ${seconds} s`);
  }

  get alive(): boolean {
    return this.#process.alive;
  }

  /** Seconds during which the kernel was ready to run but had no processor. */
  waited(): number {
    return this.#process.waited();
  }

  /** Runs code; settles when both `execute_reply` and the idle status have arrived. */
  execute(code: string, { silent = false } = {}): { id: string; reply: Promise<Message> } {
    const always = { user_expressions: {}, allow_stdin: false, stop_on_error: false };
    const content = { code, silent, store_history: !silent, ...always };
    return this.#send(this.#shell, "execute_request", content, true);
  }

  /** Sends any request on shell and waits for its reply and idle status. */
  request(msgType: string, content: Content): Promise<Message> {
    return this.#send(this.#shell, msgType, content, true).reply;
  }

  /** Interrupts the running code in the way that the kernel's specification names. */
  interrupt(): void {
    if (this.spec.interruptMode === "message") this.#send(this.#control, "interrupt_request", {}, false);
    else this.#process.signal("SIGINT");
  }

  /** Asks the kernel to shut down, and kills it if it has not done so within `seconds`. */
  async shutdown(seconds = 2): Promise<void> {
    this.#send(this.#control, "shutdown_request", { restart: false }, false);
    const timer = setTimeout(() => void this.kill(), seconds * 1000);
    await this.#process.exited;
    clearTimeout(timer);
  }

  async kill(): Promise<void> {
    this.#process.signal("SIGKILL");
    await this.#process.exited;
  }

  #send(socket: SignedSocket, msgType: string, content: Content, needsIdle: boolean) {
    const header = newHeader(msgType, this.#session);
    const reply = this.alive
      ? this.#replies.expect(header.msg_id, needsIdle)
      : Promise.reject(new DeadKernelError("the kernel has ended"));
    reply.catch(() => undefined);
    // As in JupyterLab: late output is then addressed to its own cell.
    const metadata = { cellId: header.msg_id };
    if (this.alive)
      socket.send({ identities: [], header, parent_header: {}, metadata, content, buffers: [] });
    return { id: header.msg_id, reply };
  }
}
