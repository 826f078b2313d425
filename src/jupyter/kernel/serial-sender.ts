/** One socket's way out: messages leave in order and the socket is never written to twice at once. */

/** What a sender needs of a socket. */
export interface Outlet {
  send(frames: Uint8Array[]): Promise<void>;
}

export class SerialSender {
  readonly #socket: Outlet;
  readonly #waiting: Uint8Array[][] = [];
  #sending: Promise<void> | undefined;

  constructor(socket: Outlet) {
    this.#socket = socket;
  }

  send(frames: Uint8Array[]): void {
    this.#waiting.push(frames);
    this.#sending ??= this.#drain();
  }

  /** Settles when all that was given has been handed to the socket. */
  async flushed(): Promise<void> {
    await this.#sending;
  }

  async #drain(): Promise<void> {
    for (let frames = this.#waiting.shift(); frames; frames = this.#waiting.shift()) {
      // A client that has gone away loses its message; the kernel goes on.
      await this.#socket.send(frames).catch(() => undefined);
    }
    this.#sending = undefined;
  }
}
