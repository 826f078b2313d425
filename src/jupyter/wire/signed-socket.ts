/** A client's sockets: messages in and out are signed with the session's key. */
import { Dealer, Subscriber } from "zeromq";
import { sendQueue, type Outlet } from "./send-queue.js";
import { encode, received, type Message } from "./wire.js";

export interface SignedSocket {
  send(message: Message): void;
  close(): void;
}

type Handle = (message: Message) => void;

/** zeromq tries to connect every 100 ms otherwise. */
const OPTIONS = { linger: 0, reconnectInterval: 20 };

/** @param handle is called with every message whose signature is right */
export function dealer(address: string, key: string, handle: Handle): SignedSocket {
  return connected(new Dealer(OPTIONS), address, key, handle);
}

/** Receives everything that is published, however much is waiting. */
export function subscriber(address: string, key: string, handle: Handle): SignedSocket {
  const socket = new Subscriber({ ...OPTIONS, receiveHighWaterMark: 0 });
  socket.subscribe();
  return connected(socket, address, key, handle);
}

function connected(socket: Dealer | Subscriber, address: string, key: string, handle: Handle): SignedSocket {
  const queue = sendQueue(socket as unknown as Outlet);
  socket.connect(address);
  void (async () => {
    for await (const message of received(socket, key)) handle(message);
  })();
  return { send: (message) => queue.send(encode(message, key)), close: () => socket.close() };
}
