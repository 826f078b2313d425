import { expect } from "chai";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compiledCells } from "../../dist/jupyter/run/compiled-cells.js";
import { compileService } from "../../dist/jupyter/run/compile-service.js";

describe("compiled cells kept for the next run @long", function () {
  this.timeout(60_000);
  let folder: string, cache: string;
  const types = (text: string) => {
    mkdirSync(join(folder, "node_modules", "scale"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "scale", "index.d.ts"), text);
  };
  const DOUBLE = 'import { twice } from "scale";\ntwice(2)';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cells-"));
    cache = join(folder, "cache");
    types("export declare function twice(x: number): number;");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What a run makes of a cell, and whether it was compiled in an earlier one. */
  async function run(source: string): Promise<{ faulty: boolean; wasKnown: boolean }> {
    const cell = { folder, previous: [], source };
    const wasKnown = compiledCells(folder, cache).get(cell) !== undefined;
    const service = compileService(cache);
    const compiled = await service.compile(cell);
    await service.close();
    return { faulty: compiled === undefined, wasKnown };
  }

  it("are taken as they are, and are those that the compiler makes", async () => {
    expect(await run(DOUBLE)).to.deep.equal({ faulty: false, wasKnown: false });
    expect(await run(DOUBLE)).to.deep.equal({ faulty: false, wasKnown: true });
    expect(await run("6 * 7")).to.deep.equal({ faulty: false, wasKnown: false });
    const cell = { folder, previous: [], source: DOUBLE };
    const [kept, fresh] = [compileService(cache), compileService(join(folder, "empty"))];
    expect(await kept.compile(cell)).to.deep.equal(await fresh.compile(cell));
    await Promise.all([kept.close(), fresh.close()]);
  });

  it("are compiled anew where a type has changed: a cell that has a fault now has it", async () => {
    await run(DOUBLE);
    types("export declare function twice(x: string): number;");
    expect(await run(DOUBLE)).to.deep.equal({ faulty: true, wasKnown: false });
  });

  it("are compiled anew where packages were added or taken away", async () => {
    await run("6 * 7");
    mkdirSync(join(folder, "node_modules", "other"));
    expect(await run("6 * 7")).to.deep.equal({ faulty: false, wasKnown: false });
  });

  it("are neither those with faults nor those that have to do with a user's own files", async () => {
    writeFileSync(join(folder, "own.json"), '{"x": 1}');
    for (const source of [
      'const n: number = "n";',
      'import own from "./own.json";\nown.x',
      'import "./later";',
    ])
      for (let time = 0; time < 2; time++) expect((await run(source)).wasKnown, source).to.equal(false);
  });

  it("are not missed where they cannot be written or read", async () => {
    writeFileSync(cache, "a file, no folder");
    expect(await run("6 * 7")).to.deep.equal({ faulty: false, wasKnown: false });
    rmSync(cache);
    for (const spoiled of ['["stamp"', "{}", "[]", "null"]) {
      await run("6 * 7");
      writeFileSync(join(cache, readdirSync(cache)[0]!), spoiled);
      expect(await run("6 * 7"), spoiled).to.deep.equal({ faulty: false, wasKnown: false });
    }
  });
});
