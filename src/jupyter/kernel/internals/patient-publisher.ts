/** tslab does not look at what becomes of a send: outputs and idle states would be lost where zeromq refuses one. */
import { Publisher } from "zeromq";
import { SendQueue } from "../../wire/send-queue.js";

/** Has all that is published wait its turn. */
export function patchPublisher(): void {
  const { send } = Publisher.prototype;
  const queues = new WeakMap<Publisher, SendQueue>();
  const value = function (this: Publisher, message: unknown): Promise<void> {
    const queue =
      queues.get(this) ?? new SendQueue({ send: (frames) => send.call(this, frames as Buffer[]) });
    queues.set(this, queue);
    queue.send(message as Uint8Array[]);
    return queue.flushed();
  };
  Object.defineProperty(Publisher.prototype, "send", { value });
}
