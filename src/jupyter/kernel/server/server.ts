/** The session's side of the thread that speaks with Jupyter. */
import { EventEmitter } from "node:events";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { readConnectionFile } from "../../wire/connection.js";
import type { SharedFlags } from "./between-threads.js";
import {
  weight,
  type Asker,
  type ServerStart,
  type SessionRequest,
  type ToServer,
  type ToSession,
} from "./between-threads.js";

/** How long the last messages may take to leave when the process ends. */
const CLOSE_MS = 1000;
/** How often is looked for what was typed, where the thread goes on meanwhile. */
const LOOK_MS = 20;

export interface Server extends Asker {
  tell(message: ToServer): void;
  /** Blocks this thread while clients are behind. For what cells write: an interrupt ends all that waits here. */
  hold(): void;
  onRequest(answer: (request: SessionRequest) => Promise<void>): void;
}

/** Starts the thread. Where it fails, as on a port that is taken, the process ends with the reason. */
export function startServer(connectionFile: string, flags: SharedFlags): Server {
  const connection = readConnectionFile(connectionFile);
  const { port1: typed, port2: inputs } = new MessageChannel();
  const workerData: ServerStart = { connection, connectionFile, memory: flags.memory, inputs };
  const worker = new Worker(new URL("./server-thread.js", import.meta.url), {
    workerData,
    transferList: [inputs],
    // What has left is to be let go early: a flood of output would otherwise take 100 MB more.
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  // A cell may have changed how events are told of.
  Object.assign(worker, { emit: EventEmitter.prototype.emit });
  const tell = (message: ToServer) => {
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
  return {
    tell,
    hold: () => flags.hold(),
    ...asker(tell, flags, typed),
    onRequest: (answer) =>
      worker.on("message", (message: ToSession) => {
        if (message.kind === "exit") process.exit(0);
        void answer(message);
      }),
  };
}

/** Questions to the user by way of the server. */
function asker(tell: Server["tell"], flags: SharedFlags, typed: MessagePort): Asker {
  const take = () => receiveMessageOnPort(typed)?.message as string | undefined;
  return {
    ask(cell, prompt) {
      while (take() !== undefined); // what was typed to a question that nobody waits for any more
      tell({ kind: "input", parent: cell.header, prompt });
    },
    answer() {
      for (;;) {
        const before = flags.inputs;
        const text = take();
        if (text !== undefined) return text;
        flags.waitInput(before);
      }
    },
    async answerLater() {
      for (;;) {
        const text = take();
        if (text !== undefined) return text;
        await sleep(LOOK_MS);
      }
    },
  };
}
