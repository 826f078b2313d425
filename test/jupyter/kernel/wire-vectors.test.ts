import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { decode, encode, newMessage, type Message } from "../../../src/jupyter/wire/wire.js";
import { fixture } from "../../fixtures/fixture.js";
import { requirePython } from "./installed-kernel.js";

interface Vectors {
  key: string;
  messages: {
    frames: string[];
    header: Record<string, string>;
    content: object;
    identities: string[];
    buffers: string[];
  }[];
}

const { key, messages } = fixture<Vectors>("jupyter_client/messages.json");
const bytes = (texts: string[]) => texts.map((text) => Buffer.from(text, "base64"));
const base64 = (frames: readonly Uint8Array[]) =>
  frames.map((frame) => Buffer.from(frame).toString("base64"));

describe("messages on the wire", () => {
  it("are read as jupyter_client's Session wrote them", () => {
    for (const { frames, header, content, identities, buffers } of messages) {
      const message = decode(bytes(frames), key);
      expect(message.header).to.include(header);
      expect(message.content).to.deep.equal(content);
      expect(base64(message.identities)).to.deep.equal(identities);
      expect(base64(message.buffers)).to.deep.equal(buffers);
    }
  });

  it("are refused when one bit of a signed frame is changed", () => {
    for (const { frames, identities } of messages) {
      for (let frame = identities.length + 1; frame < identities.length + 6; frame++) {
        const changed = bytes(frames);
        changed[frame]![changed[frame]!.length >> 1]! ^= 1;
        expect(() => decode(changed, key)).to.throw("a message signed with this session's key");
      }
    }
  });

  it("are refused with another key, without a signature, cut short, or a second time", () => {
    const frames = bytes(messages[0]!.frames);
    const seen = new Set<string>();
    decode(frames, key, seen);
    expect(() => decode(frames, key, seen)).to.throw("a message not received before");
    expect(() => decode(frames, `${key}!`)).to.throw("a message signed with this session's key");
    expect(() => decode(frames.with(1, Buffer.alloc(0)), key)).to.throw("a signed message");
    for (let length = 0; length < frames.length; length++) {
      expect(() => decode(frames.slice(0, length), key)).to.throw("a delimiter, a signature");
    }
  });

  it("are refused when they are larger than any notebook's", () => {
    const frames = [...bytes(messages[0]!.frames), Buffer.allocUnsafe(256 * 1024 * 1024)];
    expect(() => decode(frames, key)).to.throw("at most 268435456 bytes");
  });

  it("are accepted by jupyter_client's Session as we write them, and refused when changed", function () {
    const python = requirePython(this, "jupyter_client");
    const contents = [{}, { code: "ә\u{1f600}\u0000" }, { deep: [{ a: [null, 1e300, -0.5] }] }];
    const ours = contents.map((content) => encode(message(content), key));
    const changed = encode(message({ code: "mine" }), key).with(6, Buffer.from('{"code":"other"}'));
    const input = JSON.stringify({ key, messages: [...ours, changed].map(base64) });
    const script = fileURLToPath(new URL("../../fixtures/jupyter_client/accept.py", import.meta.url));
    const { stdout, stderr } = spawnSync(python, [script], { input, encoding: "utf8" });
    expect(stderr).to.equal("");
    const results = JSON.parse(stdout) as Record<string, unknown>[];
    expect(results.slice(0, -1).map(({ content }) => content)).to.deep.equal(contents);
    for (const result of results.slice(0, -1)) {
      expect(result).to.deep.include({ msg_type: "probe", metadata: { m: 1 }, buffers: ["\u0001ÿ"] });
    }
    expect(results.at(-1)).to.deep.equal({ refused: "Invalid Signature" });
  });
});

function message(content: Record<string, unknown>): Message {
  const header = newMessage("probe", "session").header;
  const buffers = [Buffer.from([1, 255])];
  return { identities: [Buffer.from("id")], header, parent_header: {}, metadata: { m: 1 }, content, buffers };
}
