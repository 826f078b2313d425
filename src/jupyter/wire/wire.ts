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

/** A message that cannot be accepted. */
export class WireError extends Error {
  override name = "WireError";
}

const DELIMITER = Buffer.from("<IDS|MSG>");

/** The number of messages whose signatures are remembered; older ones are forgotten. */
const MOST_SIGNATURES = 65536;

/** More than any notebook sends in one message; a larger one is refused before it is hashed. */
const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** A message without routing frames and buffers. */
export function newMessage(msg_type: string, session: string, content: Message["content"] = {}): Message {
  const own = { msg_id: randomUUID(), username: "egov-kz", date: new Date().toISOString() };
  const header = { ...own, session, msg_type, version: PROTOCOL_VERSION };
  return { identities: [], header, parent_header: {}, metadata: {}, content, buffers: [] };
}

/** Frames to send; an empty key leaves the signature empty, as in the protocol. */
export function encode(message: Message, key: string): Uint8Array[] {
  const parts = [message.header, message.parent_header, message.metadata, message.content].map((part) =>
    Buffer.from(JSON.stringify(part)),
  );
  return [...message.identities, DELIMITER, Buffer.from(sign(parts, key)), ...parts, ...message.buffers];
}

/**
 * Reads a received message and verifies its signature.
 * @param seen signatures already accepted in this session; a repeated one is refused as a replay
 * @throws WireError, naming what is wrong; never anything else
 */
export function decode(frames: readonly Uint8Array[], key: string, seen?: Set<string>): Message {
  const buffers = frames.map((frame) => Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
  const size = buffers.reduce((sum, frame) => sum + frame.length, 0);
  requires(size <= MAX_MESSAGE_BYTES, `at most ${MAX_MESSAGE_BYTES} bytes`);
  const delimiter = buffers.findIndex((frame) => frame.equals(DELIMITER));
  const isWhole = delimiter >= 0 && buffers.length >= delimiter + 6;
  requires(isWhole, "a delimiter, a signature and four JSON frames");
  const parts = buffers.slice(delimiter + 2, delimiter + 6);
  if (key !== "") verify(buffers[delimiter + 1]!, Buffer.from(sign(parts, key)), seen);
  const [header, parent_header, metadata, content] = parts.map(parseObject);
  const isHeader = ["msg_id", "msg_type", "session"].every((name) => typeof header![name] === "string");
  requires(isHeader, "a header with msg_id, msg_type and session");
  return {
    identities: buffers.slice(0, delimiter),
    header: header as unknown as Header,
    parent_header: parent_header!,
    metadata: metadata!,
    content: content!,
    buffers: buffers.slice(delimiter + 6),
  };
}

/** The messages that arrive at a socket; unsigned and repeated ones are skipped. */
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

function requires(condition: boolean, what: string): void {
  if (!condition) throw new WireError(`decode requires ${what}`);
}

function sign(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

function verify(signature: Buffer, expected: Buffer, seen = new Set<string>()): void {
  requires(signature.length > 0, "a signed message");
  const isSame = signature.length === expected.length && timingSafeEqual(signature, expected);
  requires(isSame, "a message signed with this session's key");
  const text = signature.toString("latin1");
  requires(!seen.has(text), "a message not received before");
  seen.add(text);
  if (seen.size > MOST_SIGNATURES) seen.delete(seen.values().next().value!);
}

function parseObject(frame: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(frame.toString("utf8"));
  } catch {
    value = undefined;
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  requires(isObject, "a JSON object in each of the four frames");
  return value as Record<string, unknown>;
}
