/** The session's side of the thread that speaks with Jupyter. */
import { EventEmitter } from "node:events";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { readConnectionFile } from "../../wire/connection.js";
import type { Cell } from "../session/cells.js";
import { weight, type ServerStart, type SessionRequest } from "./between-threads.js";
import type { SharedFlags, ToServer, ToSession } from "./between-threads.js";

/** How long the last messages may take to leave when the process ends. */
const CLOSE_MS = 1000;
/** How often typed input is looked for. */
const LOOK_MS = 20;

export type Server = ReturnType<typeof startServer>;
/** Sends a question to the front end; the answer is awaited in the way that suits the caller. */
export type Asker = Pick<Server, "ask" | "answer" | "answerLater">;

/** Starts the thread. If that fails, as on a port that is taken, the process ends with the reason. */
export function startServer(connectionFile: string, flags: SharedFlags) {
  const connection = readConnectionFile(connectionFile);
  const { port1: typed, port2: inputs } = new MessageChannel();
  const workerData: ServerStart = { connection, connectionFile, memory: flags.memory, inputs };
  const worker = new Worker(new URL("./server-thread.js", import.meta.url), {
    workerData,
    transferList: [inputs],
    // What has left is to be let go early: a flood of output would otherwise take 100 MB more.
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  // A cell may have changed how events are emitted.
  Object.assign(worker, { emit: EventEmitter.prototype.emit });
  const tell = (message: ToServer): void => {
    worker.postMessage(message);
    flags.note(weight(message));
  };
  const closeSockets = () => {
    worker.postMessage({ kind: "close" } satisfies ToServer);
    flags.waitClosed(CLOSE_MS);
  };
  // Also when a cell calls process.exit: its last words are heard, and no socket is torn down while in use.
  process.on("exit", closeSockets);
  worker.on("error", (error: Error) => {
    writeSync(process.stderr.fd, `egov-kz kernel: ${error.message}\n`);
    process.off("exit", closeSockets);
    process.exit(1);
  });
  const take = () => receiveMessageOnPort(typed)?.message as string | undefined;
  return {
    tell,
    /** Blocks this thread while clients are behind. For cells' output: an interrupt ends whatever waits here. */
    hold: flags.hold,
    onRequest(answer: (request: SessionRequest) => Promise<void>): void {
      worker.on("message", (message: ToSession) => {
        if (message.kind === "exit") process.exit(0);
        void answer(message);
      });
    },
    ask(cell: Cell, prompt: string): void {
      while (take() !== undefined); // what was typed to a question that nobody waits for any more
      tell({ kind: "input", parent: cell.header, prompt });
    },
    /** Blocks this thread. */
    answer(): string {
      for (;;) {
        const text = take();
        if (text !== undefined) return text;
        flags.waitClosed(LOOK_MS);
      }
    },
    async answerLater(): Promise<string> {
      for (;;) {
        const text = take();
        if (text !== undefined) return text;
        await sleep(LOOK_MS);
      }
    },
  };
}
