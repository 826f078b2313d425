import { SignatureHistory } from "./signature-history.js";
import { decode, WireError, type Message } from "./wire.js";

/** The messages that come in at a socket. What is not signed with the session's key, or comes twice, is passed by. */
export async function* received(socket: AsyncIterable<Uint8Array[]>, key: string): AsyncGenerator<Message> {
  const seen = new SignatureHistory();
  for await (const frames of socket) {
    let message: Message;
    try {
      message = decode(frames, key, seen);
    } catch (error) {
      if (error instanceof WireError) continue;
      throw error;
    }
    yield message;
  }
}
