import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { redeclared, type Declarations } from "../../../src/jupyter/kernel/compile/declarations.js";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";
import { keepBuiltins } from "../../../src/jupyter/kernel/session/builtins.js";
import { loadTypeScript } from "../../../src/jupyter/kernel/compile/typescript.js";
import { createExecutor } from "../../../src/jupyter/kernel/session/executor.js";

const converter = createConverter(process.cwd(), true);

/** The values of the last expressions of cells that are run one after the other. */
async function run(...cells: string[]): Promise<unknown[]> {
  const executor = createExecutor(process.cwd(), () => undefined, keepBuiltins());
  let previous: Declarations = [];
  const values: unknown[] = [];
  for (const [at, cell] of cells.entries()) {
    const conversion = converter.convert(previous, cell);
    expect(conversion.diagnostics, cell).to.deep.equal([]);
    values.push((await executor.run(conversion, `cell-${at}.js`))[0]);
    previous = redeclared(previous, conversion.declared!);
  }
  return values;
}

describe("a name of the top level", () => {
  after(() => Reflect.deleteProperty(globalThis, Symbol.for("egov-kz.display")));

  const cases: [string, string[], unknown][] = [
    [
      "a variable in a function",
      ["let rate = 1; const taxed = (x: number) => x * rate;", "rate = 2", "taxed(100)"],
      200,
    ],
    ["declared anew", ["let a = 1; function f() { return a }", "const a = 2", "f()"], 2],
    [
      "a function",
      ["function g() { return 1 }\nfunction f() { return g() }", "function g() { return 2 }", "f()"],
      2,
    ],
    [
      "a class in its own method",
      [
        "class A { n = 1; make() { return new A().n } }\nconst a = new A();",
        "class A { n = 2; make() { return 0 } }",
        "a.make()",
      ],
      2,
    ],
    ["a class in its static members", ["class A { static one = new A(); n = 3 }", "A.one.n"], 3],
    ["shorthand", ["let a = 1; const f = () => ({ a });", "a = 2", "f().a"], 2],
    [
      "a pattern",
      [
        "let [a, { b = 5 }] = [1, {} as { b?: number }]; const f = () => a + b;",
        "({ b: a, a: b } = { a: 1, b: 2 })",
        "f()",
      ],
      3,
    ],
    ["var in a loop", ["for (var i = 0; i < 3; i++); const f = () => i;", "i", "i = 7; f()"], 7],
    [
      "hidden by a parameter",
      ["let x = 1; const f = (x: number) => { { let x = 9; } return x };", "x = 2; f(5)"],
      5,
    ],
    ["typeof", ["let v: any = 1; const f = () => typeof v;", "v = 'a'", "f()"], "string"],
    ["its own name as a function", ["export const half = (x: number) => x / 2;", "half.name"], "half"],
    [
      "await in brackets",
      ["const j = await (await (Promise.resolve({ json: async () => 4 }))).json();", "j"],
      4,
    ],
    [
      "await of a list, a template, a negative number",
      ["[(await [1])[0], await `x`, await -1].join()"],
      "1,x,-1",
    ],
    ["using", ["let closed = 0;", "using d = { [Symbol.dispose]() { closed++ } };", "closed"], 1],
    ["a property of that name", ["let rate = 1;", "({ rate: 5 }).rate + rate"], 6],
    [
      "an enum and a namespace",
      ["enum E { a = 1, b = a + 1 }\nnamespace N { export const n = E.b }", "N.n + E.a"],
      3,
    ],
    ["called without a receiver", ["function f(this: unknown) { return this === undefined }", "f()"], true],
    [
      "a standard decorator",
      [
        "const twice = (f: any, _: unknown) => function (this: any) { return 2 * f.call(this) };\nclass A { @twice n() { return 21 } }",
        "new A().n()",
      ],
      42,
    ],
  ];
  for (const [what, cells, value] of cases)
    it(`is one binding: ${what}`, async () => expect((await run(...cells)).at(-1)).to.deep.equal(value));

  // Node's own reading of a script is the oracle: cells in a row do the same.
  const scripts: readonly string[][] = [
    ["function make() { interface P { a: number } const p: P = { a: 1 }; return p; }", "make().a"],
    ["interface P { z: string }", "function make() { interface P { a: number } const p: P = { a: 2 }; return p; }", "make().a"],
    ["const K = class { private k = 3; get() { return this.k } };", "new K().get()"],
    ["const K = class { #k = 4; get() { return this.#k } };", "new K().get()"],
    ["type New = new (...given: any[]) => object;\nfunction timed<T extends New>(B: T) { return class extends B { private at = 5; time() { return this.at } } }", "const Timed = timed(class { x = 1 });", "new Timed().time() + new Timed().x"],
    ["const read = () => { enum E { a = 6 } return E.a };", "read()"],
    ["let click = 1, click$ = 7; const both = () => [click, click$];", "both()"],
    ["let a$ = 1, a = 2, a$$ = 3, session = 4, session$ = 5, session$$ = 6;", "[a$, a, a$$, session, session$, session$$]"],
    ["class require { static n = 9 }", "require.n"],
    ["outer: for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; }", "[i, j]"],
    ["async function* two() { yield 1; yield 2 }", "for await (var last of two()) ;", "last"],
    ["for (var { a: { b } = { b: 7 } } of [{ a: { b: 1 } }, {} as any]) ;", "b"],
    ["function f() { return f.x }\nnamespace f { export const x = 8 }", "f()"],
    ["class A { static self = this; static also = A.name }", "[A.self === A, A.also]"],
    ["let o = { p: 1 }; ({ p: o.p = 5 } = {} as any);", "o"],
    ["try { throw new Error('e') } catch ({ message }) { var m = message }", "m"],
  ]; // prettier-ignore
  it("is what Node makes of the cells as one script", async () => {
    const { transpile, ScriptTarget } = loadTypeScript();
    const asOne = scripts.map((cells) => `(async () => { ${cells.slice(0, -1).join("\n;")}\n; return ${cells.at(-1)} })`); // prettier-ignore
    const code = transpile(`void [${asOne.join()}].reduce(async (all: any, one: any) => [...(await all), await one()], []).then((all: any) => console.log(JSON.stringify(all)))`, { target: ScriptTarget.ES2022 }); // prettier-ignore
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }); // prettier-ignore
    expect(stderr).to.equal("");
    const expected = JSON.parse(stdout) as unknown[];
    for (const [at, cells] of scripts.entries())
      expect((await run(...cells)).at(-1), cells.join("\n---\n")).to.deep.equal(expected[at]);
  });

  it("that is a const enum is read anew, too", async () => {
    const cells = ["const enum Rate { low = 1 }\nfunction low() { return Rate.low }", "const enum Rate { low = 5 }", "low()"]; // prettier-ignore
    expect((await run(...cells)).at(-1)).to.equal(5);
  });

  it("that is a constant refuses to be assigned to", async () => {
    const cells = ["let k = 1; function set() { k = 2 }", "const k = 5;", "set()"];
    const error = await run(...cells).catch((thrown: unknown) => thrown);
    expect(error)
      .to.be.instanceOf(TypeError)
      .with.property("message", "k is a constant: it cannot be assigned to");
  });

  it("is what Python and one object of names make of it, in generated sequences of cells", async () => {
    const random = xoroshiro128plus(20261130);
    const below = (n: number): number => uniformInt(random, 0, n - 1);
    const sequences = Array.from({ length: 60 }, () => sequence(below));
    const program = `import json, sys
out = []
for cells in json.load(sys.stdin):
    names = {}
    for cell in cells: exec(cell, names)
    out.append([names[n] for n in "abc"])
print(json.dumps(out))`;
    const input = JSON.stringify(sequences.map((cells) => cells.map(({ python }) => python)));
    const { stdout, status, stderr } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
    expect(status, stderr).to.equal(0);
    const expected = JSON.parse(stdout) as number[][];
    for (const [at, cells] of sequences.entries()) {
      const written = cells.map(({ typescript }) => typescript);
      const names = {} as Names;
      for (const { model } of cells) model(names);
      expect([names.a, names.b, names.c], "the model").to.deep.equal(expected[at]);
      const got = await run(...written, "[a, b, c]");
      expect(got.at(-1), written.join("\n---\n")).to.deep.equal(expected[at]);
    }
  }).timeout(120_000);

  it("of a parameters cell is what was given for it, in functions of that cell, too", async () => {
    const cells = [
      'let country = "A"; const named = () => `in ${country}`;',
      'let country = "B";',
      "named()",
    ];
    expect((await run(...cells)).at(-1)).to.equal("in B");
  });
});

/** What the names hold, `get` what the class K has; functions are called without arguments. */
type Names = Record<"a" | "b" | "c", number> & Record<"f" | "g" | "get", () => number>;

interface Cell {
  typescript: string;
  python: string;
  /** What it does to an object of names. */
  model(names: Names): void;
}

/** Variables, functions that read and write them, and calls, each of which may be declared anew at any time. */
function sequence(below: (n: number) => number): Cell[] {
  const name = (): "a" | "b" | "c" => (["a", "b", "c"] as const)[below(3)]!;
  const cell = (typescript: string, python: string, model: Cell["model"]): Cell => ({
    typescript,
    python,
    model,
  });
  const cells = [
    cell("let a: any = 1; let b: any = 2; let c: any = 3;", "a = 1; b = 2; c = 3", (m) => Object.assign(m, { a: 1, b: 2, c: 3 })), // prettier-ignore
    cell("declare function setTimeout(work: () => void): void;", "", () => undefined),
    cell("let f: any = () => a; let g: any = () => b;", "f = lambda: a\ng = lambda: b", (m) => Object.assign(m, { f: () => m.a, g: () => m.b })), // prettier-ignore
  ];
  for (let i = 0; i < 9; i++) {
    const [x, y, z, h, n] = [name(), name(), name(), (["f", "g"] as const)[below(2)]!, below(9)];
    const set = (m: Names): number => (m[x] = m[y] + 1);
    // prettier-ignore
    const kinds = [
      cell(`${x} = ${y} + ${n}`, `${x} = ${y} + ${n}`, (m) => void (m[x] = m[y] + n)),
      cell(`let ${x}: any = ${n};`, `${x} = ${n}`, (m) => void (m[x] = n)),
      cell(`var ${x}: any = ${n};`, `${x} = ${n}`, (m) => void (m[x] = n)),
      cell(`let ${h}: any = () => ${x} * 2 + ${y};`, `${h} = lambda: ${x} * 2 + ${y}`, (m) => void (m[h] = () => m[x] * 2 + m[y])),
      cell(`function ${h}(): any { ${x} = ${y} + 1; return ${x}; }`, `def ${h}():\n    global ${x}\n    ${x} = ${y} + 1\n    return ${x}`, (m) => void (m[h] = () => set(m))),
      // A parameter hides the name.
      cell(`function ${h}(${x}: any = 4): any { return ${x} + ${y}; }`, `def ${h}(${x}=4): return ${x} + ${y}`, (m) => void (m[h] = () => 4 + (x === y ? 4 : m[y]))),
      // A closure keeps what it was made with, and reads what is outside of it as it is.
      cell(`let ${h}: any = ((k: any) => () => k + ${x})(${y});`, `${h} = (lambda k: lambda: k + ${x})(${y})`, (m) => { const k = m[y]; m[h] = () => k + m[x]; }),
      cell(`class K { get() { return ${x} } }\nlet ${h}: any = () => new K().get() + ${y};`, `class K:\n    def get(self): return ${x}\n${h} = lambda: K().get() + ${y}`, (m) => { m.get = () => m[x]; m[h] = () => m.get() + m[y]; }),
      cell(`await new Promise<void>((done) => setTimeout(() => { ${x} = ${y} + 1; done(); }));`, `${x} = ${y} + 1`, (m) => void set(m)),
      cell(`[${x}, ${y}] = [${y}, ${z}]`, `${x}, ${y} = ${y}, ${z}`, (m) => { const [first, second] = [m[y], m[z]]; m[x] = first; m[y] = second; }),
      cell(`for (${x} of [${n}, ${h}()]) ${y} = ${x};`, `for ${x} in [${n}, ${h}()]: ${y} = ${x}`, (m) => { for (const one of [n, m[h]()]) { m[x] = one; m[y] = m[x]; } }),
      cell(`${x} = ${h}()`, `${x} = ${h}()`, (m) => void (m[x] = m[h]())),
    ];
    cells.push(kinds[below(kinds.length)]!);
  }
  return cells;
}
