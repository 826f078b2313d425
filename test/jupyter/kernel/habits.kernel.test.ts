import { expect } from "chai";
import { setLanguage } from "../../../src/base/text.js";
import { messageOf } from "../../../src/jupyter/kernel/compile/conversion.js";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";

const before = [
  'import { loadPaper, pearson, show } from "egov-kz";',
  "const { table3 } = loadPaper();",
  "const xs = [1, 2];",
  "const later = Promise.resolve([1]);",
].join("\n");

/** What one types, the key of the sentence, and what it says to write. */
const HABITS: readonly (readonly [typed: string, key: string, better: string])[] = [
  ['table3["EGDI"] * 2', "operator", 'table3["EGDI"].mul(2)'],
  ["1 + table3.EGDI", "operator", "table3.EGDI.add(1)"],
  ["2 - table3.EGDI", "operator", "table3.EGDI.apply((x) => 2 - x)"],
  ["table3.EGDI / table3.OSI", "operator", "table3.EGDI.div(table3.OSI)"],
  ["table3[table3.EGDI > 0.5]", "operator", "table3.query(table3.EGDI.gt(0.5))"],
  ["table3[table3.EGDI.gt(0.5)]", "python", "table3.query(table3.EGDI.gt(0.5))"],
  ['table3[["year", "EGDI"]]', "python", 'table3.loc({ columns: ["year", "EGDI"] })'],
  ['table3.loc[0, "EGDI"]', "python", 'table3.loc({ rows: [0], columns: ["EGDI"] })'],
  ['table3.at[0, "EGDI"]', "python", 'table3.at(0, "EGDI")'],
  ["table3.iloc[0:2]", "python", 'table3.iloc({ rows: ["0:2"] })'],
  ['table3["EGDI"][2:]', "python", 'table3["EGDI"].iloc(["2:"])'],
  ["for (const row of table3) {}", "values", "toRecords(table3)"],
  ["Math.max(...table3.EGDI)", "values", "table3.EGDI.values"],
  ["const [first] = table3.EGDI", "values", "table3.EGDI.values"],
  ["Math.sqrt(table3.EGDI)", "operator", "table3.EGDI.apply(Math.sqrt)"],
  ["table3.EGDI.length", "member", "table3.EGDI.size"],
  ["table3.EGDI.to_numpy()", "member", "table3.EGDI.values"],
  ["0.5 < table3.EGDI", "operator", "table3.EGDI.gt(0.5)"],
  ['table3["EGDI"] == 0.5', "operator", 'table3["EGDI"].eq(0.5)'],
  ["table3.EGDI.gt(0.5) & table3.OSI.lt(1)", "operator", "table3.EGDI.gt(0.5).and(table3.OSI.lt(1))"],
  ["xs * 2", "list", "xs.map((x) => x * 2)"],
  ["table3.EGDI.mean * 2", "call", "table3.EGDI.mean()"],
  ['table3.query("EGDI > .5")', "query", 'table3.query(table3["EGDI"].gt(.5))'],
  ['table3.groupby("year")', "python", 'table3.groupby(["year"])'],
  ["table3.shape()", "property", "table3.shape"],
  ["table3.EGDI.plot()", "pandas.plot", "chart(["],
  ["table3.EGDI.corr(table3.OSI)", "pandas.corr", "pearson(column, other)"],
  ["len(table3)", "python", "table3.shape[0]"],
  ["len(xs)", "python", "xs.length"],
  ["print(table3)", "python", "show(table3)"],
  ['print("n", 1)', "python", 'console.log("n", 1)'],
  ["import pandas as pd", "python", 'import { DataFrame, readTable } from "egov-kz"'],
  ["from numpy import mean", "python", 'import * as stats from "simple-statistics"'],
  ["import fs", "python", 'import * as fs from "fs"'],
  ["for x in xs:\n  x", "python", "for (const x of xs) { … }"],
  ["if xs.length > 1:\n  1", "python", "if (xs.length > 1) { … }"],
  ["def f(x):\n  return x", "python", "function f(x) { … }"],
  ["table3.EGDI.apply(lambda x: x + 1)", "python", "(x) => x + 1"],
  ["[x * 2 for x in xs]", "python", "xs.map((x) => x * 2)"],
  ["xs[0:2]", "python", "xs.slice(0, 2)"],
  ["xs[::-1]", "python", "xs.toReversed()"],
  ["one, two = 1, 2", "python", "let [one, two] = [1, 2]"],
  ['del table3["EGDI"]', "python", 'table3.drop({ columns: ["EGDI"], inplace: true })'],
  ['raise ValueError("x")', "python", 'throw new Error("x")'],
  ["assert xs.length == 2", "python", "if (!(xs.length == 2)) throw new Error()"],
  ['with open("x") as f:\n  pass', "python", 'const f = open("x")'],
  ["!ls -l", "python", 'execSync("ls -l")'],
  ["%matplotlib inline", "magic", "%matplotlib inline"],
  ["xs.append(3)", "python", "xs.push"],
  ['f"n = {xs.length}"', "python", "`n = ${xs.length}`"],
  ["# a note", "python", "// a note"],
  ["True", "python", "true"],
  ["rate = 5", "declare", "let rate = 5"],
  ["for (one of xs) {}", "declare", "for (const one of xs) { … }"],
  ["later.map((x) => x)", "await", "(await later).map"],
  ["later + 1", "await", "await later"],
  ["pearson(xs, xs, 0,0186)", "comma", "0.0186"],
  ["table3.EGDI.mul(0,5)", "comma", "0.5"],
  ["Math.round(0,5)", "comma", "0.5"],
  ["0,5 + 1", "comma", "0.5"],
  ["const half = 0,5;", "comma", "0.5"],
  ["show(table3, { decimals: 0,5 })", "comma", "0.5"],
  ["show(“0,0186”)", "sign", '"'],
  ["show(«GDP»)", "sign", '"'],
  ["xs.map(‘x’)", "sign", "'"],
  ["Math.abs(−0.753)", "sign", "-"],
  ["xs.length ≥ 2", "sign", ">="],
  ["2 × 3", "sign", "*"],
  ["xs[0]²", "sign", "**2"],
  ["xs.map((x) ⇒ x)", "sign", "=>"],
  ["1 +\u2060 2", "invisible", ""],
  ["\u0445s.length", "letters", "xs"],
  ["xs.map((x) => \u0445 * 2)", "letters", "x"],
  ["\u0441onsole.log(1)", "letters", "console"],
  ["table3.EGDI.m\u0435an()", "letters", "mean"],
  ["let \u0445 = 5; x", "letters", "\u0445"],
  ["Show(table3)", "capital", "show"],
  ["xs.Map((x) => x)", "capital", "map"],
  ["If (xs.length > 1)\n  5", "capital", "if"],
  ["Let rate = 5", "capital", "let"],
  ["Const rate = 5;", "capital", "const"],
  ["If (xs.length > 1) { 1 }", "capital", "if"],
  ["For (const one of xs) { one }", "capital", "for"],
  ['Import { show } from "egov-kz"', "capital", "import"],
  ["Function f(x) { return x }", "capital", "function"],
];

/** Faults that look like one of these and are none. */
const OTHERS = [
  "xs.map[0, 1]",
  "rate ** 2",
  "rate == 2",
  "xs.map(table3.EGDI)",
  "!tabel3 && xs",
  '"a" * 2',
  'console.log("x and y"',
  "const s = 'this or that",
  "[1,2",
  "tabel3",
  "xs.push(",
  "Letter",
  "сумма",
  "5 ° 3",
];

describe("first mistakes and Python's habits", function () {
  this.timeout(120_000);
  const converter = createConverter(process.cwd());
  const { declared: declarations = [], diagnostics } = converter.convert([], before);
  const faultsOf = (typed: string) => converter.convert(declarations, typed).diagnostics;
  afterEach(() => setLanguage("en"));

  for (const [typed, key, better] of HABITS)
    it(`${typed.replaceAll("\n", "⏎")}: ${better}`, () => {
      expect(diagnostics).to.deep.equal([]);
      const [fault, ...rest] = faultsOf(typed);
      expect(fault?.instead?.key).to.equal(`habit.${key}`);
      expect(
        rest.filter(({ start }) => start.line === fault!.start.line),
        "one a line",
      ).to.deep.equal([]);
      const said = ["en", "kk", "ru"].map((language) => {
        setLanguage(language);
        return messageOf(fault!);
      });
      for (const sentence of said)
        expect(sentence)
          .to.include(better)
          .and.not.match(/\{\{|TS\d/);
      expect(new Set(said).size, "three languages").to.equal(3);
    });

  for (const typed of OTHERS)
    it(`${typed} is told in the compiler's words`, () => {
      expect(faultsOf(typed).map(messageOf)).to.satisfy((said: string[]) => said[0]?.startsWith("TS"));
    });
});
