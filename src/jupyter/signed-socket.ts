/** A socket of a client: messages in and out, signed with the session's key. */
import { Dealer, Subscriber } from "zeromq";
import { SignatureHistory } from "./signature-history.js";
import { decode, encode, WireError, type Message } from "./wire.js";

/** zeromq tries to connect every 100 ms otherwise. */
const OPTIONS = { linger: 0, reconnectInterval: 20 };

export function dealer(): Dealer {
  return new Dealer(OPTIONS);
}

/** Takes all that is published, however much waits. */
export function subscriber(): Subscriber {
  const socket = new Subscriber({ ...OPTIONS, receiveHighWaterMark: 0 });
  socket.subscribe();
  return socket;
}

export class SignedSocket<Socket extends Dealer | Subscriber> {
  readonly #socket: Socket;
  readonly #key: string;
  #sending = Promise.resolve();

  /** @param handle is called with every message that bears the signature; what does not is passed by */
  constructor(socket: Socket, address: string, key: string, handle: (message: Message) => void) {
    this.#socket = socket;
    this.#key = key;
    socket.connect(address);
    void this.#receive(handle);
  }

  /** zeromq refuses a second send while the first is under way. */
  send(this: SignedSocket<Dealer>, message: Message): void {
    const frames = encode(message, this.#key) as Buffer[];
    this.#sending = this.#sending.then(() => this.#socket.send(frames)).catch(() => undefined);
  }

  close(): void {
    this.#socket.close();
  }

  async #receive(handle: (message: Message) => void): Promise<void> {
    const seen = new SignatureHistory();
    for await (const frames of this.#socket) {
      try {
        handle(decode(frames, this.#key, seen));
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
      }
    }
  }
}
