/** What a cell may do to the objects that it shares with the kernel; the next cells are answered as if it had not. */
import { expect } from "chai";
import { KernelClient } from "../../../dist/jupyter/run/client.js";
import { CompileService } from "../../../dist/jupyter/run/compile-service.js";
import { builtKernel } from "./installed-kernel.js";

const SABOTAGES: Record<string, string> = {
  "sets JSON to null": "(globalThis as any).JSON = null;",
  "replaces JSON's functions": `JSON.stringify = (() => "{") as any; JSON.parse = (() => { throw 1; }) as any;`,
  "has all objects write themselves":
    "(Object.prototype as any).toJSON = () => 1; (Array.prototype as any).toJSON = () => 2;",
  "gives Object.prototype the fields of a descriptor":
    "Object.assign(Object.prototype, { get: 1, set: 2, writable: true });",
  "makes every object a promise": "(Object.prototype as any).then = () => {};",
  "removes what arrays do": `for (const key of ["map", "filter", "push", "join", "find", "some", "every", "shift", "flatMap"]) (Array.prototype as any)[key] = null;`,
  "breaks iteration":
    "delete (Array.prototype as any)[Symbol.iterator]; Object.getPrototypeOf([].keys()).next = null;",
  "removes what texts do": `for (const key of ["replace", "replaceAll", "split", "slice", "trim", "includes", "match"]) (String.prototype as any)[key] = () => { throw new Error(key); };`,
  "breaks patterns": "(RegExp.prototype as any).exec = null; RegExp.prototype.test = () => true;",
  "breaks maps and sets":
    "(Map as any).prototype.get = null; (Map as any).prototype.set = null; (Set as any).prototype.has = null; (globalThis as any).Map = null;",
  "breaks promises":
    "(Promise.prototype as any).then = () => {}; (Promise.prototype as any).constructor = null; (globalThis as any).Promise = null;",
  "removes what objects can be asked":
    "for (const key of Object.getOwnPropertyNames(Object)) try { (Object as any)[key] = null; } catch {}",
  "breaks functions":
    "(Function.prototype as any).call = null; (Function.prototype as any).bind = null; (Function.prototype as any).apply = null;",
  "removes timers":
    "for (const key of ['setTimeout', 'setImmediate', 'queueMicrotask', 'clearTimeout']) (globalThis as any)[key] = null;",
  "removes process, Buffer and Atomics":
    "for (const key of ['process', 'Buffer', 'Atomics', 'Reflect', 'Symbol', 'Error']) (globalThis as any)[key] = null;",
  "removes all listeners": "process.removeAllListeners();",
  "breaks events": `(require("events").EventEmitter.prototype as any).emit = null; (process as any).nextTick = null;`,
  "breaks errors": `Error.prepareStackTrace = () => { throw new Error("no stack"); }; Error.stackTraceLimit = 0;`,
  "freezes what all objects have":
    "for (const one of [Object, Array, Function, Promise, String]) Object.freeze(one.prototype);",
  "does it later":
    "void setTimeout(() => { (globalThis as any).JSON = null; (Array.prototype as any).map = null; }, 1); await new Promise((done) => setTimeout(done, 20));",
};

/** What a kernel says of cells that know nothing of the sabotage. */
async function answers(kernel: KernelClient): Promise<unknown[]> {
  const said: unknown[] = [];
  kernel.onOutput = ({ header, content }) => {
    if (header.msg_type === "execute_result")
      said.push((content.data as Record<string, unknown>)["text/plain"]);
  };
  for (const cell of ["6 * 7", "console.log('x'); throw 'none'", "let x = 1", "x + 1"])
    said.push((await kernel.execute(cell).reply).content.status);
  return said;
}
const EXPECTED = ["42", "ok", "error", "ok", "2", "ok"];

describe("a kernel", function () {
  this.timeout(60_000);
  const compiler = new CompileService();
  after(() => compiler.close());

  for (const [what, code] of Object.entries(SABOTAGES))
    it(`says what 6 * 7 is when a cell ${what}`, async () => {
      const kernel = await KernelClient.start(builtKernel(), { cwd: process.cwd(), compiler });
      try {
        await kernel.execute(code).reply;
        expect(await answers(kernel)).to.deep.equal(EXPECTED);
      } finally {
        await kernel.kill();
      }
    });

  it("that compiles by itself goes on when cells do all of that", async () => {
    const kernel = await KernelClient.start(builtKernel(), { cwd: process.cwd() });
    try {
      for (const [what, code] of Object.entries(SABOTAGES)) {
        await kernel.execute(code).reply;
        expect(await answers(kernel), what).to.deep.equal(EXPECTED);
      }
    } finally {
      await kernel.kill();
    }
  });
});

describe("what a cell changes of JavaScript's own objects", function () {
  this.timeout(60_000);
  it("holds for its own code and that of later cells, also behind an await and in timers", async () => {
    const kernel = await KernelClient.start(builtKernel(), { cwd: process.cwd() });
    let shown: unknown;
    kernel.onOutput = ({ header, content }) => {
      if (header.msg_type === "execute_result")
        shown = (content.data as Record<string, unknown>)["text/plain"];
    };
    const cells = [
      `Object.defineProperty(Array.prototype, "last", { configurable: true, value() { return this[this.length - 1]; } });
       JSON.stringify = (() => "mine") as any; const seen: unknown[] = [];
       const look = () => seen.push(([7] as any).last(), JSON.stringify(1));
       look(); await 0; look(); await null; setTimeout(look); setTimeout(look, 30); process.nextTick(look);`,
      "look(); await new Promise((done) => setTimeout(done, 60)); look()",
      "seen.join()",
    ];
    try {
      for (const cell of cells)
        expect((await kernel.execute(cell).reply).content, cell).to.include({ status: "ok" });
      expect(shown).to.equal(Array(7).fill("7,mine").join());
    } finally {
      await kernel.kill();
    }
  });
});
