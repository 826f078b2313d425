/** The five sockets of a kernel, bound to the ports of its connection file. */
import { Reply, Router } from "zeromq";
import { Iopub } from "./iopub.js";
import type { ConnectionInfo } from "../../wire/connection.js";

export interface Sockets {
  shell: Router;
  control: Router;
  iopub: Iopub;
  stdin: Router;
  heartbeat: Reply;
}

/** How long a message may take to leave when the kernel ends. */
const LINGER_MS = 1000;

/**
 * @param greet is called with the topic of each subscription to what is published
 * @throws Error when a port is taken
 */
export async function bindSockets(
  connection: ConnectionInfo,
  greet: (topic: Uint8Array) => void,
): Promise<Sockets> {
  const options = { linger: LINGER_MS, sendHighWaterMark: 0 };
  const sockets = {
    shell: new Router(options),
    control: new Router(options),
    iopub: new Iopub(LINGER_MS, greet),
    stdin: new Router(options),
    heartbeat: new Reply({ linger: 0 }),
  };
  const address = (port: number) => `tcp://${connection.ip}:${port}`;
  await Promise.all([
    sockets.shell.bind(address(connection.shell_port)),
    sockets.control.bind(address(connection.control_port)),
    sockets.iopub.bind(address(connection.iopub_port)),
    sockets.stdin.bind(address(connection.stdin_port)),
    sockets.heartbeat.bind(address(connection.hb_port)),
  ]);
  return sockets;
}
