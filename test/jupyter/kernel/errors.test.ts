import { expect } from "chai";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { projectRoot } from "../../../src/base/project.js";
import { cellPlaces, type CellPlaces, readableText } from "../../../src/jupyter/kernel/traceback/frames.js";
import { diagnosticError, isInterrupt, thrownError } from "../../../src/jupyter/kernel/traceback/errors.js";

/** Line 5 of the code that runs is line 2, column 9 of the cell. */
const SHIFTED = JSON.stringify({ version: 3, sources: ["a"], names: [], mappings: ";;;;AACQ" });

function placesOf(source: string): { places: CellPlaces; name: string } {
  const places = cellPlaces();
  return { places, name: places.add(7, source, SHIFTED) };
}

function errorWith(stack: string[], error = new RangeError("told")): Error {
  error.stack = [`RangeError: told`, ...stack.map((line) => `    at ${line}`)].join("\n");
  return error;
}

describe("an error of the type checker", () => {
  const diagnostic = {
    start: { line: 1, character: 6 },
    end: { line: 1, character: 9 },
    messageText: "no such thing",
    code: 2304,
  };

  it("names line and column in the cell, with carets under the fault", () => {
    expect(diagnosticError("first\nlet a=foo", [diagnostic])).to.deep.equal({
      ename: "TypeScriptError",
      evalue: "2:7 - TS2304: no such thing",
      traceback: ["cell:2:7 - TS2304: no such thing", "    let a=foo", "          ^^^"],
    });
  });

  it("keeps tabs before the carets, and ends them with the line", () => {
    const long = { ...diagnostic, start: { line: 0, character: 2 }, end: { line: 3, character: 1 } };
    expect(diagnosticError("\t\tfoo(\n", [long]).traceback.slice(1)).to.deep.equal([
      "    \t\tfoo(",
      "    \t\t^^^^",
    ]);
  });

  it("has a caret for what is missing at the end of a line", () => {
    const missing = { ...diagnostic, start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
    expect(diagnosticError("f(1", [missing]).traceback.at(-1)).to.equal("       ^");
  });

  it("names another file without a line of the cell, and tells all faults", () => {
    const other = { ...diagnostic, fileName: "helper.ts" };
    expect(diagnosticError("a", [other, other]).traceback).to.deep.equal(
      Array(2).fill("helper.ts:2:7 - TS2304: no such thing"),
    );
  });
});

describe("an error that was thrown", () => {
  it("shows the cell's frames with their lines, and no one else's", () => {
    const { places, name } = placesOf("one\n  two();\nthree");
    const error = errorWith([
      "helper (/home/user/notebooks/helper.js:1:2)",
      "library (/home/user/node_modules/danfo/index.js:1:2)",
      `Proxy.f (${name}:5:5)`,
      `${name}:1:1`,
      "Script.runInThisContext (node:vm:135:14)",
      "process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
      "new Promise (<anonymous>)",
    ]);
    expect(thrownError(error, places)).to.deep.equal({
      ename: "RangeError",
      evalue: "told",
      traceback: [
        "RangeError: told",
        "    at helper (/home/user/notebooks/helper.js:1:2)",
        "    at f (cell [7]:2:9)",
        "        two();",
      ],
    });
  });

  it("tells its causes, and what is no Error at all", () => {
    const places = cellPlaces();
    const bare = (error: Error) => Object.assign(error, { stack: "" });
    const error = bare(new Error("outer", { cause: bare(new TypeError("inner", { cause: 5 })) }));
    expect(thrownError(error, places).traceback).to.deep.equal([
      "Error: outer",
      "caused by TypeError: inner",
      "caused by Uncaught 5",
    ]);
    expect(thrownError({ a: 1 }, places)).to.include({ ename: "Error", evalue: "{ a: 1 }" });
    expect(thrownError(undefined, places).evalue).to.equal("undefined");
  });

  it("is told when its causes go in a circle, when it cannot be read, and without delay when it is long", () => {
    const places = cellPlaces();
    const [a, b] = [new Error("a"), new Error("b")].map((error) => Object.assign(error, { stack: "" })) as [Error, Error]; // prettier-ignore
    Object.assign(a, { cause: b });
    Object.assign(b, { cause: a });
    expect(thrownError(a, places).traceback).to.deep.equal(["Error: a", "caused by Error: b", "caused by [circular]"]); // prettier-ignore
    const unreadable = Object.defineProperty(new Error(), "message", {
      get: () => JSON.parse("{") as string,
    });
    expect(thrownError(unreadable, places)).to.include({ ename: "Error", evalue: "[a value that cannot be printed]" }); // prettier-ignore
    const start = process.cpuUsage();
    expect(thrownError(new Error("z".repeat(1e6)), places).evalue).to.have.lengthOf(1e6);
    expect(process.cpuUsage(start).user / 1e6).to.be.below(1);
  });

  it("is known from another realm too", () => {
    const foreign = runInNewContext('new TypeError("from there")') as unknown;
    expect(thrownError(foreign, cellPlaces())).to.include({ ename: "TypeError", evalue: "from there" });
  });

  it("is an interrupt, whichever way that came", () => {
    const signalled = Object.assign(new Error("x"), { code: "ERR_SCRIPT_EXECUTION_INTERRUPTED" });
    const interrupts = [signalled, new Error("Interrupted asynchronously")];
    for (const error of interrupts) expect(thrownError(error, cellPlaces()).ename).to.equal("Interrupted");
    expect([new Error("x"), "x", null].map(isInterrupt)).to.deep.equal([false, false, false]);
  });

  it("of a cell that is long past has no line any more", () => {
    const { places, name } = placesOf("a\nb");
    for (let i = 0; i < 1000; i++) places.add(i, "", "");
    expect(places.find(name, 5, 5)).to.equal(undefined);
    expect(thrownError(errorWith([`${name}:5:5`]), places).traceback).to.deep.equal(["RangeError: told"]);
  });
});

describe("printed text", () => {
  it("names cells in stack traces and leaves away what carries them out", () => {
    const { places, name } = placesOf("one\ntwo");
    const text = [
      "seen: Error: told",
      "    at open (node:fs:1:2)",
      `    at f (${name}:5:5)`,
      `    at ${name}:1:1`,
      "    at Script.runInThisContext (node:vm:135:14)",
      `    at run (${join(projectRoot(), "src", "jupyter", "kernel", "session", "executor.ts")}:1:1) {`,
      "  code: 'ENOENT'",
      "}",
    ].join("\n");
    expect(readableText(text, places)).to.equal(
      "seen: Error: told\n    at open (node:fs:1:2)\n    at f (cell [7]:2:9) {\n  code: 'ENOENT'\n}",
    );
  });

  it("has nothing of Node's notes in promises", () => {
    const notes =
      "  [Symbol(async_id_symbol)]: 5,\n  [Symbol(trigger_async_id_symbol)]: 4,\n  [Symbol(kResourceStore)]: <cell>";
    expect(readableText(`Promise {\n  1,\n${notes}\n}`, cellPlaces())).to.equal("Promise { 1 }");
  });

  it("is left alone otherwise", () => {
    const text = "    at the usual place (node:vm:1:1)\nPromise {\n  1\n}";
    expect(readableText(text, cellPlaces())).to.equal(text);
  });
});
