/** What a notebook or a link of a stranger's may hold instead of what it should. */
import { expect } from "chai";
import { deflateRawSync } from "node:zlib";
import { pack, unpack } from "../../src/browser/page/link.js";
import { markdownHtml } from "../../src/browser/shared/markdown.js";
import { joined, type SavedOutput } from "../../src/browser/shared/notebook.js";
import { outputHtml } from "../../src/browser/shared/output-html.js";

const refusal = (packed: string): Promise<string> =>
  unpack(packed).then(
    () => "taken",
    (error: Error) => error.message,
  );
const link = (text: string | Buffer): string => deflateRawSync(text).toString("base64url");

describe("a link", () => {
  it("is what was packed", async () => {
    const changes = {
      sources: { "cell-1": "const ә = 1;" },
      added: [["new-1", "cell-1"]] as [string, string][],
    };
    expect(await unpack(await pack(changes))).to.deep.equal(changes);
  });

  it("is refused before 400 MB are unpacked", async () => {
    const bomb = link(Buffer.alloc(400e6, " "));
    const before = process.memoryUsage().rss;
    expect(await refusal(bomb)).to.equal("a link requires at most a megabyte");
    expect(process.memoryUsage().rss - before).to.be.below(50e6);
  });

  it("is refused where it holds no cells", async () => {
    expect(await refusal(link("null"))).to.match(/Cannot destructure|null/);
    expect(await refusal(link('{"sources": {"a": 1}}'))).to.equal("a link requires sources of cells");
    expect(await refusal(link('{"sources": {}, "added": [1]}'))).to.equal("a link requires pairs of cells");
  });
});

describe("a malformed output", () => {
  const outputs: Record<string, unknown> = {
    "an error without a trace": { output_type: "error", ename: "E", evalue: "v", traceback: null },
    "an error whose trace is a text": { output_type: "error", ename: "E", evalue: "v", traceback: "x" },
    "a display of nothing": { output_type: "display_data", data: null },
    "a display without data": { output_type: "display_data" },
    "a text that is a number": { output_type: "display_data", data: { "text/plain": 7 } },
    "a stream without text": { output_type: "stream", name: "stdout", text: null },
    "of no kind": {},
  };
  for (const [what, output] of Object.entries(outputs))
    it(`is shown nevertheless: ${what}`, () => {
      expect(outputHtml(output as SavedOutput)).to.match(/^<(pre|div)/);
    });

  it("is said by its error, and a source that is no text is none", () => {
    expect(outputHtml(outputs["an error without a trace"] as SavedOutput)).to.contain("E: v");
    for (const source of [null, 7, {}]) expect(joined(source)).to.equal("");
  });
});

describe("a formula", () => {
  for (const text of [
    "$a_$",
    "$a^$",
    "$\\frac{1}$",
    "$\\left($",
    "$}$",
    "$$\\begin{x}$$",
    "$\\$",
    "$a_$ and `b` and $c^$",
  ])
    it(`that is not whole is shown, and what follows it: ${text}`, () => {
      expect(markdownHtml(`${text}\n\nbehind`)).to.contain("<p>behind</p>");
    });

  it("is not looked for where a text has the sign that stands for one", () => {
    expect(markdownHtml("\ue0000\ue000 and \ue0009\ue000")).to.equal("<p>0 and 9</p>\n");
  });
});
