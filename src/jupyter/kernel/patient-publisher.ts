/**
 * Every 512th send of a zeromq socket is put off by a turn of the event loop, and what is sent meanwhile is refused.
 * tslab does not look at what becomes of a send: outputs and idle states would be lost. Here they wait their turn.
 * @see https://github.com/zeromq/zeromq.js/issues/427
 */
import { Publisher } from "zeromq";

type Send = Publisher["send"];

const { send } = Publisher.prototype as { send: Send };
const last = new WeakMap<Publisher, Promise<void>>();

function sendInTurn(this: Publisher, ...message: Parameters<Send>): Promise<void> {
  const before = last.get(this);
  // Refused by an exception or by a rejection.
  const attempt = async (): Promise<void> => send.apply(this, message);
  const again = (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code !== "EBUSY" || !before) throw error;
    return before.then(attempt);
  };
  const sent = attempt().catch(again);
  last.set(
    this,
    sent.catch(() => undefined),
  );
  return sent;
}

Object.defineProperty(Publisher.prototype, "send", { value: sendInTurn });
