import { expect } from "chai";
import { createHmac } from "node:crypto";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { decode, encode, newMessage, WireError } from "../../../src/jupyter/wire/wire.js";

const KEY = "key";
const CASES = 20_000;

describe("decode, fed with noise", () => {
  it(`reads or refuses by name each of ${CASES} seeded cases, and never fails otherwise`, () => {
    const random = xoroshiro128plus(20260101);
    const below = (n: number) => uniformInt(random, 0, n - 1);
    const seen = new Map<string, number>();
    for (let i = 0; i < CASES; i++) {
      const frames = spoil(valid(below), below);
      const outcome = attempt(below(2) ? sign(frames) : frames);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    const refused = [
      "a delimiter, a signature and four JSON frames",
      "a signed message",
      "a message signed with this session's key",
      "a JSON object in each of the four frames",
      "a header with msg_id, msg_type and session",
    ].map((what) => `decode requires ${what}`);
    expect([...seen.keys()]).to.have.members(["read", ...refused]);
    expect(Math.min(...seen.values())).to.be.at.least(50);
  });
});

type Below = (n: number) => number;

function valid(below: Below): Uint8Array[] {
  const identities = Array.from({ length: below(3) }, () => noise(below));
  const header = newMessage("execute_request", "session").header;
  const buffers = Array.from({ length: below(3) }, () => noise(below));
  return encode({ identities, header, parent_header: {}, metadata: {}, content: { a: [1] }, buffers }, KEY);
}

function noise(below: Below): Buffer {
  return Buffer.from(Array.from({ length: below(20) }, () => below(256)));
}

/** Changes one frame: other bytes, none, other JSON, a frame left out, doubled or moved. */
function spoil(frames: Uint8Array[], below: Below): Uint8Array[] {
  const at = below(frames.length);
  const other = frames.slice();
  switch (below(7)) {
    case 0:
      return other.with(at, noise(below));
    case 1:
      return other.with(at, Buffer.alloc(0));
    case 2: {
      const json = ["null", "[]", "1", '"x"', "{}", '{"msg_id": 1}', '{"__proto__": {}}', "{", "\ufeff{}"];
      return other.with(at, Buffer.from(json[below(json.length)]!));
    }
    case 3:
      return other.toSpliced(at, 1);
    case 4:
      return other.toSpliced(at, 0, frames[below(frames.length)]!);
    case 5:
      return other.slice(0, at);
    default: {
      const changed = Buffer.from(frames[at]!);
      if (changed.length > 0) changed[below(changed.length)]! ^= 1 << below(8);
      return other.with(at, changed);
    }
  }
}

/** Signs what there is, so that the cases get past the signature. */
function sign(frames: Uint8Array[]): Uint8Array[] {
  const delimiter = frames.findIndex((frame) => Buffer.from(frame).equals(Buffer.from("<IDS|MSG>")));
  if (delimiter < 0 || delimiter + 1 >= frames.length) return frames;
  const hmac = createHmac("sha256", KEY);
  for (const frame of frames.slice(delimiter + 2, delimiter + 6)) hmac.update(frame);
  return frames.with(delimiter + 1, Buffer.from(hmac.digest("hex")));
}

function attempt(frames: Uint8Array[]): string {
  try {
    decode(frames, KEY);
    return "read";
  } catch (error) {
    if (error instanceof WireError) return error.message;
    throw error;
  }
}
