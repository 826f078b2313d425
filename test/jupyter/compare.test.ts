import { expect } from "chai";
import { crc32, deflateSync } from "node:zlib";
import { compareOutputs } from "../../src/jupyter/compare/compare-outputs.js";
import type { CompareOptions } from "../../src/jupyter/compare/compare-text.js";
import {
  builtInPatterns,
  patternsFor,
  readPatterns,
  type LookedPast,
} from "../../src/jupyter/compare/sanitize.js";
import { temporaryFile } from "../helper/table/temporary-file.js";

const options = { tolerance: 1e-9, patterns: builtInPatterns() };
const stream = (text: string | string[], name = "stdout") => ({ output_type: "stream", name, text });
const shown = (data: Record<string, unknown>) => ({ output_type: "display_data", metadata: {}, data });
const texts = (stored: string, fresh: string, own: CompareOptions = options) =>
  compareOutputs([stream(stored)], [stream(fresh)], own);
const html = (stored: string, fresh: string) =>
  compareOutputs([shown({ "text/html": stored })], [shown({ "text/html": fresh })], options);
const plotly = (stored: unknown, fresh: unknown) =>
  compareOutputs(
    [
      shown({
        "application/vnd.plotly.v1+json": stored,
        "text/html": "<script>a</script>",
        "image/png": "x",
      }),
    ],
    [shown({ "application/vnd.plotly.v1+json": fresh, "text/html": "<script>b</script>" })],
    options,
  );

/** A grey PNG of one row, as RFC 2083 has it; the checksums are zlib's. */
function png(grey: readonly number[], level = 6): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.from([0, 0, 0, grey.length, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.from([0, ...grey]), { level });
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...chunks]);
}

describe("comparing stored outputs with fresh ones", () => {
  it("takes numbers within a relative 1e-9 as equal, and no others", () => {
    expect(texts("r = 0.984", "r = 0.9840000009")).to.deep.equal([]);
    expect(texts("r = 0.984", "r = 0.984000002")).to.deep.equal([
      "stdout:",
      "- r = 0.984",
      "+ r = 0.984000002",
    ]);
    expect(texts("1e-20", "1.1e-20")).to.have.length(3);
    expect(texts("0.5", "0.6", { ...options, tolerance: 0.2 })).to.deep.equal([]);
  });

  it("reads a decimal comma, and takes what has several points or commas as text", () => {
    expect(texts("r = 0,984", "r = 0,9840000009")).to.deep.equal([]);
    expect(texts("r = 0,984", "r = 0,985")).to.have.length(3);
    expect(texts("tslab 1.0.22", "tslab 1.0.23")).to.have.length(3);
    expect(texts("12,345,678", "12,345,679")).to.have.length(3);
  });

  it("takes all other text as exact: a sign, a letter, a line, a space", () => {
    expect(texts("slope 1", "slope -1")).to.have.length(3);
    expect(texts("Қазақстан", "Казахстан")).to.have.length(3);
    expect(texts("a b", "a  b")).to.have.length(3);
    expect(texts("a\nb\nc\n", "a\nx\nc\n")).to.deep.equal(["stdout:", "- b", "+ x"]);
  });

  it("lets the padding of a printed table follow the digits of its numbers", () => {
    expect(texts("│ a   │ 1 │", "│ a │ 0.99999999999 │")).to.deep.equal([]);
    expect(texts("│ a   │ 1 │", "│ b │ 0.99999999999 │")).to.have.length(3);
  });

  it("does not mind in which pieces a stream came, but in which stream", () => {
    const pieces = [stream("a\n"), stream("w\n", "stderr"), stream(["b\n"])];
    expect(compareOutputs([stream("a\nb\n"), stream("w\n", "stderr")], pieces, options)).to.deep.equal([]);
    expect(compareOutputs([stream("a")], [stream("a", "stderr")], options)).to.deep.equal([
      "stdout:",
      "- a",
      "+ ",
      "stderr:",
      "- ",
      "+ a",
    ]);
  });

  it("compares HTML tables by their cells, whatever their styling", () => {
    const table = (value: string, style = "") =>
      `<table ${style}><tr><th>OSI</th><th>TII</th></tr><tr><td>1</td><td>${value}</td></tr></table>`;
    expect(html(table("0.984"), table(" <b>0.98400000001</b>\n", 'style="color: red"'))).to.deep.equal([]);
    expect(html(table("0.984"), table("0.985"))).to.deep.equal([
      "text/html:",
      'table 1, row 2, column 2: stored "0.984", now "0.985"',
    ]);
    expect(html(table("0.984"), table("0.984") + "<p>new</p>")).to.include("+ <p>new</p>");
    expect(html(table("1"), "")).to.deep.equal(["text/html:", "stored 1 tables, now 0"]);
    expect(html(table("1"), table("1</td><td>2"))).to.deep.equal([
      "text/html:",
      "table 1, row 2: stored 2 cells, now 3",
    ]);
    expect(html(table("1"), table("1</td></tr><tr><td>2"))).to.deep.equal([
      "text/html:",
      "table 1: stored 2 rows, now 3",
    ]);
  });

  it("compares Plotly figures by their data, the typed arrays of Python's included", () => {
    const bdata = Buffer.from(new Float64Array([1, 2.5]).buffer).toString("base64");
    expect(
      plotly({ data: [{ y: [1, 2.5], uid: "a" }] }, { data: [{ y: { dtype: "f8", bdata }, uid: "b" }] }),
    ).to.deep.equal([]);
    expect(plotly({ data: [{ y: [1, 2] }] }, { data: [{ y: [1, 3] }] })).to.deep.equal([
      "application/vnd.plotly.v1+json:",
      "data[0].y[1]: stored 2, now 3",
    ]);
    expect(plotly({ data: [{ y: [1] }] }, { data: [{ y: [1, 3] }], layout: { title: "t" } })).to.deep.equal([
      "application/vnd.plotly.v1+json:",
      "data[0].y: stored 1 entries, now 2",
      'layout: stored nothing, now {"title":"t"}',
    ]);
  });

  it("compares a PNG by its pixels, whatever its packing, SVG as text, and others by their bytes", () => {
    const image = (data: string) => shown({ "image/png": data });
    const differs = (a: Buffer, b: Buffer) =>
      compareOutputs([image(a.toString("base64"))], [image(b.toString("base64"))], options);
    expect(differs(png([1, 2, 3], 0), png([1, 2, 3], 9))).to.deep.equal([]);
    expect(differs(png([1, 2, 3]), png([1, 9, 3]))).to.deep.equal(["image/png:", "1 of 3 pixels differ"]);
    expect(differs(png([1, 2, 3]), png([1, 2]))).to.deep.equal([
      "image/png:",
      "stored 3 x 1 pixels, now 2 x 1",
    ]);
    const bytes = ["image/png:", "the bytes differ; only a PNG's pixels are looked at"];
    expect(differs(png([1]), Buffer.from("no picture"))).to.deep.equal(bytes);
    const svg = (text: string) => shown({ "image/svg+xml": text });
    expect(compareOutputs([svg("<svg>1</svg>")], [svg("<svg>2</svg>")], options)).to.deep.equal([
      "image/svg+xml:",
      "- <svg>1</svg>",
      "+ <svg>2</svg>",
    ]);
  });

  it("says that an image is not there any more", () => {
    const image = (data: string) => shown({ "image/png": data });
    expect(compareOutputs([image("a")], [shown({ "text/plain": "b" })], options)).to.deep.equal([
      "image/png: stored, not there now",
      "text/plain: not stored, there now",
    ]);
    expect(compareOutputs([image("a")], [], options)).to.deep.equal([
      "stored 1 displays (image/png), now no display",
    ]);
  });

  it("finds a cell's value in what a kernel printed last, and nothing else there", () => {
    const value = {
      output_type: "execute_result",
      data: { "text/plain": "r\n0.98", "text/html": "<table/>" },
    };
    const found = (...fresh: object[]) => compareOutputs([stream("a\n"), value], fresh as never[], options);
    expect(found(stream("a\nr\n0.98\n"))).to.deep.equal([]);
    expect(found(stream("a\nr\n0.97\n"))).to.include(
      "stored 1 displays (text/html + text/plain), now no display",
    );
    expect(found(stream("b\nr\n0.98\n"))).to.deep.equal(["stdout:", "- a", "+ b"]);
    expect(compareOutputs([value], [stream("r\n0.98\n", "stderr")], options)).to.not.deep.equal([]);
  });

  it("compares errors by name and message, not by their traceback", () => {
    const error = (evalue: string, traceback: string[]) => [
      { output_type: "error", ename: "Error", evalue, traceback },
    ];
    expect(compareOutputs(error("a", ["x"]), error("a", ["y"]), options)).to.deep.equal([]);
    expect(compareOutputs(error("a", []), error("b", []), options)).to.deep.equal([
      "error:",
      "- Error: a",
      "+ Error: b",
    ]);
  });

  it("looks past ids, times, addresses and folders, and at nothing else of them", () => {
    const id = (last: string) => `6f1c2a9e-0d3b-4c58-9f7e-1a2b3c4d5e6${last}`;
    expect(texts(id("a"), id("b"))).to.deep.equal([]);
    expect(texts("<A at 0x7f8581df9890>", "<A at 0x7f8581dfaaaa>")).to.deep.equal([]);
    expect(texts("took 12.5 ms", "took 0.3 s")).to.deep.equal([]);
    expect(texts("at 2026-01-02T03:04:05.678Z", "at 2027-11-12 13:14")).to.deep.equal([]);
    expect(texts("read /home/a/x.csv:1", "read C:\\Users\\b c\\..\\x.csv:1".replace(" c", ""))).to.deep.equal(
      [],
    );
    expect(texts("read /home/a/x.csv:1", "read /tmp/y.csv:1")).to.have.length(3);
    expect(texts("ratio 1/2/3 and/or", "ratio 1/2/4 and/or")).to.have.length(3);
    expect(html('<p id="a1">x</p>', '<p id="b2">x</p>')).to.deep.equal([]);
  });

  it("shortens a long difference and says how much more there is", () => {
    const lines = (word: string) => Array.from({ length: 40 }, (_, at) => `${word} ${at}`).join("\n");
    expect(texts(lines("a"), lines("b")).at(-1)).to.equal("… 56 more");
    expect(texts("a".repeat(300), "b")[1]).to.have.length("- ".length + 200 + "…".length);
  });
});

describe("readPatterns", () => {
  it("reads nbval's form", () => {
    const path = temporaryFile(
      "own.cfg",
      "[dates]\nregex: \\d+\\.\\d+\\.\\d{4}\nreplace: DATE\n\n# more\n[seed]\nregex=seed \\w+\nreplace=\n",
    );
    const patterns = readPatterns(path);
    expect(texts("on 1.2.2026, seed ab", "on 11.12.2027, ", { ...options, patterns })).to.deep.equal([]);
  });

  for (const [fault, text, message] of [
    [
      "a line of another kind",
      "[a]\nregexp: x\n",
      'line 2: "regexp: x" is neither [section], regex: nor replace:',
    ],
    ["replace: without regex:", "replace: x\n", "line 1: replace: comes before its regex:"],
    ["regex: without replace:", "[a]\nregex: x\n", "the last regex: has no replace:"],
    [
      "an expression that is none",
      "regex: (\nreplace: x\n",
      "line 1: Invalid regular expression: /(/gm: Unterminated group",
    ],
  ] as const) {
    it(`refuses ${fault}`, () => {
      const path = temporaryFile("bad.cfg", text);
      expect(() => readPatterns(path)).to.throw(
        `${path}${message.startsWith("line") ? " " : ": "}${message}`,
      );
    });
  }
});

describe("what --check takes for data", () => {
  const plain = { tolerance: 1e-9, patterns: patternsFor([]) };
  it("finds a duration, a date and a whole number that differ", () => {
    expect(texts("9.5 s", "3.5 s", plain)).to.deep.equal(["stdout:", "- 9.5 s", "+ 3.5 s"]);
    expect(texts("2024-01-02 10:00", "2024-01-03 10:00", plain)).to.have.length(3);
    expect(texts("193", "194", { ...plain, tolerance: 0.5 })).to.deep.equal(["stdout:", "- 193", "+ 194"]);
  });

  it("looks past durations where that is asked for, and says what", () => {
    const lookedPast: LookedPast[] = [];
    const patterns = patternsFor(["durations"]);
    expect(texts("9.5 s", "3.5 s", { tolerance: 0, patterns, lookedPast })).to.deep.equal([]);
    expect(lookedPast).to.deep.equal([{ pattern: "durations", stored: "9.5 s", fresh: "3.5 s" }]);
  });
});
