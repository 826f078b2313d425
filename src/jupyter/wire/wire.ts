/**
 * The wire format of the Jupyter messaging protocol 5.4: identities, delimiter, HMAC-SHA256 signature, four JSON
 * frames, buffers. Pure: frames in, message out.
 * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

export const PROTOCOL_VERSION = "5.4";

export interface Header {
  msg_id: string;
  username: string;
  session: string;
  /** ISO 8601. */
  date: string;
  msg_type: string;
  version: string;
}

export interface Message {
  /** Routing frames in front of the delimiter; on iopub the topic. */
  identities: Uint8Array[];
  header: Header;
  parent_header: Partial<Header>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  buffers: Uint8Array[];
}

/** A message that cannot be accepted; `reason` is for logs and tests. */
export class WireError extends Error {
  override name = "WireError";
  readonly reason: WireFault;
  constructor(reason: WireFault, detail: string) {
    super(`decode requires ${detail}`);
    this.reason = reason;
  }
}

export type WireFault =
  | "truncated"
  | "unsigned"
  | "bad signature"
  | "duplicate signature"
  | "oversized"
  | "not JSON"
  | "bad header";

const DELIMITER = Buffer.from("<IDS|MSG>");

/** Of so many messages the signatures are known; those of older ones are forgotten. */
export const MOST_SIGNATURES = 65536;

/** More than any notebook sends in one message; what is larger is refused before it is hashed. */
export const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

export function newHeader(msgType: string, session: string): Header {
  return {
    msg_id: randomUUID(),
    username: "egov-kz",
    session,
    date: new Date().toISOString(),
    msg_type: msgType,
    version: PROTOCOL_VERSION,
  };
}

/** Frames to send; an empty key leaves the signature empty, as the protocol has it. */
export function encode(message: Message, key: string): Uint8Array[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  return [...message.identities, DELIMITER, Buffer.from(sign(parts, key)), ...parts, ...message.buffers];
}

/**
 * A received message, its signature verified.
 * @param seen signatures already accepted in this session; a repeated one is refused as a replay
 * @throws WireError, naming what is wrong; never anything else
 */
export function decode(frames: readonly Uint8Array[], key: string, seen?: Set<string>): Message {
  const buffers = frames.map((frame) => Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
  if (buffers.reduce((sum, frame) => sum + frame.length, 0) > MAX_MESSAGE_BYTES) {
    throw new WireError("oversized", `at most ${MAX_MESSAGE_BYTES} bytes`);
  }
  const delimiter = buffers.findIndex((frame) => frame.equals(DELIMITER));
  if (delimiter < 0 || buffers.length < delimiter + 6) {
    throw new WireError("truncated", "a delimiter, a signature and four JSON frames");
  }
  const signature = buffers[delimiter + 1]!.toString("latin1");
  const parts = buffers.slice(delimiter + 2, delimiter + 6);
  if (key !== "") verify(signature, sign(parts, key), seen);
  const [header, parent_header, metadata, content] = parts.map(parseObject);
  if (!isHeader(header!)) throw new WireError("bad header", "a header with msg_id, msg_type and session");
  return {
    identities: buffers.slice(0, delimiter),
    header,
    parent_header: parent_header!,
    metadata: metadata!,
    content: content!,
    buffers: buffers.slice(delimiter + 6),
  };
}

/** The messages that come in at a socket. What is not signed with the session's key, or comes twice, is passed by. */
export async function* received(socket: AsyncIterable<Uint8Array[]>, key: string): AsyncGenerator<Message> {
  const seen = new Set<string>();
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

function sign(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function verify(signature: string, expected: string, seen?: Set<string>): void {
  if (signature === "") throw new WireError("unsigned", "a signed message");
  const same =
    signature.length === expected.length &&
    timingSafeEqual(Buffer.from(signature, "latin1"), Buffer.from(expected, "latin1"));
  if (!same) throw new WireError("bad signature", "a message signed with this session's key");
  if (seen?.has(signature)) throw new WireError("duplicate signature", "a message not received before");
  seen?.add(signature);
  if (seen && seen.size > MOST_SIGNATURES) seen.delete(seen.values().next().value!);
}

function parseObject(frame: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(frame.toString("utf8"));
  } catch {
    throw new WireError("not JSON", "JSON in each of the four frames");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WireError("not JSON", "a JSON object in each of the four frames");
  }
  return value as Record<string, unknown>;
}

function isHeader(value: Record<string, unknown> | Header): value is Header {
  return ["msg_id", "msg_type", "session"].every(
    (name) => typeof (value as Record<string, unknown>)[name] === "string",
  );
}
