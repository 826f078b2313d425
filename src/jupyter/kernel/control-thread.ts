/**
 * The kernel's control and heartbeat channels, in a thread of their own: they answer while a cell keeps the main
 * thread busy. An interrupt is a SIGINT to the process, which breaks a busy loop; a shutdown that the main thread
 * does not carry out in time ends the process.
 */
import { parentPort, workerData } from "node:worker_threads";
import { Reply, Router } from "zeromq";
import { accept } from "./channels.js";
import type { ConnectionInfo } from "../connection.js";
import { encode, newHeader, SignatureHistory, type Header } from "../wire.js";

/** What the thread is started with. */
export interface ControlData {
  connection: ConnectionInfo;
  session: string;
  kernelInfo: Record<string, unknown>;
}

/** What it tells the main thread. */
export type ControlNotice =
  | { type: "bound" }
  | { type: "failed"; reason: string }
  | { type: "handled"; parent: Header }
  | { type: "shutdown"; parent: Header };

/** How long a shutdown may take. */
const GRACE_MS = 1500;

const { connection, session, kernelInfo } = workerData as ControlData;
const tell = (notice: ControlNotice): void => parentPort!.postMessage(notice);

/** The reply to each request, and what comes after it is sent. */
const ANSWERS: Record<
  string,
  (content: Record<string, unknown>) => { reply: Record<string, unknown>; after?: () => void }
> = {
  kernel_info_request: () => ({ reply: kernelInfo }),
  interrupt_request: () => {
    process.kill(process.pid, "SIGINT");
    return { reply: { status: "ok" } };
  },
  shutdown_request: ({ restart }) => ({
    reply: { status: "ok", restart: restart === true },
    after: () => setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS),
  }),
};

async function beat(socket: Reply): Promise<void> {
  for await (const frames of socket) await socket.send(frames);
}

async function control(socket: Router): Promise<void> {
  const seen = new SignatureHistory();
  for await (const frames of socket) {
    const request = accept(frames, connection.key, seen);
    const answer = request && ANSWERS[request.header.msg_type]?.(request.content);
    if (!request || !answer) continue;
    const type = request.header.msg_type.replace("_request", "_reply");
    const message = {
      identities: request.identities,
      header: newHeader(type, session),
      parent_header: request.header,
      metadata: {},
      content: answer.reply,
      buffers: [],
    };
    await socket.send(encode(message, connection.key) as Buffer[]);
    tell({ type: answer.after ? "shutdown" : "handled", parent: request.header });
    answer.after?.();
  }
}

try {
  const heartbeat = new Reply({ linger: 0 });
  const router = new Router({ linger: 500 });
  await heartbeat.bind(`tcp://${connection.ip}:${connection.hb_port}`);
  await router.bind(`tcp://${connection.ip}:${connection.control_port}`);
  tell({ type: "bound" });
  await Promise.all([beat(heartbeat), control(router)]);
} catch (error) {
  tell({ type: "failed", reason: (error as Error).message });
}
