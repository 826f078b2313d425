/** The replies expected from a kernel: messages in, promises settled. */
import type { Message } from "../wire/wire.js";

/** How long after a reply the idle status may be missing; Jupyter's own client waits as long. */
const PATIENCE_MS = 4000;

interface Pending {
  reply?: Message;
  isIdle: boolean;
  resolve(reply: Message): void;
  reject(error: Error): void;
}

export class PendingReplies {
  readonly #pending = new Map<string, Pending>();
  readonly #askAgain: () => Promise<unknown>;
  readonly #patience: number;

  /**
   * @param askAgain sends a further request: iopub keeps the order, so an idle status that is still missing when that
   *   request's arrives was lost
   * @param patience milliseconds after a reply until it is sent
   */
  constructor(askAgain: () => Promise<unknown>, patience = PATIENCE_MS) {
    this.#askAgain = askAgain;
    this.#patience = patience;
  }

  /** The reply to a request; with `needsIdle`, only after iopub has reported that the kernel is idle again. */
  expect(id: string, needsIdle: boolean): Promise<Message> {
    return new Promise((resolve, reject) => this.#pending.set(id, { isIdle: !needsIdle, resolve, reject }));
  }

  onReply(message: Message): void {
    const pending = this.#update(message, (one) => (one.reply = message));
    if (pending) setTimeout(() => void this.#doubt(pending), this.#patience).unref();
  }

  onOutput(message: Message): void {
    if (message.header.msg_type === "status" && message.content.execution_state === "idle")
      this.#update(message, (one) => (one.isIdle = true));
  }

  rejectAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  async #doubt(doubtful: Pending): Promise<void> {
    const id = doubtful.reply!.parent_header.msg_id!;
    if (this.#pending.get(id) !== doubtful) return;
    await this.#askAgain().catch(() => undefined);
    if (this.#pending.get(id) !== doubtful) return;
    this.#pending.delete(id);
    const what = "the kernel answered but did not say that it was done";
    const lost = `${what}: a message was lost, and outputs may have been`;
    doubtful.reject(named("LostMessageError", lost));
  }

  /**
   * Ignores messages to requests that nobody awaits (a late answer, another client's).
   * @returns what is still pending
   */
  #update({ parent_header }: Message, change: (pending: Pending) => void): Pending | undefined {
    const id = parent_header.msg_id ?? "";
    const pending = this.#pending.get(id);
    if (!pending) return undefined;
    change(pending);
    if (!pending.reply || !pending.isIdle) return pending;
    this.#pending.delete(id);
    pending.resolve(pending.reply);
    return undefined;
  }
}

/** An error whose name says what happened; a failed cell shows it. */
export function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
