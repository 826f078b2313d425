import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { expandPaths } from "../../src/cli/run/expand.js";
import { parseShard, readReports, shardOf } from "../../src/cli/run/shard.js";

const folder = mkdtempSync(join(tmpdir(), "shards-"));
function report(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
const of = (index: number, ...paths: string[]) => ({
  ok: true,
  shard: { index, total: 2 },
  notebooks: paths.map((path) => ({ path, ok: true, seconds: 1, cells: [], failures: [] })),
});

describe("run --shard", () => {
  it("gives every notebook to one of the parts", () => {
    const items = ["a", "b", "c", "d", "e"];
    const parts = [1, 2, 3].map((index) => shardOf(items, { index, total: 3 }));
    expect(parts).to.deep.equal([["a", "d"], ["b", "e"], ["c"]]);
  });

  it("refuses a part that is none", () => {
    for (const text of ["3/2", "0/2", "2", "a/b"])
      expect(() => parseShard(text), text).to.throw("it must be like 2/4: a part of a total.");
  });
});

describe("run --merge", () => {
  it("joins the reports in the order of the paths", () => {
    const reports = [report("2.json", of(2, "b")), report("1.json", of(1, "a", "c"))];
    expect(readReports(reports).map(({ path }) => path)).to.deep.equal(["a", "b", "c"]);
  });

  it("names a shard that is missing or there twice, and a file that is no report", () => {
    const one = report("one.json", of(1, "a"));
    expect(() => readReports([one])).to.throw("run --merge found no report of shard 2/2");
    expect(() => readReports([one, one, report("two.json", of(2))])).to.throw(
      `run --merge requires each shard once, got 1/2 in ${one} and ${one}`,
    );
    const other = report("other.json", {});
    expect(() => readReports([other])).to.throw(`run --merge requires a report of run --json, got ${other}`);
  });
});

describe("the notebooks of a call", () => {
  it("are those of a folder or of a pattern, and none is said", () => {
    const notebooks = join(folder, "notebooks");
    mkdirSync(notebooks);
    for (const name of ["b.ipynb", "a.ipynb", "c.txt"]) writeFileSync(join(notebooks, name), "{}");
    const both = ["a.ipynb", "b.ipynb"].map((name) => join(notebooks, name));
    expect(expandPaths([notebooks])).to.deep.equal(both);
    expect(expandPaths([join(notebooks, "*.ipynb")])).to.deep.equal(both);
    const none = join(notebooks, "x*.ipynb");
    expect(() => expandPaths([none])).to.throw(`run found no notebook in ${none}`);
  });
});
