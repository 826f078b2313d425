import { expect } from "chai";
import Papa from "papaparse";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import type { Ledger } from "../../src/ledger/paper-folder.js";
import { folderOf } from "./folder.js";

/** A paper whose one table is a page's lines. */
function ledgerWith(table: string, claims = "T1[*],input", exhibit: object = {}, paper: object = {}): Ledger {
  const exhibits = [{ key: "T1", name: "Table 1", ...exhibit }];
  const raw = folderOf({}, { exhibits, ...paper });
  const lines = (text: string) =>
    Papa.parse<string[]>(text).data.map((cells, at) => ({ line: at + 1, cells }));
  const grid = (file: string, text: string) => {
    const [header, ...rows] = lines(text).filter(({ cells }) => cells.some((cell) => cell !== ""));
    return { file, header: header!.cells, headerLine: header!.line, rows };
  };
  return readLedger({
    ...raw,
    tables: { T1: grid("T1.csv", table), claims: grid("claims.csv", `cells,role,formula,law\n${claims}`) },
  });
}

const numbers = (ledger: Ledger): Record<string, number> =>
  Object.fromEntries(
    ledger.exhibits[0]!.list.filter(({ heading }) => !heading).map(({ id, value }) => [id, value]),
  );
const verdicts = (ledger: Ledger): (string | undefined)[] =>
  judgeLedger(ledger).map(({ internal }) => internal?.verdict);

describe("a table as a page prints it", () => {
  it("may have several numbers in a cell, each with its own name", () => {
    const ledger = ledgerWith('row,x,y\na,12 (24.5),3\nb,13 (26.5),"–"');
    expect(numbers(ledger)).to.deep.equal({
      "T1.a.x": 12,
      "T1.a.x.2": 24.5,
      "T1.a.y": 3,
      "T1.b.x": 13,
      "T1.b.x.2": 26.5,
    });
    expect(ledger.exhibits[0]!.skipped).to.deep.equal([{ id: "T1.b.y", printed: "–" }]);
    const named = ledgerWith("row,x\na,12 (24.5)", undefined, { parts: ["n", "percent"] });
    expect(numbers(named)).to.deep.equal({ "T1.a.x": 12, "T1.a.x.percent": 24.5 });
  });

  const formulas: [rule: string, table: string, verdict: string][] = [
    ["T1.x[*].2,result,T1.x[row].1 * 2", "row,x\na,12 (24)\nb,13 (26)", "reproduced,reproduced"],
    ["T1.x[*].2,result,T1.x[row] * 2", "row,x\na,12 (24)\nb,13 (28)", "reproduced,not reproduced"],
    ["T1.x[*].2,result,T1[column][row].1 * 2", "row,x\na,12 (24)\nb,13 (28)", "reproduced,not reproduced"],
    ["T1.x[b],result,mean(T1.x.2)", "row,x\na,12 (24)\nb,25 (26)", "reproduced"],
    ["T1.x[b],result,mean(T1.x[a..b].2)", "row,x\na,12 (24)\nb,25 (26)", "reproduced"],
    [
      "T1.b[income].2,result,abs(T1.b[row].1 / T1.t[row])",
      "row,b,t\nincome,0.60**,2.00\n,(0.30),",
      "reproduced",
    ],
    ["T1.p[a],result,pOfT(3.6,100)", "row,p\na,<.001", "reproduced"],
    ["T1.p[a],result,pOfT(2.6,100)", "row,p\na,p < .001", "not reproduced"],
  ];
  for (const [rule, table, verdict] of formulas)
    it(`${rule} judges ${JSON.stringify(table)} as ${verdict}`, () =>
      expect(verdicts(ledgerWith(table, quoted(rule))).join()).to.equal(verdict));

  it("names the parts there are where a formula asks for another", () => {
    const ledger = ledgerWith("row,x\na,12 (24)", "T1.x[a],result,T1.x[row].3");
    expect(() => judgeLedger(ledger)).to.throw('has no part "3"; the numbers of column "x" are 1, 2');
  });

  it("puts a line without a name into the row above, as standard errors under coefficients stand", () => {
    const ledger = ledgerWith("row,b,c\nincome,0.12**,–\n,(0.03),\nage,0.50,1\n,(0.20),(0.4)");
    expect(numbers(ledger)).to.deep.equal({
      "T1.income.b": 0.12,
      "T1.income.b.2": 0.03,
      "T1.age.b": 0.5,
      "T1.age.b.2": 0.2,
      "T1.age.c": 1,
      "T1.age.c.2": 0.4,
    });
    expect(() => ledgerWith("row,b\na,1\n,2\n,3\n,4\n,5")).to.throw("T1.csv line 6 requires a row name");
  });

  it("joins two header lines where the first leaves columns without a name of their own", () => {
    const ledger = ledgerWith(",Men,,Women,\n,M,SD,M,SD\nage,30.1,5.2,31.4,4.9");
    expect(ledger.exhibits[0]!.columns).to.deep.equal(["Men M", "Men SD", "Women M", "Women SD"]);
    const asked = ledgerWith("row,a,b\n,kg,m\nx,1,2", undefined, { headerLines: 2 });
    expect(asked.exhibits[0]!.columns).to.deep.equal(["a kg", "b m"]);
  });

  it("passes over a title and the words above a data portal's table", () => {
    const portal =
      "Data Source,World Development Indicators,\n\nLast Updated,2024-12-16,\n\nCountry,Code,1960,1961\nAruba,ABW,54608,..\nChina,CHN,667070000,660330000";
    const ledger = ledgerWith(portal);
    expect(numbers(ledger)).to.deep.equal({
      "T1.Aruba.1960": 54608,
      "T1.China.1960": 667070000,
      "T1.China.1961": 660330000,
    });
    expect(Object.keys(numbers(ledgerWith("Table 1. Means,,\nrow,a,b\nx,1,2")))).to.deep.equal([
      "T1.x.a",
      "T1.x.b",
    ]);
    expect(Object.keys(numbers(ledgerWith("a\nb\nrow,n\nx,1", undefined, { skipLines: 2 })))).to.deep.equal([
      "T1.x.n",
    ]);
  });

  it("numbers rows of one name where a panel's name stands between, or where it is told to", () => {
    const panels = "row,n\nPanel A,\nTotal,5\nPanel B,\nTotal,6";
    expect(numbers(ledgerWith(panels))).to.deep.equal({ "T1.Total#1.n": 5, "T1.Total#2.n": 6 });
    const plain = "row,n\nTotal,5\nTotal,6";
    expect(numbers(ledgerWith(plain, undefined, { doubledRows: "numbered" }))).to.deep.equal({
      "T1.Total#1.n": 5,
      "T1.Total#2.n": 6,
    });
    expect(() => ledgerWith(plain)).to.throw('T1.csv has the row "Total" twice, in lines 2 and 3');
  });

  it("skips words, but not a slip in a column of numbers", () => {
    expect(numbers(ledgerWith("row,label,n\na,first,5\nb,second,n.s."))).to.deep.equal({ "T1.a.n": 5 });
    expect(() => ledgerWith('row,n\na,5\nb,"0,94.1"')).to.throw(
      'T1.csv line 3, column "n": "0,94.1" is not a number',
    );
  });

  it("takes brackets for a minus where paper.json says so", () => {
    const table = 'row,n\na,"(1,234)"\nb,5 (6)\nc,"$ (3,004)"';
    const accounts = { brackets: "negative", decimalMark: "." };
    expect(numbers(ledgerWith(table, undefined, accounts))).to.deep.equal({
      "T1.a.n": -1234,
      "T1.b.n": 5,
      "T1.b.n.2": 6,
      "T1.c.n": -3004,
    });
    expect(numbers(ledgerWith(table, undefined, {}, accounts))["T1.a.n"]).to.equal(-1234);
  });

  it("lists all that is wrong in one go", () => {
    const table = 'row,n\na,5\nb,"0,94.1"\nc,1.2.3';
    expect(() => ledgerWith(table)).to.throw(/line 3, column "n"[^]*line 4, column "n"/);
    expect(() => ledgerWith(table, "T1.n[a],input,1 +")).to.throw(
      /line 3, column "n"[^]*claims.csv line 2.*is not a formula/,
    );
    const many = Array.from({ length: 25 }, (_, at) => `r${at},1.2.${at}`);
    expect(() => ledgerWith(["row,n\na,5", ...many].join("\n"))).to.throw(
      /^(T1.csv .*\n){20}\.\.\. and 5 more faults$/,
    );
  });

  it("gives an exhibit no key that formulas have for something else", () => {
    const ask = (key: string) =>
      readLedger(folderOf({ [key]: "row,a\nx,1" }, { exhibits: [{ key, name: "One" }] }));
    for (const key of ["mean", "row", "TX"])
      expect(() => ask(key)).to.throw(
        `folder/paper.json requires distinct keys that are not names used by formulas, got "${key}"`,
      );
  });
});

const quoted = (rule: string): string => {
  const [cells, role, formula] = [/^[^,]*/, /(?<=,)[^,]*/, /(?<=,[^,]*,).*/].map(
    (part) => part.exec(rule)![0],
  );
  return Papa.unparse([[cells, role, formula]]);
};
