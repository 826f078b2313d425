import { expect } from "chai";
import { join } from "node:path";
import { KernelClient } from "../../dist/jupyter/run/client.js";
import { resolveKernel } from "../../dist/jupyter/run/kernel-spec.js";
import { egovKz, emptyFolder, notebookFolder, readCells, shownBy } from "./egov-kz.js";

const NOTEBOOK = "javascript.ipynb";

/** What each cell shows, as it is put down by hand; errors by name and message. */
const SHOWN = [
  ["144"],
  ["[ 1, 4, 9 ]"],
  ["b.txt"],
  ["true"],
  ["4.666666666666667"],
  ["0.9009"],
  ["Series { name: 'EGDI', rows: [ { year: 2024, value: 0.9009 } ] }"],
  ["2024"],
  ["printed object"],
  ["1\n4\n9"],
  [`TypeScriptError: 1:8 - Property 'nowhere' does not exist on type '"text"'.`],
  ["TypeScriptError: 1:14 - Type annotations can only be used in TypeScript files."],
  [
    "TypeScriptError: 1:6 - Argument of type 'string' is not assignable to parameter of type '{ year: number; value: number; }[]'.",
  ],
  ["RangeError: as asked"],
  ["TypeScriptError: 1:1 - Cannot find name 'nowhere'."],
  [""],
  ["4"],
];

for (const [title, kernel] of [
  ["our kernel, which jslab's notebooks get", []],
  ["stock jslab @long", ["--kernel", "jslab"]],
] as const)
  it(`a notebook in JavaScript shows under ${title} what is expected of it`, async function () {
    this.timeout(120_000);
    const folder = emptyFolder();
    const { code, stdout } = await egovKz(["run", NOTEBOOK, ...kernel, "--output-dir", folder]);
    expect(code, stdout).to.equal(0);
    const path = join(folder, NOTEBOOK);
    expect(SHOWN.map((_, cell) => shownBy(path, `cell-${cell + 1}`).flatMap(alike))).to.deep.equal(SHOWN);
    const [first] = readCells(path).filter(({ id }) => id === "cell-1");
    // A value is a result under ours, and text in stock jslab.
    const type = kernel[1] === "jslab" ? "stream" : "execute_result";
    expect(first!.outputs![0]).to.include({ output_type: type });
  });

/** A value is text on stdout in stock jslab, which tells of errors on stderr besides and knows no TS numbers. */
function alike(shown: string): string[] {
  if (shown.startsWith("stderr: ")) return [];
  return [shown.replace(/^stdout: ([^]*)\n$/, "$1").replace(/( - )TS\d+: /, "$1")];
}

describe("the kernel of a notebook in JavaScript", () => {
  for (const [asked, kernel, language, wanted] of [
    [undefined, "jslab", "javascript", "egov-kz-js"],
    [undefined, "egov-kz-js", undefined, "egov-kz-js"],
    [undefined, "no-such-kernel", "javascript", "egov-kz-js"],
    [undefined, undefined, "javascript", "egov-kz-js"],
    ["egov-kz-js", "jslab", "javascript", "egov-kz-js"],
    ["jslab", "jslab", "javascript", "jslab"],
    ["egov-kz", "jslab", "javascript", "egov-kz"],
  ] as const)
    it(`is ${wanted} where ${asked ?? "nothing"} is asked for and it names ${kernel}, ${language}`, () => {
      expect(resolveKernel(asked, kernel, language).name).to.equal(wanted);
    });

  it("is none where one is asked for that is not installed", () => {
    expect(() => resolveKernel("no-such-kernel", "jslab", "javascript")).to.throw("none named");
  });
});

describe("our kernel for JavaScript and stock jslab @long", function () {
  this.timeout(120_000);
  let clients: KernelClient[];
  const both = (type: string, content: object) =>
    Promise.all(clients.map(async (client) => (await client.request(type, { ...content })).content));

  before(async () => {
    const start = (kernel: string) => KernelClient.start(resolveKernel(kernel), { cwd: notebookFolder });
    clients = await Promise.all(["egov-kz-js", "jslab"].map(start));
    for (const client of clients)
      await client.execute("/** @param {number} years */\nconst grow = (years) => ({ rate: 1, years });")
        .reply;
  });
  after(() => Promise.all(clients.map((client) => client.kill())));

  for (const code of ["grow(1).ra", "gro", 'require("node:path").', "const text = ''; text.pad"])
    it(`complete ${code} alike`, async () => {
      const [ours, stock] = await both("complete_request", { code, cursor_pos: code.length });
      expect(ours!.matches).to.deep.equal(stock!.matches).and.not.be.empty;
      expect([ours!.cursor_start, ours!.cursor_end]).to.deep.equal([stock!.cursor_start, stock!.cursor_end]);
    });

  it("say the same of a name", async () => {
    const [ours, stock] = await both("inspect_request", { code: "grow(1)", cursor_pos: 2 });
    const text = ({ data }: Record<string, unknown>) =>
      (data as Record<string, string>)["text/plain"]!.trim();
    expect(text(ours!)).to.equal(text(stock!)).and.contain("(years: number)");
  });
});
