/**
 * Preloaded into stock tslab, whose own code stays as it is: a thread that ends it when the process that started it is
 * gone, and a publisher that loses nothing.
 */
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { patchPublisher } from "./patient-publisher.js";
import { watchParent } from "../server/parent-watch.js";

if (isMainThread) {
  new Worker(new URL(import.meta.url), { execArgv: [], workerData: process.argv.at(-1) }).unref();
  patchPublisher();
} else {
  watchParent(workerData as string);
}
