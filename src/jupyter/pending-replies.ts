/** The replies that a kernel owes. Pure: messages in, promises settled. */
import type { Message } from "./wire.js";

interface Pending {
  reply?: Message;
  idle: boolean;
  resolve(reply: Message): void;
  reject(error: Error): void;
}

export class PendingReplies {
  readonly #pending = new Map<string, Pending>();

  /** The reply to a request; where `needsIdle`, not before iopub has said that the kernel is idle again. */
  expect(id: string, needsIdle: boolean): Promise<Message> {
    return new Promise((resolve, reject) => this.#pending.set(id, { idle: !needsIdle, resolve, reject }));
  }

  onReply(message: Message): void {
    this.#update(message, (pending) => (pending.reply = message));
  }

  onOutput(message: Message): void {
    if (message.header.msg_type !== "status" || message.content.execution_state !== "idle") return;
    this.#update(message, (pending) => (pending.idle = true));
  }

  rejectAll(error: Error): void {
    for (const pending of this.#pending.values()) pending.reject(error);
    this.#pending.clear();
  }

  /** A message to a request that nobody waits for (a late answer, another client's) changes nothing. */
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
