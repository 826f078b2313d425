/**
 * The thread that speaks with Jupyter. It owns all sockets, so that heartbeat, interrupt and shutdown are answered
 * and outputs leave even if a cell never returns, and kernel_info before the type checker is loaded.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { sendQueue } from "../../wire/send-queue.js";
import { encode, received } from "../../wire/wire.js";
import { Dispatcher, type Channel } from "./dispatcher.js";
import { interrupt } from "./interrupt.js";
import { kernelInfo } from "./kernel-info.js";
import { watchParent } from "./parent-watch.js";
import { portsOf } from "../../wire/connection.js";
import { sharedFlags, weight, type ServerStart, type ToServer, type ToSession } from "./between-threads.js";
import { bindSockets, closeSockets, openSockets } from "./sockets.js";

/** How many messages may wait for slow clients before the cell that writes more has to wait, too. */
const MOST_WAITING = 5;
/** How long the main thread may take to leave by itself. */
const EXIT_MS = 300;
/** How long clients may take for the last messages. */
const LAST_MS = 500;

const { connection, connectionFile, memory, inputs } = workerData as ServerStart;
const flags = sharedFlags(memory);
const session = parentPort!;

const sockets = openSockets();
const senders = {
  shell: sendQueue(sockets.shell),
  control: sendQueue(sockets.control),
  iopub: sendQueue(sockets.iopub),
  stdin: sendQueue(sockets.stdin),
};
const dispatcher = new Dispatcher(randomUUID(), {
  send: (channel, message) => senders[channel].send(encode(message, connection.key)),
  forward: (request) => tell({ kind: "request", ...request }),
  interrupt: () => void interrupt(dispatcher, flags),
  exit: leave,
  kernelInfo,
  ports: () => portsOf(connection),
  input: (text) => inputs.postMessage(text),
});

// Not before all that answers is there, and before `starting` is out: a client's first message is its welcome.
await bindSockets(sockets, connection);
watchParent(connectionFile);
session.on("message", (message: ToServer) => void listen(message));
void beat();
void welcome();
for (const channel of ["shell", "control", "stdin"] as const) void receive(channel);

function tell(message: ToSession): void {
  session.postMessage(message);
}

/** Before the cells after a failed one are aborted, those that have arrived are read from the socket. */
async function listen(message: ToServer): Promise<void> {
  if (message.kind === "close") return close();
  if (message.kind === "reply" && message.abortQueued) await new Promise(setImmediate);
  dispatcher.onSession(message);
  if (message.kind === "stream") setImmediate(() => dispatcher.flush());
  if (senders.iopub.waiting() > MOST_WAITING) await senders.iopub.flushed();
  flags.release(weight(message));
}

async function receive(channel: Channel): Promise<void> {
  for await (const message of received(sockets[channel], connection.key))
    dispatcher.onRequest(channel, message);
}

async function beat(): Promise<void> {
  for await (const frames of sockets.hb) await sockets.hb.send(frames).catch(() => undefined);
}

async function welcome(): Promise<void> {
  for await (const topic of sockets.iopub.subscriptions()) dispatcher.onSubscription(topic);
}

/** Asks the main thread to end the process; where a cell keeps it from hearing, the process is ended from here. */
function leave(): void {
  tell({ kind: "exit" });
  setTimeout(() => void close().then(() => process.kill(process.pid, "SIGKILL")), EXIT_MS);
}

/** Lets the last messages leave; the main thread waits for it. */
async function close(): Promise<void> {
  await Promise.race([sleep(LAST_MS), Promise.all(Object.values(senders).map((sender) => sender.flushed()))]);
  await closeSockets(sockets);
  flags.setClosed();
}
