/** A socket of a client: messages in and out, signed with the session's key. */
import { Dealer, Subscriber } from "zeromq";
import { SendQueue, type Outlet } from "./send-queue.js";
import { encode, received, type Message } from "./wire.js";

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
  readonly #queue: SendQueue;

  /** @param handle is called with every message that bears the signature */
  constructor(socket: Socket, address: string, key: string, handle: (message: Message) => void) {
    this.#socket = socket;
    this.#key = key;
    this.#queue = new SendQueue(socket as unknown as Outlet);
    socket.connect(address);
    void this.#receive(handle);
  }

  send(this: SignedSocket<Dealer>, message: Message): void {
    this.#queue.send(encode(message, this.#key));
  }

  close(): void {
    this.#socket.close();
  }

  async #receive(handle: (message: Message) => void): Promise<void> {
    for await (const message of received(this.#socket, this.#key)) handle(message);
  }
}
