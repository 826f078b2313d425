/** What a queue needs of a socket. */
export interface Outlet {
  send(frames: Uint8Array[]): Promise<void>;
}
export type SendQueue = ReturnType<typeof sendQueue>;

/**
 * Sends one socket's messages in order and never writes to it twice at once, which zeromq refuses (and does so on its
 * own at every 512th message, when it puts a send off by a turn of the event loop).
 * @see https://github.com/zeromq/zeromq.js/issues/427
 */
export function sendQueue(socket: Outlet) {
  let waiting = 0;
  let last = Promise.resolve();
  return {
    send(frames: Uint8Array[]): void {
      waiting++;
      // A peer that has gone away loses its message, as does a socket that is still being bound; others do not.
      const sent = last.then(() => socket.send(frames)).catch(() => undefined);
      last = sent.finally(() => waiting--);
    },
    /** The number of messages that the socket has not accepted yet. */
    waiting: (): number => waiting,
    /** Settles when every message so far has been handed to the socket. */
    flushed: (): Promise<void> => last,
  };
}
