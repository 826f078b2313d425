/** What a queue needs of a socket. */
export interface Outlet {
  send(frames: Uint8Array[]): Promise<void>;
}

/**
 * Sends one socket's messages in order and never writes to it twice at once, which zeromq refuses (and does so on its
 * own at every 512th message, when it puts a send off by a turn of the event loop).
 * @see https://github.com/zeromq/zeromq.js/issues/427
 */
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

  /** The number of messages that the socket has not accepted yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Settles when every message so far has been handed to the socket. */
  async flushed(): Promise<void> {
    await this.#sending;
  }

  async #drain(): Promise<void> {
    for (let frames = this.#waiting.shift(); frames; frames = this.#waiting.shift()) {
      // Some refusals zeromq throws at once, instead of in the promise.
      const sent = (async () => this.#socket.send(frames))();
      // A peer that has gone away loses its message, as does a socket that is still being bound; others do not.
      await sent.catch(() => undefined);
    }
    this.#sending = undefined;
  }
}
