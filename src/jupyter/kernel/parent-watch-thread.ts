/** Preloaded into stock tslab: a thread that ends the kernel when the process that started it is gone. */
import { isMainThread, Worker } from "node:worker_threads";
import { watchParent } from "./parent-watch.js";

if (isMainThread) new Worker(new URL(import.meta.url), { execArgv: [] }).unref();
else watchParent();
