/** The session's side of the thread that speaks with Jupyter. */
import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { readConnectionFile } from "../connection.js";
import type { SharedFlags } from "./shared-flags.js";
import type { ServerStart, SessionRequest, ToServer, ToSession } from "./thread-messages.js";

/** How long the last messages may take to leave when the process ends. */
const CLOSE_MS = 1000;

export interface Server {
  tell(message: ToServer): void;
  onRequest(answer: (request: SessionRequest) => Promise<void>): void;
}

/** Starts the thread. Where it fails, as on a port that is taken, the process ends with the reason. */
export function startServer(connectionFile: string, flags: SharedFlags): Server {
  const connection = readConnectionFile(connectionFile);
  const workerData: ServerStart = { connection, connectionFile, memory: flags.memory };
  const worker = new Worker(new URL("./server-thread.js", import.meta.url), { workerData });
  const tell = (message: ToServer) => worker.postMessage(message);
  const closeSockets = () => {
    tell({ kind: "close" });
    flags.waitClosed(CLOSE_MS);
  };
  // Also when a cell calls process.exit: its last words are heard, and no socket is torn down while in use.
  process.on("exit", closeSockets);
  worker.on("error", (error) => {
    writeSync(process.stderr.fd, `egov-kz kernel: ${error.message}\n`);
    process.off("exit", closeSockets);
    process.exit(1);
  });
  return {
    tell,
    onRequest: (answer) =>
      worker.on("message", (message: ToSession) => {
        if (message.kind === "exit") process.exit(0);
        void answer(message);
      }),
  };
}
