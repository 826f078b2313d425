import { expect } from "chai";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { redeclared, type Declarations } from "../../../src/jupyter/kernel/compile/declarations.js";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";
import { declarationText } from "../../../src/jupyter/kernel/compile/declarations.js";

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
  it("compiles as a full one does with all of them, and refuses what that refuses", () => {
    const full = createConverter(process.cwd());
    const light = createConverter(process.cwd(), true);
    let compiled = 0;
    let previous: Declarations = [];
    for (const cell of [CELLS, ...[1, 2, 3, 4].map((seed) => shuffled(CELLS, seed))].flat()) {
      const expected = full.convert(previous, cell);
      const conversion = light.convert(previous, cell);
      const place = `${cell}\nafter\n${declarationText(previous)}`;
      if (conversion.diagnostics.length > 0) {
        expect(expected.diagnostics, place).not.to.be.empty;
        continue;
      }
      compiled++;
      expect(conversion.output, place).to.equal(expected.output);
      expect(statements(declarationText(redeclared(previous, conversion.declared!))), place).to.deep.equal(
        statements(declarationText(redeclared(previous, expected.declared!))),
      );
      expect(expected.diagnostics, place).to.be.empty;
      previous = redeclared(previous, conversion.declared!);
    }
    expect(compiled).to.be.greaterThan(60);
  });
});
