/**
 * The thread that speaks with Jupyter. It owns all sockets, so that heartbeat, interrupt and shutdown are answered
 * and outputs leave while a cell never returns, and kernel_info before the type checker is loaded.
 */
import { randomUUID } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { SignatureHistory } from "../signature-history.js";
import { decode, encode, WireError, type Message } from "../wire.js";
import { Dispatcher, type Channel } from "./dispatcher.js";
import { interrupt, type Interruptible } from "./interrupt.js";
import { kernelInfo } from "./kernel-info.js";
import { watchParent } from "./parent-watch.js";
import { SerialSender } from "./serial-sender.js";
import { SharedFlags } from "./shared-flags.js";
import { bindSockets, type Sockets } from "./sockets.js";
import type { ServerStart, ToServer, ToSession } from "./thread-messages.js";

/** How long the main thread may take to leave by itself. */
const EXIT_MS = 300;

const { connection, connectionFile, memory } = workerData as ServerStart;
const flags = new SharedFlags(memory);
const session = parentPort!;

const sockets = await bindSockets(connection);
const senders = {
  shell: new SerialSender(sockets.shell),
  control: new SerialSender(sockets.control),
  iopub: new SerialSender(sockets.iopub),
};
const dispatcher = new Dispatcher(randomUUID(), {
  send: (channel, message) => senders[channel].send(encode(message, connection.key)),
  forward: (request) => tell({ kind: "request", ...request }),
  interrupt: () => void interrupt(main),
  exit: leave,
  kernelInfo,
});

const main: Interruptible = {
  underWay: () => dispatcher.underWay,
  heard: () => flags.heard,
  isAt: (stage) => flags.isAt(stage),
};

watchParent(connectionFile);
session.on("message", (message: ToServer) => void listen(message));
void beat(sockets.heartbeat);
const seen = new SignatureHistory();
void receive("shell");
void receive("control");

function tell(message: ToSession): void {
  session.postMessage(message);
}

/** Before the cells behind a failed one are aborted, those that have arrived are taken off the socket. */
async function listen(message: ToServer): Promise<void> {
  if (message.kind === "close") return close();
  if (message.kind === "reply" && message.abortQueued) await new Promise(setImmediate);
  dispatcher.onSession(message);
  if (message.kind === "stream") setImmediate(() => dispatcher.flush());
}

/** What is not signed with the session's key, or comes twice, is passed by. */
async function receive(channel: Channel): Promise<void> {
  for await (const frames of sockets[channel]) {
    let message: Message;
    try {
      message = decode(frames, connection.key, seen);
    } catch (error) {
      if (error instanceof WireError) continue;
      throw error;
    }
    dispatcher.onRequest(channel, message);
  }
}

async function beat(heartbeat: Sockets["heartbeat"]): Promise<void> {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}

/** Asks the main thread to end the process; where a cell keeps it from hearing, the process is ended from here. */
function leave(): void {
  tell({ kind: "exit" });
  setTimeout(() => void close().then(() => process.kill(process.pid, "SIGKILL")), EXIT_MS);
}

/** Lets the last messages leave; the main thread waits for it. */
async function close(): Promise<void> {
  await Promise.all(Object.values(senders).map((sender) => sender.flushed()));
  for (const socket of Object.values(sockets)) socket.close();
  // What waited on the sockets has to hear of it: Node aborts where the thread is ended in the middle of that.
  await new Promise(setImmediate);
  flags.setClosed();
}
