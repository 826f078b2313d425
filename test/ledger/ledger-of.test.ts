import { expect } from "chai";
import { ledgerOf } from "../../src/ledger/ledger-of.js";
import { loadLedger } from "../../src/paper/judge.js";
import { dataFrame } from "../../src/helper/table/table.js";

describe("loadLedger", () => {
  it("takes the name of a paper in data/papers for its folder", () => {
    expect(loadLedger("mendel-1866").paper.authors).to.deep.equal(["Gregor Mendel"]);
    expect(() => loadLedger("nobody-1900")).to.throw('folder is required, got "nobody-1900"');
  });
});

describe("ledgerOf", () => {
  const T1 = dataFrame({ year: ["2021", "2022"], a: ["1,50**", ""], b: [2, NaN] });
  const claims = dataFrame({ cells: ["T1.a[*]"], role: ["result"], formula: ["T1.b[row] - 0.5"] });

  it("reads DataFrames as a folder's files", () => {
    const { exhibits, rules, paper } = ledgerOf({ title: "A paper", tables: { T1 }, claims });
    expect(paper.title.en).to.equal("A paper");
    const cells = exhibits[0]!.list.map(({ id, printed, value, stars }) => ({ id, printed, value, stars }));
    expect(cells).to.deep.equal([
      { id: "T1.year.2021", printed: "2021", value: 2021, stars: 0 },
      { id: "T1.2021.a", printed: "1,50**", value: 1.5, stars: 2 },
      { id: "T1.2021.b", printed: "2", value: 2, stars: 0 },
      { id: "T1.year.2022", printed: "2022", value: 2022, stars: 0 },
    ]);
    expect(rules[0]!.formula).to.equal("T1.b[row] - 0.5");
  });

  it("takes null, undefined and NaN for a cell in which nothing is printed", () => {
    const T1 = { columns: ["year", "a"], values: [["1", null], ["2", undefined], ["3", NaN], ["4", 0]] }; // prettier-ignore
    const ledger = ledgerOf({ title: "A paper", tables: { T1: T1 as never }, claims });
    expect(
      ledger.exhibits[0]!.list.filter(({ column }) => column === "a").map(({ row }) => row),
    ).to.deep.equal(["4"]);
  });

  it("refuses what the schemas refuse: a role, a column, a name that formulas cannot use", () => {
    const typed = (claims: Record<string, string[]>, paper = {}) =>
      expect(() => ledgerOf({ title: "A paper", tables: { T1 }, claims: dataFrame(claims), paper }));
    typed({ cells: ["T1.a[*]"], role: ["boast"] }).to.throw(
      'claims line 2, column "role": requires one of "result", "input", "copy", "label", got "boast"',
    );
    typed({ cells: ["T1.a[*]"], role: ["input"], rule: ["1"] }).to.throw(
      'claims line 1 has "rule", which is none of',
    );
    typed({ cells: ["T1.a[*]"] }).to.throw('claims line 1 requires "role"');
    typed({ cells: ["T1.a[*]"], role: ["input"] }, { exhibits: undefined }).to.throw(
      'A paper requires "exhibits"',
    );
    typed({ cells: ["T1.a[*]"], role: ["input"] }, { title: "x" }).to.throw(
      'A paper, "title": requires object',
    );
    const tables = { "my table": T1 };
    expect(() => ledgerOf({ title: "A paper", tables, claims })).to.throw(
      'A paper, "exhibits", entry 1, "key":',
    );
  });

  it("names the table and the line of a cell that is no number", () => {
    const T1 = dataFrame({ year: ["2021"], a: ["many"] });
    expect(() => ledgerOf({ title: "A paper", tables: { T1 }, claims })).to.throw(
      'T1 line 2, column "a": "many" is not a number',
    );
  });
});
