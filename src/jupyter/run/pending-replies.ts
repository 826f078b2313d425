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

export type PendingReplies = ReturnType<typeof pendingReplies>;

/**
 * @param askAgain sends a further request: iopub keeps the order, so an idle status that is still missing when that
 *   request's arrives was lost
 * @param patience milliseconds after a reply until it is sent
 */
export function pendingReplies(askAgain: () => Promise<unknown>, patience = PATIENCE_MS) {
  const all = new Map<string, Pending>();
  const idOf = ({ parent_header }: Message): string => parent_header.msg_id ?? "";
  /** Ignores messages to requests that nobody awaits (a late answer, another client's). */
  const settle = (message: Message, change: Partial<Pending>): void => {
    const pending = all.get(idOf(message));
    if (!pending) return;
    const { reply, isIdle } = Object.assign(pending, change);
    if (!reply || !isIdle) return;
    all.delete(idOf(message));
    pending.resolve(reply);
  };
  const doubt = async (id: string): Promise<void> => {
    if (!all.has(id)) return;
    await askAgain().catch(() => undefined);
    const doubtful = all.get(id);
    all.delete(id);
    const what = "the kernel answered but did not say that it was done";
    const lost = `${what}: a message was lost, and outputs may have been`;
    doubtful?.reject(named("LostMessageError", lost));
  };
  return {
    /** The reply to a request, after iopub has reported that the kernel is idle again. */
    expect: (id: string): Promise<Message> =>
      new Promise((resolve, reject) => all.set(id, { isIdle: false, resolve, reject })),
    onReply(reply: Message): void {
      settle(reply, { reply });
      if (all.has(idOf(reply))) setTimeout(() => void doubt(idOf(reply)), patience).unref();
    },
    onOutput(message: Message): void {
      const isIdle = message.header.msg_type === "status" && message.content.execution_state === "idle";
      if (isIdle) settle(message, { isIdle });
    },
    rejectAll(error: Error): void {
      for (const { reject } of all.values()) reject(error);
      all.clear();
    },
  };
}

/** An error whose name says what happened; a failed cell shows it. */
export function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
