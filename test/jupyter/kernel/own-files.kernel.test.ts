import { expect } from "chai";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { redeclared, type Declarations } from "../../../src/jupyter/kernel/compile/declarations.js";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";
import { keepBuiltins } from "../../../src/jupyter/kernel/session/builtins.js";
import { createExecutor } from "../../../src/jupyter/kernel/session/executor.js";
import { cellPlaces, userFrames } from "../../../src/jupyter/kernel/traceback/frames.js";

describe("files of the user's own that cells import", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "egov-kz-files-")));
  const write = (files: Record<string, string>): void => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  };
  const converter = createConverter(folder);
  const executor = createExecutor(folder, () => undefined, keepBuiltins());
  const places = cellPlaces();
  let previous: Declarations = [];
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    Reflect.deleteProperty(globalThis, Symbol.for("egov-kz.display"));
  });

  async function run(cell: string): Promise<unknown> {
    const conversion = converter.convert(previous, cell);
    expect(conversion.diagnostics, cell).to.deep.equal([]);
    for (const side of conversion.sideOutputs ?? []) places.addFile(side.path, side.map);
    const [value] = await executor.run(conversion, places.add(1, cell, conversion.map!));
    previous = redeclared(previous, conversion.declared!);
    return value;
  }

  it("may await at their top level, whatever their ending, and import each other", async () => {
    write({
      "one.ts": "export const one: number = await (Promise.resolve(1));",
      "two.mjs": "export const two = await Promise.resolve(2);",
      "three.js": "for await (const n of [3]) globalThis.three = n;\nexport const three = globalThis.three;",
      "all.ts": `import { one } from "./one";
        import { two } from "./two.mjs";
        import { three } from "./three.js";
        export const all: number[] = [one, two, three, await Promise.resolve(4)];`,
      "plain.ts": 'export * from "./all";',
    });
    expect(await run('import { two } from "./two.mjs"; two')).to.equal(2);
    expect(await run('import { all } from "./plain"; all')).to.deep.equal([1, 2, 3, 4]);
    write({ "one.ts": "export const one: number = await Promise.resolve(10); // changed" });
    expect(await run('import { all } from "./plain.ts"; all')).to.deep.equal([10, 2, 3, 4]);
  });

  it("may await at their top level where import() asks for them", async () => {
    write({ "later.mjs": "export const later = await Promise.resolve(5);" });
    expect(await run('const given = await import("./later.mjs"); given.later')).to.equal(5);
  });

  it("that await are not for require(), as in Node: the cell stops there and is not begun anew", async () => {
    write({ "awaits.mjs": "export const n = await Promise.resolve(1);", "awaits.ts": "export const n = await Promise.resolve(1);" }); // prettier-ignore
    for (const name of ["./awaits.mjs", "./awaits.ts"]) {
      const cell = `import type { n } from "${name}"; globalThis.begun = (globalThis.begun ?? 0) + 1; require("${name}")`;
      const error = (await run(`declare var begun: number; ${cell}`).catch(
        (thrown: unknown) => thrown,
      )) as Error;
      expect(error.message).to.include("import() instead");
    }
    expect((globalThis as { begun?: number }).begun).to.equal(2);
    Reflect.deleteProperty(globalThis, "begun");
  });

  it("know where they are, and JSON that is none is named", async () => {
    write({
      "where.ts": "export const { filename, dirname, url } = import.meta;",
      "broken.json": '{"a": 1,}',
    });
    const where = await run('import * as where from "./where"; [where.filename, where.dirname, where.url]');
    expect(where).to.deep.equal([join(folder, "where.ts"), folder, pathToFileURL(join(folder, "where.ts")).href]); // prettier-ignore
    const error = (await run('import broken from "./broken.json"; broken').catch((thrown: unknown) => thrown)) as Error; // prettier-ignore
    expect(error.message).to.include(`${join(folder, "broken.json")}: `);
  });

  it("have the lines of their own text in a traceback, not those of the compiled one", async () => {
    const lines = [
      "interface Option {",
      "  x: number;",
      "}",
      "",
      "export const enum Level { Low = 1 }",
      "export function fail({ x }: Option): never {",
      "  throw new RangeError(`inside ${x}`);",
      "}",
    ];
    write({
      "faulty.ts": lines.join("\n"),
      "late.ts": `${lines.join("\n")}\nawait Promise.resolve();\nfail({ x: 1 });`,
    });
    const framesOf = async (cell: string): Promise<string[]> =>
      run(cell).then(
        () => [],
        (error: unknown) => userFrames(error as Error, places).map((line) => line.trim()),
      );
    const at = (file: string, line: number, column: number): string =>
      `${join(folder, file)}:${line}:${column}`;
    expect(await framesOf('import { fail, Level } from "./faulty"; fail({ x: Level.Low });')).to.include(
      `at fail (${at("faulty.ts", 7, 9)})`,
    );
    expect(await framesOf('import "./late";')).to.include.members([
      `at fail (${at("late.ts", 7, 9)})`,
      `at ${at("late.ts", 10, 1)}`,
    ]);
  });
});
