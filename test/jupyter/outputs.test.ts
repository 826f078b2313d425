import { expect } from "chai";
import {
  applyCarriageReturns,
  collectOutputs,
  toNotebookOutputs,
  type Display,
  type NotebookOutput,
} from "../../src/jupyter/notebook/outputs.js";
import { newMessage, type Message } from "../../src/jupyter/wire/wire.js";

const message = (msgType: string, content: Record<string, unknown>): Message => ({
  identities: [],
  header: newMessage(msgType, "session").header,
  parent_header: {},
  metadata: {},
  content,
  buffers: [],
});
const stream = (text: string, name = "stdout") => message("stream", { name, text });
const display = (text: string, id?: string, kind = "display_data") =>
  message(kind, { data: { "text/plain": text }, metadata: {}, ...(id && { transient: { display_id: id } }) });
const clear = (wait: boolean) => message("clear_output", { wait });

/** What a cell shows after these messages, in short. */
function collect(messages: readonly Message[], displays = new Map<string, Display[]>()): string[] {
  const collector = collectOutputs(displays);
  for (const each of messages) collector.add(each);
  return short(collector.outputs);
}

function short(outputs: readonly NotebookOutput[]): string[] {
  return outputs.map((output) => {
    if (output.output_type === "stream") return `${output.name} ${output.text}`;
    if (output.output_type === "error") return output.ename;
    return `${output.output_type} ${String(output.data["text/plain"])}`;
  });
}

describe("OutputCollector", () => {
  it("joins neighbouring pieces of one stream, and keeps the order of different ones", () => {
    expect(collect([stream("a"), stream("b"), stream("w", "stderr"), stream("c")])).to.deep.equal([
      "stdout ab",
      "stderr w",
      "stdout c",
    ]);
  });

  it("clears at once, or only when something comes to take the place", () => {
    expect(collect([stream("a"), clear(false), stream("b")])).to.deep.equal(["stdout b"]);
    expect(collect([stream("a"), clear(true)])).to.deep.equal(["stdout a"]);
    expect(collect([stream("a"), clear(true), stream("b"), stream("c")])).to.deep.equal(["stdout bc"]);
    expect(collect([display("a"), clear(true), clear(true), display("b")])).to.deep.equal(["display_data b"]);
  });

  it("updates every display of an id, in this cell and in earlier ones, and adds nothing", () => {
    const displays = new Map<string, Display[]>();
    const earlier = collectOutputs(displays);
    earlier.add(display("a", "one"));
    earlier.add(display("other", "two"));
    const later = collect(
      [
        display("b", "one"),
        display("c", "one", "update_display_data"),
        display("d", "none", "update_display_data"),
      ],
      displays,
    );
    expect(later).to.deep.equal(["display_data c"]);
    expect(short(earlier.outputs)).to.deep.equal(["display_data c", "display_data other"]);
  });

  it("keeps a result's count and an error's traceback, and passes other messages by", () => {
    const collector = collectOutputs(new Map());
    collector.add(message("execute_input", { code: "1", execution_count: 7 }));
    collector.add(
      message("execute_result", { data: { "text/plain": "1" }, metadata: {}, execution_count: 7 }),
    );
    collector.add(message("error", { ename: "E", evalue: "v", traceback: ["t"] }));
    expect(toNotebookOutputs(collector.outputs)).to.deep.equal([
      { data: { "text/plain": ["1"] }, execution_count: 7, metadata: {}, output_type: "execute_result" },
      { ename: "E", evalue: "v", output_type: "error", traceback: ["t"] },
    ]);
  });
});

describe("toNotebookOutputs", () => {
  it("writes text as lines, pictures whole, and the types of a bundle in alphabetical order", () => {
    const collector = collectOutputs(new Map());
    collector.add(stream("a\nb\n\nc"));
    collector.add(
      message("display_data", {
        data: { "text/plain": "x\ny", "image/png": "aGk=\n", "application/json": "a\nb" },
        metadata: { a: 1 },
      }),
    );
    const [text, bundle] = toNotebookOutputs(collector.outputs);
    expect(text).to.deep.equal({ name: "stdout", output_type: "stream", text: ["a\n", "b\n", "\n", "c"] });
    expect(JSON.stringify(bundle)).to.equal(
      '{"data":{"application/json":"a\\nb","image/png":"aGk=\\n","text/plain":["x\\n","y"]},"metadata":{"a":1},"output_type":"display_data"}',
    );
  });
});

describe("applyCarriageReturns", () => {
  for (const [written, shown] of [
    ["10 %\r100 %\n", "100 %\n"],
    ["100 %\r9", "900 %"],
    ["a\r\nb\n", "a\nb\n"],
    ["one\rtwo\rx\nkept", "xwo\nkept"],
    ["ab\b\bc", "c"],
    ["қала\rБ", "Бала"],
    ["no change", "no change"],
  ] as const) {
    it(`shows ${JSON.stringify(written)} as ${JSON.stringify(shown)}`, () => {
      expect(applyCarriageReturns(written)).to.equal(shown);
    });
  }
});
