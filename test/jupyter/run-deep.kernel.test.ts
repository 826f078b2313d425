import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { egovKz, emptyFolder } from "./egov-kz.js";

/** What a reader of messages, of outputs or of notebooks may not come out of. */
const HOSTILE: Record<string, string> = {
  "a value 100,000 arrays deep": "let deep: any = []; for (let i = 0; i < 100_000; i++) deep = [deep]; deep",
  "an object that is its own member": "const own: any = {}; own.own = own; own",
  "an error whose message is an object 100,000 deep":
    "let worse: any = {}; for (let i = 0; i < 100_000; i++) worse = { worse }; throw worse;",
  "a line of ten million characters": 'process.stdout.write("x".repeat(1e7));',
  "an output 7,500 lists deep":
    '(globalThis as any)[Symbol.for("egov-kz.display")]({ data: { "application/json": JSON.parse("[".repeat(7500) + "]".repeat(7500)) }, metadata: {}, transient: {} }, false);',
};

describe("a notebook with what breaks a reader", function () {
  this.timeout(180_000);
  it("costs no other notebook its outcome, and the next cells run", async () => {
    const folder = emptyFolder();
    const cellsOf = (sources: readonly string[]) =>
      sources.map((source, at) => ({
        ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
        ...{ id: `c${at}`, source: [source] },
      }));
    const metadata = { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } };
    const notebooks = { hostile: [...Object.values(HOSTILE), "6 * 7"], fine: ["6 * 7"] };
    for (const [name, sources] of Object.entries(notebooks))
      writeFileSync(
        join(folder, `${name}.ipynb`),
        JSON.stringify({ cells: cellsOf(sources), metadata, nbformat: 4, nbformat_minor: 5 }),
      );
    const paths = Object.keys(notebooks).map((name) => join(folder, `${name}.ipynb`));
    const { stderr } = await egovKz(["run", ...paths, "--in-place", "--allow-errors"]);
    // Also where standard output is thrown away.
    expect(stderr).to.match(/^egov-kz: 1 of 2 failed: \S+hostile\.ipynb cell 3 \(Error: .*\)\n$/);
    for (const path of paths) {
      const { cells } = JSON.parse(readFileSync(path, "utf8")) as {
        cells: { outputs: { data: object }[] }[];
      };
      expect(cells.at(-1)!.outputs[0]!.data, path).to.deep.equal({ "text/plain": ["42"] });
    }
  });
});
