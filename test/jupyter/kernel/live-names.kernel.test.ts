import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Declarations } from "../../../src/jupyter/kernel/compile/conversion.js";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";
import { Builtins } from "../../../src/jupyter/kernel/session/builtins.js";
import { Executor } from "../../../src/jupyter/kernel/session/executor.js";

const converter = createConverter(process.cwd(), true);

/** The values of the last expressions of cells that are run one after the other. */
async function run(...cells: string[]): Promise<unknown[]> {
  const executor = new Executor(process.cwd(), () => undefined, new Builtins());
  let previous: Declarations = [];
  const values: unknown[] = [];
  for (const [at, cell] of cells.entries()) {
    const conversion = converter.convert(previous, cell);
    expect(conversion.diagnostics, cell).to.deep.equal([]);
    values.push((await executor.run(conversion, `cell-${at}.js`))[0]);
    previous = conversion.declarations!;
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

  it("that is a constant refuses to be assigned to", async () => {
    const cells = ["let k = 1; function set() { k = 2 }", "const k = 5;", "set()"];
    const error = await run(...cells).catch((thrown: unknown) => thrown);
    expect(error)
      .to.be.instanceOf(TypeError)
      .with.property("message", "k is a constant: it cannot be assigned to");
  });

  it("is what Python makes of it, in generated sequences of cells", async () => {
    const random = xoroshiro128plus(20261130);
    const below = (n: number): number => uniformInt(random, 0, n - 1);
    const sequences = Array.from({ length: 40 }, () => sequence(below));
    const program = `import json, sys
out = []
for cells in json.load(sys.stdin):
    names = {}
    for cell in cells: exec(cell, names)
    out.append([names[n] for n in "abc"])
print(json.dumps(out))`;
    const input = JSON.stringify(sequences.map((cells) => cells.map(({ python }) => python)));
    const { stdout, status } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
    expect(status).to.equal(0);
    const expected = JSON.parse(stdout) as number[][];
    for (const [at, cells] of sequences.entries()) {
      const written = cells.map(({ typescript }) => typescript);
      const got = await run(...written, "[a, b, c]");
      expect(got.at(-1), written.join("\n---\n")).to.deep.equal(expected[at]);
    }
  }).timeout(120_000);
});

interface Cell {
  typescript: string;
  python: string;
}

/** Variables, functions that read and write them, and calls, each of which may be declared anew at any time. */
function sequence(below: (n: number) => number): Cell[] {
  const name = (): string => "abc"[below(3)]!;
  const other = (): string => "fg"[below(2)]!;
  const cell = (typescript: string, python: string): Cell => ({ typescript, python });
  const cells = [
    cell("let a: any = 1; let b: any = 2; let c: any = 3;", "a = 1; b = 2; c = 3"),
    cell("let f: any = () => a; let g: any = () => b;", "f = lambda: a\ng = lambda: b"),
  ];
  for (let i = 0; i < 8; i++) {
    const [x, y, z, h, n] = [name(), name(), name(), other(), below(9)];
    const kinds = [
      cell(`${x} = ${y} + ${n}`, `${x} = ${y} + ${n}`),
      cell(`let ${x}: any = ${n};`, `${x} = ${n}`),
      cell(`var ${x}: any = ${n};`, `${x} = ${n}`),
      cell(`let ${h}: any = () => ${x} * 2 + ${y};`, `${h} = lambda: ${x} * 2 + ${y}`),
      cell(
        `function ${h}(): any { ${x} = ${y} + 1; return ${x}; }`,
        `def ${h}():\n    global ${x}\n    ${x} = ${y} + 1\n    return ${x}`,
      ),
      cell(
        `function ${h}(${x}: any = 4): any { return ${x} + ${y}; }`.replace(
          `(${x}: any = 4): any { return ${x} + ${x}`,
          `(q: any = 4): any { return q + q`,
        ),
        x === y ? `def ${h}(q=4): return q + q` : `def ${h}(${x}=4): return ${x} + ${y}`,
      ),
      cell(`[${x}, ${y}] = [${y}, ${z}]`, `${x}, ${y} = ${y}, ${z}`),
      cell(`for (${x} of [${n}, ${h}()]) ${y} = ${x};`, `for ${x} in [${n}, ${h}()]: ${y} = ${x}`),
      cell(`${x} = ${h}()`, `${x} = ${h}()`),
    ];
    cells.push(kinds[below(kinds.length)]!);
  }
  return cells;
}
