import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onceARun, RUN_FOLDER } from "../../src/base/once-a-run.js";

describe("onceARun", () => {
  let folder: string;
  beforeEach(() => (process.env[RUN_FOLDER] = folder = mkdtempSync(join(tmpdir(), "once-"))));
  afterEach(() => {
    Reflect.deleteProperty(process.env, RUN_FOLDER);
    rmSync(folder, { recursive: true, force: true });
  });

  let done = 0;
  const result = (input: unknown) => onceARun("sum", input, () => ({ times: ++done, all: [NaN, Infinity] }));
  const input = (cell: number) => ["en", { cells: new Map([["a", { value: cell }]]) }];

  it("does the work for the first that asks, and for every other input", () => {
    const first = result(input(1));
    expect(result(input(1))).to.deep.equal(first);
    expect(result(input(2)).times).to.equal(first.times + 1);
  });

  it("does it each time where no folder is named, or what is there cannot be read or written", () => {
    writeFileSync(join(folder, "sum"), "{");
    const { times } = result(input(3));
    process.env[RUN_FOLDER] = join(folder, "none");
    expect(result(input(3)).times).to.equal(times + 1);
    Reflect.deleteProperty(process.env, RUN_FOLDER);
    expect(result(input(3)).times).to.equal(times + 2);
  });
});
