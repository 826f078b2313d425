/** The replies expected from a kernel: messages in, promises settled. */
import type { Message } from "../wire/wire.js";

/** The kernel answered but never became idle: a message was lost, and others may have been. */
export class LostMessageError extends Error {
  override name = "LostMessageError";
}

/** How long after a reply the idle status may be missing; Jupyter's own client waits as long. */
const PATIENCE_MS = 4000;

interface Pending {
  reply?: Message;
  idle: boolean;
  resolve(reply: Message): void;
  reject(error: Error): void;
}

export class PendingReplies {
  readonly #pending = new Map<string, Pending>();
  readonly #askAgain: () => Promise<unknown>;
  readonly #patience: number;

  /**
   * @param askAgain a further request: iopub keeps the order, so that an idle state which is not there when that
   *   request's is, was lost
   * @param patience milliseconds behind a reply until it is asked
   */
  constructor(askAgain: () => Promise<unknown>, patience = PATIENCE_MS) {
    this.#askAgain = askAgain;
    this.#patience = patience;
  }

  /** The reply to a request; with `needsIdle`, only after iopub has reported that the kernel is idle again. */
  expect(id: string, needsIdle: boolean): Promise<Message> {
    return new Promise((resolve, reject) => this.#pending.set(id, { idle: !needsIdle, resolve, reject }));
  }

  onReply(message: Message): void {
    this.#update(message, (pending) => (pending.reply = message));
    const id = message.parent_header.msg_id ?? "";
    const pending = this.#pending.get(id);
    if (pending) setTimeout(() => void this.#doubt(id, pending), this.#patience).unref();
  }

  onOutput(message: Message): void {
    if (message.header.msg_type !== "status" || message.content.execution_state !== "idle") return;
    this.#update(message, (pending) => (pending.idle = true));
  }

  rejectAll(error: Error): void {
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
  }

  async #doubt(id: string, doubtful: Pending): Promise<void> {
    if (this.#pending.get(id) !== doubtful) return;
    await this.#askAgain().catch(() => undefined);
    if (this.#pending.get(id) !== doubtful) return;
    this.#pending.delete(id);
    const what = "the kernel answered but did not say that it was done";
    doubtful.reject(new LostMessageError(`${what}: a message was lost, and outputs may have been`));
  }

  /** Ignores messages to requests that nobody awaits (a late answer, another client's). */
  #update({ parent_header }: Message, change: (pending: Pending) => void): void {
    const id = parent_header.msg_id ?? "";
    const pending = this.#pending.get(id);
    if (!pending) return;
    change(pending);
    if (!pending.reply || !pending.idle) return;
    this.#pending.delete(id);
    pending.resolve(pending.reply);
  }
}
