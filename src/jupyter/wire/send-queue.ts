/**
 * One socket's way out: messages leave in order and the socket is never written to twice at once, which zeromq refuses
 * (and does so on its own at every 512th message, when it puts a send off by a turn of the event loop).
 * @see https://github.com/zeromq/zeromq.js/issues/427
 */

/** What a queue needs of a socket. */
export interface Outlet {
  send(frames: Uint8Array[]): Promise<void>;
}

export class SendQueue {
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

  /** How many messages the socket has not taken yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Settles when all that was given has been handed to the socket. */
  async flushed(): Promise<void> {
    await this.#sending;
  }

  async #drain(): Promise<void> {
    for (let frames = this.#waiting.shift(); frames; frames = this.#waiting.shift()) {
      // A peer that has gone away loses its message, as does a socket that is still being bound; the others do not.
      await this.#try(frames).catch(() => undefined);
    }
    this.#sending = undefined;
  }

  /** Some refusals zeromq throws at once, instead of in the promise. */
  async #try(frames: Uint8Array[]): Promise<void> {
    await this.#socket.send(frames);
  }
}
