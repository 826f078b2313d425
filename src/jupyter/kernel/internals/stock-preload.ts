/**
 * Preloaded into stock tslab, whose own code stays as it is: a thread that ends it when the process that started it is
 * gone, and a publisher that loses nothing. tslab does not look at what becomes of a send: outputs and idle states
 * would be lost where zeromq refuses one.
 */
import { createRequire } from "node:module";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import type { Publisher } from "zeromq";
import { sendQueue, type SendQueue } from "../../wire/send-queue.js";
import { watchParent } from "../server/parent-watch.js";

if (isMainThread) {
  new Worker(new URL(import.meta.url), { execArgv: [], workerData: process.argv.at(-1) }).unref();
  const zeromq = createRequire(process.argv[1]!)("zeromq") as { Publisher: { prototype: Publisher } };
  waitInTurn(zeromq.Publisher.prototype);
} else {
  watchParent(workerData as string);
}

/** Has all that is published wait its turn. */
function waitInTurn(prototype: Publisher): void {
  const { send } = prototype;
  const queues = new WeakMap<Publisher, SendQueue>();
  const value = function (this: Publisher, message: unknown): Promise<void> {
    const queue = queues.get(this) ?? sendQueue({ send: (frames) => send.call(this, frames as Buffer[]) });
    queues.set(this, queue);
    queue.send(message as Uint8Array[]);
    return queue.flushed();
  };
  Object.defineProperty(prototype, "send", { value });
}
