import { expect } from "chai";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import type { RawFolder } from "../../src/ledger/read-folder.js";

const grid = (file: string, lines: string[][]) => ({
  file,
  header: lines[0]!,
  rows: lines.slice(1).map((cells, at) => ({ line: at + 2, cells })),
});

const folder = (cells: string, formula: string, exact: string[] = []): RawFolder => ({
  where: "folder",
  paper: {
    title: { en: "A paper" },
    languages: ["en"],
    exhibits: [{ key: "T1", name: "Table 1", exact }],
    sources: [],
  },
  findings: [],
  tables: {
    T1: grid("T1.csv", [
      ["name", "Mean (SD)", "t value", "2019/20", "2020/21", "p-value", "x.y"],
      ["a", "1.5", "3", "4.0", "5.0", "0.7", "8"],
      ["total", "2.5", "30", "40.0", "50.0", "0.9", "9"],
    ]),
    claims: grid("claims.csv", [
      ["cells", "role", "formula"],
      [cells, "result", formula],
    ]),
  },
});
const idsOf = (cells: string): string[] =>
  judgeLedger(readLedger(folder(cells, ""))).map(({ id }) => id.replace("T1.", ""));
const valueOf = (formula: string) =>
  judgeLedger(readLedger(folder('T1[a]["x.y"]', formula)))[0]!.internal!.recomputed;
const all = ["Mean (SD)", "t value", "2019/20", "2020/21", "p-value", "x.y"];

describe("one grammar for cells and formulas", () => {
  const named: [string, string[]][] = [
    ["T1[*]", [...all.map((name) => `a.${name}`), ...all.map((name) => `total.${name}`)]],
    ['T1["t value"][*]', ["a.t value", "total.t value"]],
    ['T1."t value"[*]', ["a.t value", "total.t value"]],
    ['T1."Mean (SD)"[*]', ["a.Mean (SD)", "total.Mean (SD)"]],
    ['T1."Mean (SD)"', ["a.Mean (SD)", "total.Mean (SD)"]],
    ['T1."Mean (SD)"[total]', ["total.Mean (SD)"]],
    ['T1."p-value"[a..total]', ["a.p-value", "total.p-value"]],
    ['T1."x.y"[a], T1[total]["x.y"]', ["a.x.y", "total.x.y"]],
    ["T1[total]", all.map((name) => `total.${name}`)],
    ["T1[total][*]", all.map((name) => `total.${name}`)],
    ['T1[a]["2019/20".."2020/21"]', ["a.2019/20", "a.2020/21"]],
    ['T1[a]["2019/20"]', ["a.2019/20"]],
    ['T1["2019/20"][a]', ["a.2019/20"]],
  ];
  for (const [cells, ids] of named) it(cells, () => expect(idsOf(cells)).to.deep.equal(ids));

  const values: [string, number][] = [
    ['T1."t value"[total] / T1["t value"][a]', 10],
    ['T1[a]."t value"', Number.NaN],
    ['sum(T1[row]["2019/20".."2020/21"])', 9],
    ['T1."2019/20"[row] * 2', 8],
  ];
  for (const [formula, value] of values)
    it(formula, () => {
      if (Number.isNaN(value)) return void expect(() => valueOf(formula)).to.throw('no part "t value"');
      const found = valueOf(formula);
      expect(
        typeof found === "number" ? found : (found as [number, number]).reduce((a, b) => a + b) / 2,
      ).to.be.closeTo(value, 1);
    });

  const wrong: [string, string][] = [
    ["T1[nonsense][*]", 'Table 1 has no column and no row "nonsense"; it has Mean (SD), t value'],
    ['T1["nonsense"][*]', 'Table 1 has no column and no row "nonsense"; it has Mean (SD), t value'],
    ['T1."t value"[nonsense]', 'Table 1 has no row "nonsense"; it has a, total'],
    ['T1[a]["2019"]', 'Table 1 has no column "2019"; it has Mean (SD)'],
    ['T1."nonsense"[*]', 'Table 1 has no column "nonsense"; it has Mean (SD)'],
    ["T1.nonsense[*]", 'Table 1 has no column "nonsense"; it has Mean (SD)'],
    ['T1."t value"[a..nonsense]', "has no rows from a to nonsense; it has a, total"],
    ["T2[*]", "there is no exhibit or source with this name; there are T1"],
    ["T1", "names no cells; write, for example, T3.EGDI[*]"],
    ["sum(T1[*])", "names no cells"],
    ["T1[row]", "cannot be used here"],
    ['T1."t value"[a].2', 'has no part "2"'],
  ];
  for (const [cells, message] of wrong)
    it(`${cells}: ${message}`, () => expect(() => idsOf(cells)).to.throw(message));
});

describe("exact names", () => {
  const exactIn = (...exact: string[]): string[] =>
    readLedger(folder("T1[*]", "", exact))
      .exhibits[0]!.list.filter((cell) => cell.exact)
      .map(({ id }) => id.replace("T1.", ""));
  const named: [string, string[]][] = [
    ["t value", ["a.t value", "total.t value"]],
    ["t value[a]", ["a.t value"]],
    ['"Mean (SD)"[total]', ["total.Mean (SD)"]],
    ["p-value[a..total]", ["a.p-value", "total.p-value"]],
    ["2019/20[*]", ["a.2019/20", "total.2019/20"]],
    ["[total]", all.map((name) => `total.${name}`)],
  ];
  for (const [exact, ids] of named) it(exact, () => expect(exactIn(exact)).to.deep.equal(ids));
  for (const exact of ["t valeu", "t value[b]", "[b]", "[a..b]", "", "t value[]"])
    it(`${exact || "nothing"} names nothing`, () =>
      expect(() => exactIn(exact)).to.throw(
        `paper.json, exhibit T1: "${exact}" in "exact" matches nothing; name a column (Mean (SD), t value`,
      ));
});
