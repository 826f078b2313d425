/** The five sockets of a kernel, bound to the ports of its connection file. */
import { setTimeout as sleep } from "node:timers/promises";
import { Router, XPublisher } from "zeromq";
import type { ConnectionInfo } from "../../wire/connection.js";

/** How long a message may take to leave when the kernel ends. */
const LINGER_MS = 1000;

/** Named like the ports in the connection file. */
export type Sockets = ReturnType<typeof openSockets>;

export function openSockets() {
  const options = { linger: LINGER_MS, sendHighWaterMark: 0 };
  return {
    shell: new Router(options),
    control: new Router(options),
    iopub: new Iopub(),
    stdin: new Router(options),
    /** A Router, not a Reply: zeromq ends the process when a Reply's request does not parse. */
    hb: new Router({ linger: 0 }),
  };
}

/** @throws Error when a port is taken; then all sockets are closed */
export async function bindSockets(sockets: Sockets, connection: ConnectionInfo): Promise<void> {
  const names = Object.keys(sockets) as (keyof Sockets)[];
  const bound = await Promise.allSettled(
    names.map((name) => bind(sockets[name], connection.ip, connection[`${name}_port`])),
  );
  const failed = bound.find((one) => one.status === "rejected");
  if (failed === undefined) return;
  await closeSockets(sockets);
  throw failed.reason;
}

/** Whatever waited on the sockets has to notice first: Node aborts if the thread ends in the middle of that. */
export async function closeSockets(sockets: Sockets): Promise<void> {
  for (const socket of Object.values(sockets)) socket.close();
  await new Promise(setImmediate);
}

/** How long a port may be taken: other connections, such as a waiting client's own, hold any port for a moment. */
const TAKEN_MS = 1000;

async function bind(socket: Pick<Router, "bind">, ip: string, port: number): Promise<void> {
  for (const begun = Date.now(); ; await sleep(50)) {
    try {
      return await socket.bind(`tcp://${ip}:${port}`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (Date.now() - begun > TAKEN_MS)
        throw new Error(`port ${port}: address already in use`, { cause: error });
    }
  }
}

/** How many messages zeromq keeps for a client; the rest has to wait, and so does whoever writes it. */
const KEPT = 16;
/** A client that receives nothing for this long loses messages from then on, and no longer delays others. */
const PATIENCE_MS = 10_000;

/** The socket on which all is published. */
class Iopub extends XPublisher {
  #isLossy = false;

  constructor() {
    super({ linger: LINGER_MS, sendHighWaterMark: KEPT, verbosity: "allSubs", noDrop: true });
  }

  override async send(frames: Buffer[]): Promise<void> {
    for (const begun = Date.now(); ; await sleep(1)) {
      try {
        await super.send(frames);
        this.#isLossy = false;
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      }
      this.#isLossy ||= Date.now() - begun > PATIENCE_MS;
      if (this.#isLossy) break;
    }
    // Now only the quick ones get it.
    this.noDrop = false;
    await super.send(frames).finally(() => (this.noDrop = true));
  }

  /** The topic of each subscription. */
  async *subscriptions(): AsyncGenerator<Uint8Array> {
    for await (const [frame] of this) if (frame?.[0] === 1) yield frame.subarray(1);
  }
}
