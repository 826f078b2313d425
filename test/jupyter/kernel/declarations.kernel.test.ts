import { expect } from "chai";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { lightConverter } from "../../../src/jupyter/kernel/compile/light-converter.js";
import { loadTslab } from "../../../src/jupyter/kernel/internals/tslab.js";

/** Cells of few names, of which later ones use, change and hide what earlier ones have declared. */
const CELLS = [
  "class A { n = 1; next(): B { return new B(); } }\nclass B { a = new A(); }",
  "interface C { a: A; }\ntype D = C | B;",
  "let x: D = new B();",
  "const y = { c: x, list: [new A()] };",
  "function f(v: string): string;\nfunction f(v: number): D;\nfunction f(v: any): any { return v; }",
  "const z = f(1);\nz",
  "y.list[0].next().a.n",
  "class A { text = 'new' }",
  "const [p, q] = [y.list, new A()];",
  "type B = number;\nconst b: B = 3;",
  "declare function h(v: number): number;\ndeclare function h(v: unknown): import('simple-statistics').BayesianClassifier;",
  "const k = h(1);",
  "import { mean } from 'simple-statistics';\nimport * as simple from 'simple-statistics';",
  "const m = simple.mean([1, 2]) + mean([1]);",
  "const w = await import('simple-statistics');",
  "const line = w.linearRegression([[0, 1], [1, 2]]);",
  "enum E { one, two }\nlet e = E.one;",
  "enum E { three }",
  "namespace N { export const n = 1; }\nN.n",
  "const қала = { e, E };\nconst \\u0061b = қала.e;",
  "`${қала.E[e]} ${ab} ${m}`",
  "const C = 1;\nlet x = C;",
  "const g = <T extends A>(t: T) => ({ t, q });",
  "g(q).t.text",
  "interface Array<T> { own: T; }\nlet own: Array<string>;",
  "[1].map((v) => v);\nown.own",
  "abstract class Base<T> { abstract get(): T; }\nclass Own extends Base<D> { get() { return x; } }",
  "new Own().get();",
];

/** The same in JavaScript: types in comments, values that are given properties, modules by `require`. */
const IN_JAVASCRIPT = [
  "class A { constructor() { this.n = 1; } next() { return new B(); } }\nclass B { a = new A(); }",
  "/** @type {{ a: A } | B} */\nlet x = new B();",
  "const y = { c: x, list: [new A()] };",
  "/** @param {number} v @returns {B | { a: A }} */\nfunction f(v) { return v > 0 ? x : new B(); }",
  "const z = f(1);\nz",
  "y.list[0].next().a.n",
  "class A { text = 'new' }",
  "const [p, q] = [y.list, new A()];",
  "/** @typedef {number} B */",
  "const b = 3;",
  "const simple = require('simple-statistics');\nconst { median } = require('simple-statistics');",
  "import { mean } from 'simple-statistics';\nimport * as all from 'simple-statistics';",
  "const m = all.mean([1, 2]) + mean([1]);",
  "const s = simple.mean([1, 2]) + median([1]);",
  "const w = await import('simple-statistics');",
  "const line = w.linearRegression([[0, 1], [1, 2]]);",
  "const open = {};\nopen.a = 1;\nopen.b = open.a;",
  "open.b",
  "const kept = { list: [new A()], simple };",
  "kept.list[0].n + kept.simple.mean([1])",
  "import * as simple from 'simple-statistics';",
  "const open = 5, counted = open;",
  "function counted() { counted.times++; }\ncounted.times = 0;",
  "counted.times",
  "const қала = { b, m };\nconst \\u0061b = қала.b;",
  "`${қала.b} ${ab} ${m}`",
  "const C = 1;\nlet x = C;",
  "/** @template T @param {T} t */\nconst g = (t) => ({ t, q });",
  "g(q).t.text",
  "[1].map((v) => v);",
  "/** @template T */\nclass Base { /** @returns {T | undefined} */ get() {} }\n/** @extends {Base<number>} */\nclass Own extends Base {}",
  "new Own().get();",
  "const n: number = 1;",
];

/** In an order that the seed determines. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const generator = xoroshiro128plus(seed);
  const keyed = items.map((item) => ({ item, key: uniformFloat64(generator) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const statements = (declarations = "") =>
  declarations
    .split(/\n(?=\S)/)
    .map((statement) => statement.replaceAll(/\s/g, ""))
    .sort();

describe("a light converter, which passes on the declarations that a cell needs @long", function () {
  this.timeout(180_000);
  for (const [language, cells] of Object.entries({ TypeScript: CELLS, JavaScript: IN_JAVASCRIPT }))
    it(`compiles ${language} as tslab's own does with all of them, and refuses what that refuses`, () =>
      compare(cells, language === "JavaScript"));

  function compare(cells: readonly string[], isJS: boolean): void {
    const full = loadTslab().createConverter({ isJS, isBrowser: false });
    const light = lightConverter(process.cwd(), isJS);
    let compiled = 0;
    let previous = "";
    for (const cell of [cells, ...[1, 2, 3, 4, 5, 6, 7, 8].map((seed) => shuffled(cells, seed))].flat()) {
      const expected = full.convert(previous, cell);
      const conversion = light.convert(previous, cell);
      const place = `${cell}\nafter\n${previous}`;
      if (!conversion) {
        expect(expected.diagnostics, place).not.to.be.empty;
        continue;
      }
      compiled++;
      expect(conversion.output, place).to.equal(expected.output);
      expect(conversion.lastExpressionVar, place).to.equal(expected.lastExpressionVar);
      expect(statements(conversion.declOutput), place).to.deep.equal(statements(expected.declOutput));
      expect(expected.diagnostics, place).to.be.empty;
      previous = conversion.declOutput!;
    }
    full.close();
    light.close();
    expect(compiled).to.be.greaterThan(100);
  }
});
