/** A client of one kernel: starts it, speaks the protocol on shell, control and iopub, and ends it. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startProcess, type KernelProcess, type ProcessOptions } from "./kernel-process.js";
import type { KernelSpec } from "./kernel-spec.js";
import { named, pendingReplies } from "./pending-replies.js";
import { dealer, subscriber } from "../wire/signed-socket.js";
import { newMessage, type Message } from "../wire/wire.js";

export interface StartOptions extends ProcessOptions {
  /** Seconds until `kernel_info_reply`. */
  startupTimeout?: number;
  signal?: AbortSignal;
}

type Content = Record<string, unknown>;
export type KernelClient = ReturnType<typeof clientOf>;

const START_ATTEMPTS = 3;

/** How often kernel_info is requested until the kernel answers. */
const ASK_EVERY_MS = 100;

/** How long the kernel may take to shut down by itself. */
const SHUTDOWN_MS = 2000;

/** The name of the error when the kernel process ended while it was needed. */
export const DEAD = "DeadKernelError";

/**
 * Starts a kernel and waits until it has answered on shell and iopub. If it dies immediately (a port was taken between
 * reservation and bind), it is restarted on other ports.
 * @throws an error named DeadKernelError or StartupTimeoutError, or Error when the signal comes first
 */
export async function startClient(spec: KernelSpec, options: StartOptions): Promise<KernelClient> {
  for (let attempt = 1; ; attempt++) {
    const process = await startProcess(spec, options);
    const client = clientOf(spec, process);
    try {
      client.info = await answered(client, options);
      process.starting = false;
      return client;
    } catch (error) {
      await client.kill();
      if ((error as Error).name !== DEAD) throw error;
      // Whatever noticed the death first, the cause of death is what counts.
      if (attempt === START_ATTEMPTS) throw named(DEAD, `the kernel ${await process.exited}`);
    }
  }
}

/**
 * Requests kernel_info until both the reply and an idle status on iopub have arrived; from then on no output can be
 * missed.
 */
async function answered(
  client: KernelClient,
  { startupTimeout = 60, signal }: StartOptions,
): Promise<Content> {
  for (const deadline = Date.now() + startupTimeout * 1000; Date.now() < deadline;) {
    if (signal?.aborted) throw new Error("interrupted while the kernel started");
    const reply = await Promise.race([client.request("kernel_info_request"), pause(ASK_EVERY_MS)]);
    if (reply) return reply.content;
  }
  const late = `the kernel "${client.spec.name}" did not answer within ${startupTimeout} s`;
  throw named("StartupTimeoutError", late);
}

function clientOf(spec: KernelSpec, process: KernelProcess) {
  const session = randomUUID();
  const replies = pendingReplies(() => client.request("kernel_info_request"));
  const { ip, key, shell_port, control_port, iopub_port } = process.connection;
  const shell = dealer(`tcp://${ip}:${shell_port}`, key, replies.onReply);
  const control = dealer(`tcp://${ip}:${control_port}`, key, () => undefined);
  const iopub = subscriber(`tcp://${ip}:${iopub_port}`, key, (message) => {
    try {
      client.onOutput(message);
    } catch (error) {
      // Output that cannot be processed fails only the notebook that wrote it.
      replies.rejectAll(error as Error);
      void client.kill();
    }
    replies.onOutput(message);
  });
  void process.exited.then((how) => {
    replies.rejectAll(named(DEAD, `the kernel ${how}`));
    for (const socket of [shell, control, iopub]) socket.close();
  });
  const ask = (msgType: string, content: Content): { id: string; reply: Promise<Message> } => {
    const message = newMessage(msgType, session, content);
    const id = message.header.msg_id;
    // As in JupyterLab: late output is then addressed to its own cell.
    message.metadata.cellId = id;
    const reply = process.alive ? replies.expect(id) : Promise.reject(named(DEAD, "the kernel has ended"));
    reply.catch(() => undefined);
    if (process.alive) shell.send(message);
    return { id, reply };
  };
  /** What is asked on control is done, or not; its reply says nothing new. */
  const order = (msgType: string, content: Content): void => {
    if (process.alive) control.send(newMessage(msgType, session, content));
  };
  const client = {
    spec,
    /** The kernel's `kernel_info`. */
    info: {} as Content,
    /** Called with every iopub message. */
    onOutput: (_: Message): void => undefined,
    get alive(): boolean {
      return process.alive;
    },
    /** Seconds during which the kernel was ready to run but had no processor. */
    waited: process.waited,
    /** Runs code; settles when both `execute_reply` and the idle status have arrived. */
    execute(code: string, silent = false): { id: string; reply: Promise<Message> } {
      const always = { user_expressions: {}, allow_stdin: false, stop_on_error: false };
      const content = { code, silent, store_history: !silent, ...always };
      return ask("execute_request", content);
    },
    /** Sends any request on shell and waits for its reply and idle status. */
    request: (msgType: string): Promise<Message> => ask(msgType, {}).reply,
    /** Interrupts the running code in the way that the kernel's specification names. */
    interrupt(): void {
      if (spec.interruptMode === "message") order("interrupt_request", {});
      else process.signal("SIGINT");
    },
    /** Asks the kernel to shut down, and kills it if it has not done so in time. */
    async shutdown(): Promise<void> {
      order("shutdown_request", { restart: false });
      const timer = setTimeout(() => void client.kill(), SHUTDOWN_MS);
      await process.exited;
      clearTimeout(timer);
    },
    async kill(): Promise<void> {
      process.signal("SIGKILL");
      await process.exited;
    },
  };
  return client;
}
