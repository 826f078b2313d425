/** The socket on which all is published. */
import { setTimeout as sleep } from "node:timers/promises";
import { XPublisher } from "zeromq";
import type { Outlet } from "../../wire/send-queue.js";

/** How many messages zeromq keeps for a client; what does not fit has to wait, and with it what writes it. */
const KEPT = 16;
/** A client that takes nothing for so long loses what it does not take, and holds nobody up any more. */
const PATIENCE_MS = 10_000;

export class Iopub implements Outlet {
  readonly #socket: XPublisher;
  #lossy = false;

  /** @param greet is called with the topic of each subscription */
  constructor(linger: number, greet: (topic: Uint8Array) => void) {
    this.#socket = new XPublisher({ linger, sendHighWaterMark: KEPT });
    this.#socket.verbosity = "allSubs";
    this.#socket.noDrop = true;
    void this.#receive(greet);
  }

  bind(address: string): Promise<void> {
    return this.#socket.bind(address);
  }

  close(): void {
    this.#socket.close();
  }

  async send(frames: Uint8Array[]): Promise<void> {
    for (const begun = Date.now(); ; await sleep(1)) {
      try {
        await this.#socket.send(frames as Buffer[]);
        this.#lossy = false;
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      }
      this.#lossy ||= Date.now() - begun > PATIENCE_MS;
      if (this.#lossy) return this.#sendToTheQuick(frames);
    }
  }

  async #sendToTheQuick(frames: Uint8Array[]): Promise<void> {
    this.#socket.noDrop = false;
    await this.#socket.send(frames as Buffer[]).finally(() => (this.#socket.noDrop = true));
  }

  async #receive(greet: (topic: Uint8Array) => void): Promise<void> {
    for await (const [frame] of this.#socket) if (frame?.[0] === 1) greet(frame.subarray(1));
  }
}
