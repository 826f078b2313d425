import { expect } from "chai";
import { enclose } from "../../src/ledger/enclose.js";
import { evaluate } from "../../src/ledger/evaluate.js";
import { parseFormula, shownFormula, splitFormulas } from "../../src/ledger/formula.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import type { Value } from "../../src/ledger/value.js";
import { folderOf } from "./folder.js";

const sources = [{ key: "un", title: "Published" }];
const exhibits = [
  { key: "T1", name: "Table 1", exact: ["n"] },
  ...["R", "S49", "S50", "S52"].map((key) => ({ key, name: `Table ${key}` })),
];
const ledger = readLedger(
  folderOf(
    {
      T1: "year,a,n\n2010,0.10,1\n2012,0.20,2\n2014,0.40,3\n2016,,4",
      R: "variable,x,y,z\nx,,,\ny,0.90,,\nz,0.90,-0.90,",
      ...Object.fromEntries(
        ["49", "50", "52"].map((r) => [`S${r}`, `variable,x,y,z\nx,,,\ny,-0.${r},,\nz,-0.${r},-0.${r},`]),
      ),
      "sources/un": "year,a\n2010,0.10\n2014,",
      text: "key,printed,where,says\nb.2,0.30**,p. 1,A number",
    },
    { exhibits, sources },
  ),
);
const sheets = new Map([...ledger.exhibits, ...ledger.sources].map((sheet) => [sheet.key, sheet]));
const cell = ledger.exhibits[0]!.cells.get("2012")!.get("a")!;

function valueOf(text: string): Value {
  return evaluate({
    formula: parseFormula(text, "claims.csv line 7"),
    sheets,
    sources: new Set(["un"]),
    cell,
  });
}
function middleOf(text: string): number {
  const value = valueOf(text);
  if (value.kind !== "number") throw new TypeError(value.kind);
  const [low, high] = enclose(value.node).interval;
  return (low + high) / 2;
}
const truthOf = (text: string): string => {
  const value = valueOf(text);
  return value.kind === "truth" ? value.truth : value.kind;
};

describe("the grammar of formulas", () => {
  const numbers: [string, number][] = [
    ["T1.a[2014]", 0.4],
    ["T1.a[row] * 10 - 1", 1],
    ["T1[column][2010]", 0.1],
    ["sum(T1.a[*])", 0.7],
    ["sum(T1.a[2010..2012])", 0.3],
    ["sum(T1.a[2009..2013])", 0.3],
    ["sum(T1.a[2009..2012])", 0.3],
    ["sum(T1.a[2010..2013])", 0.3],
    ["sum(T1[2012])", 2.2],
    ["mean(T1.year)", 2013],
    ["TX.b.2 + printed", 0.5],
    ["T1.a[T1.n[2010] + 2009]", 0.1],
    ["sum(T1.n[T1.year[2012..2016]])", 9],
    ["(-T1.n[2010]) ** 2 + 6 / 3", 3],
    ["row - 2000", 12],
    ["count(T1.a) + count(T1.n >= 2)", 6],
    ["stars(TX.b.2)", 2],
    ["nth(T1.n, 2)", 2],
    ['rank(T1.n)[2016] + 10 * rank(T1.n, "dense", "ascending")[2016]', 41],
    ["starsOf(0.03, 0.1, 0.05, 0.01)", 2],
    ["trend(T1.n[2010..2014], T1.a).slope", 0.15],
  ];
  for (const [text, value] of numbers)
    it(`reads ${text}`, () => expect(middleOf(text)).to.be.closeTo(value, 1e-9));

  const truths: [string, string][] = [
    ["T1.a[2010] < T1.a[2012] && T1.n[2010] == 1", "yes"],
    ["T1.a[2010] == 0.104", "yes"],
    ["T1.a[2010] == 0.106", "no"],
    ["T1.a[2010] != 0.106", "yes"],
    ["T1.a[2010] <= 0.104", "maybe"],
    ["T1.a[2010] > 0.2 || T1.a[2012] >= 0.19", "yes"],
    ["T1.n[2010] == 1", "yes"],
    ["T1.n[2010] != 1", "no"],
    ["T1.n[2010] < 1", "no"],
    ["T1.n[2010] <= 1", "yes"],
    ["T1.n[2010] > 1", "no"],
    ["T1.n[2010] >= 1", "yes"],
    ["T1.a[2010] < 0.2 && T1.a[2010] < 0.1", "maybe"],
    ["T1.a[2010] > 0.2 || T1.a[2010] > 0.1", "maybe"],
    ["!(T1.a[2010] > 0.1)", "maybe"],
    ["!(T1.n[2010] > 1)", "yes"],
    ["all(T1.n[2010..2010] == 1)", "yes"],
    ["all(T1.n >= T1.n[2010..2010])", "yes"],
    ["all(T1.n > 1)", "no"],
    ["any(T1.n > 3)", "yes"],
    ["any(T1.n > 4)", "no"],
    ["oneOf(2, T1.n)", "yes"],
    ["oneOf(7, T1.n, 6)", "no"],
    ["rising(T1.a)", "yes"],
    ["falling(T1.a)", "no"],
    ["within(T1.a[2010], 0, 1)", "yes"],
    ["within(T1.a[2010], 0.2, 1)", "no"],
    // GRIM: 28 whole answers cannot have the mean 5.19, 27 can (140 / 27 = 5.185)
    ["whole(5.19, 28)", "no"],
    ["whole(5.185185185185185, 27)", "yes"],
    ["whole(2.75, 2, 2)", "yes"],
    ["correlations(R)", "no"],
    // Three correlations r have the smallest eigenvalue 1 + 2 r, which rounding to two decimals moves by .01.
    ["correlations(S49)", "yes"],
    ["correlations(S50)", "yes"],
    ["correlations(S52)", "no"],
  ];
  for (const [text, truth] of truths)
    it(`finds ${text}: ${truth}`, () => expect(truthOf(text)).to.equal(truth));

  it("gives names and places", () => {
    expect(valueOf("where(T1.n >= 3)")).to.deep.include({ rows: ["2014", "2016"] });
    expect(valueOf("largest(T1.n[2010], T1.n[2012], 1)")).to.deep.include({ values: [2] });
    expect(valueOf("largest(T1.a[2010], 0.104)")).to.deep.include({ values: [1, 2] });
    expect(valueOf("smallest(T1.n)")).to.deep.include({ values: [1] });
    expect(valueOf("order(2, T1.n[2010], T1.n[2014], T1.n[2012])")).to.deep.include({ values: [3] });
    // 0.10 as printed is 0.095 to 0.105, so that either of the two can be the second; 0.2 is the first in any case.
    expect(valueOf("order(2, T1.a[2010], 0.104, T1.a[2012])")).to.deep.include({ values: [1, 2] });
    expect(valueOf("order(1, T1.a[2010], 0.104, T1.a[2012])")).to.deep.include({ values: [3] });
  });

  it("says the figure that is not there", () => {
    for (const text of [
      "T1.a[2016]",
      "un.a[2014]",
      "un.a[row]",
      "un.a[row] > 1 && T1.a[row] > 0",
      "mean(un.a[2010], un.a[2014])",
      "!un.a[row]",
      "total(T1.n, 3)[2010]",
    ])
      expect(valueOf(text).kind, text).to.equal("missing");
  });

  it("splits at semicolons, and shows row, column and number where they stand", () => {
    expect(splitFormulas('a; rank(b, ";") ;c')).to.deep.equal(["a", 'rank(b, ";")', "c"]);
    expect(shownFormula({ text: 'T1[column][row] - printed + "row"' } as never, cell)).to.equal(
      'T1[a][2012] - 0.20 + "row"',
    );
  });
});

describe("a formula that cannot be read", () => {
  const wrong: [string, string][] = [
    ["T1.b[2010]", 'claims.csv line 7: T1.b: Table 1 has no column "b"; it has a, n\n  T1.b[2010]\n  ^'],
    [
      "1 + T2.a",
      "T2: there is no exhibit or source with this name; there are T1, R, S49, S50, S52, TX, un\n  1 + T2.a\n      ^",
    ],
    ["T1.a[1999]", 'Table 1 has no row "1999"; it has 2010, 2012, 2014, 2016'],
    ["T1[q]", 'Table 1 has no column and no row "q"'],
    ["TX.c", 'Text has no number "c"'],
    ["avg(T1.a)", "avg: there is no such function; there are abs, adjustedRSquared, all"],
    ["T1.a[2010, 2012]", '".." between the first and the last row'],
    ["sum(T1.a..T1.n)", 'requires "," between arguments'],
    ["T1.a[1990..1999]", "has no rows from 1990 to 1999"],
    ["1 +", "is not a formula (Unexpected token)"],
    ["1 2", "requires an operator before this"],
    ["x => x", "is not allowed in a formula (ArrowFunctionExpression)"],
    ["this.constructor", "is not allowed in a formula"],
    ["T1.a = 1", "is not allowed in a formula (AssignmentExpression)"],
    ["1 % 2", '"%" is not allowed in a formula'],
    ["mean(T1)", "mean requires numbers and columns, got a sheet"],
    ["pearson(T1.a, T1.n)", "requires columns of the same length, got 3 and 4 numbers"],
    ["pearson(T1.a)", "pearson requires argument 2 to be a column, got nothing"],
    ["covariance(T1.a)", "covariance requires argument 2 to be a column, got nothing"],
    ["T1.a + T1.n", "requires columns of the same length, got 4 and 3 numbers"],
    ["all(T1.a)", "all requires statements, got a column"],
    ["total(T1.n, 2)[2012]", "total requires an odd width from 1 to 4, got 2"],
    ["total(T1.n, 0)[2010]", "total requires its width to be from 1 to 4, got 0"],
    ["average(T1.n, 5)[2012]", "average requires its width to be from 1 to 4, got 5"],
    ["nth(T1.a, 9)", "nth requires its place to be from 1 to 3, got 9"],
    ["nth(T1.a, 0)", "nth requires its place to be from 1 to 3, got 0"],
    ["pOfT(1, 0)", "pOfT requires degrees of freedom above 0, got 0"],
    ["pOfT(2.1, -5)", "pOfT requires degrees of freedom above 0, got -5"],
    ["pOfF(1, 2, 0)", "pOfF requires degrees of freedom above 0, got 0"],
    ["lower(1, 1, 0.9, 0)", "lower requires degrees of freedom above 0, got 0"],
    ["whole(T1.a[2010], 0)", "whole requires n to be from 1 to 1000000000000, got 0"],
    ["1 / 0 == 1", "has no value: its divisor is 0"],
    [
      "starsOf(0.02, 0,1, 0,05, 0,01)",
      "0,1: is two arguments here: write 0.1 for the decimal number, or 0, 1, with a space, for two",
    ],
    ["T1.a[2010] > 0,05", "0,05: is two arguments here"],
    ['growth(T1.a, "relative")', 'growth requires one of "absolute", "factor", "rate"'],
    ["trend(T1.n, T1.n).curve", 'has no "curve"; it has slope, intercept, rSquared'],
    ["mean(T1.n).at(1)", 'requires a trend before ".at", got a number'],
    ["pearson(T1.a, 1)", "pearson requires argument 2 to be a column, got a number"],
    ["regression(T1.n, T1.n).at(1)", 'requires a trend before ".at", got a model'],
    ["correlations(T1)", "has no names that are both rows and columns; its columns are a, n, its rows 2010"],
    ["sd(T1.a[2010])", "sd requires at least 2 numbers, got 1"],
    ["!T1.a[2010]", '"!" cannot be applied to a number'],
    ["-(T1.n > 1)", '"-" cannot be applied to a statement'],
    ["T1.n[T1.n > 1]", "requires a row's name, got a statement"],
    ["T1.n[2010][2012]", "requires a column before the bracket, got a number"],
    ["abs(T1)", "abs requires its argument to be a number, got a sheet"],
    ["abs()", "abs requires its argument to be a number, got nothing"],
    ["rank(2)", "rank requires its first argument to be a column, got a number"],
    ["total(T1.n, 1.5)", "total requires its width to be a whole number, got 1.5"],
    ["lower(1, 1, 1)", "lower requires a level between 0 and 1, got 1"],
    ["upper(1, 1, 0)", "upper requires a level between 0 and 1, got 0"],
    ["pOfChiSquared(1, 0)", "pOfChiSquared requires degrees of freedom above 0, got 0"],
    ["oddsRatio(1, 2, 3)", "oddsRatio requires at least 4 numbers, got 3"],
    ["riskRatio(1, 2, 3, 4, 5)", "riskRatio requires four counts, got 5"],
    ["index(1, 2, 3)", "index requires a value for every weight"],
    ["regression(T1.n)", "regression requires the dependent column and at least one other"],
    ["stars(1)", "stars requires a cell"],
    ["rising(T1.n[2010])", "rising requires at least 2 numbers, got 1"],
    ["log(8, 2)", "log requires at most 1 argument, got 2"],
    ["tOfR(0.5, 20, 3)", "tOfR requires at most 2 arguments, got 3"],
    ['pOfChiSquared(3.84, 1, "one-sided")', "pOfChiSquared requires at most 2 arguments, got 3"],
    ['pOfT(2.1, 18, "less", 3)', "pOfT requires at most 3 arguments, got 4"],
    ["upper(1.5, 0.2, 0.95, 18, 3)", "upper requires at most 4 arguments, got 5"],
    ["within(1, 0, 2, 5)", "within requires at most 3 arguments, got 4"],
    ["meanGrowth(1, 2, 3, 4)", "meanGrowth requires at most 3 arguments, got 4"],
    ["whole(3.45, 20, 1, 4)", "whole requires at most 3 arguments, got 4"],
    ["trend(T1.n, T1.n).at(1, 2)", "at requires at most 1 argument, got 2"],
    ["starsOf(0.03)", "starsOf requires at least 2 numbers, got 1"],
    ["largest(1)", "largest requires at least 2 numbers, got 1"],
    ["order(3, 1, 2)", "order requires which largest to be from 1 to 2, got 3"],
    ["oneOf(1)", "oneOf requires at least 1 number, got 0"],
  ];
  for (const [text, message] of wrong)
    it(`${text}: ${message.split("\n")[0]}`, () => expect(() => valueOf(text)).to.throw(message));
});
