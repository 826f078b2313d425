import { expect } from "chai";
import { ols } from "../../src/econometrics/ols.js";
import { expectClose } from "../fixtures/fixture.js";
import { regressions } from "./regression-figures.js";
import { refuses } from "../helper/statistics/says.js";

describe("ols", () => {
  for (const { name, y, columns, intercept, outside } of regressions)
    it(`agrees with statsmodels on ${name}`, () => {
      const found = ols(y, columns, { intercept });
      expectClose(found, outside.ols, 8);
      expect(found.terms.map((term) => term.name)).to.deep.equal(
        intercept ? ["(intercept)", ...Object.keys(columns)] : Object.keys(columns),
      );
    });

  it("takes a level for its intervals", () => {
    const { y, columns } = regressions[0]!;
    const [half, most] = [0.5, 0.99].map((level) => ols(y, columns, { level }).terms[1]!.interval);
    expect(most![0]).to.be.below(half![0]);
    expect(most![1]).to.be.above(half![1]);
  });

  it("fits a mean when there is no column", () =>
    expect(ols([1, 2, 6], {})).to.deep.include({ rSquared: 0, fStatistic: 0, fPValue: 1, df: 2 }));

  it("has a t and an F without measure, not a broken one, when the fit is perfect", () => {
    const { terms, fStatistic, fPValue, rSquared } = ols([1, 3, 5, 7], { x: [0, 1, 2, 3] });
    expect(terms[1]!.statistic).to.be.above(1e15);
    expect(fStatistic).to.be.above(1e30);
    expect([terms[1]!.pValue, fPValue].every((p) => p >= 0 && p < 1e-15)).to.equal(true);
    expect(rSquared).to.equal(1);
  });

  refuses("ols", [
    ["no values", () => ols([], { x: [] }), "y to have at least 1 value, got 0"],
    ["a constant y", () => ols([2, 2, 2, 2], { x: [1, 2, 3, 5] }), "y to vary, got 2 everywhere"],
    ["too few rows", () => ols([1, 2], { x: [1, 3] }), "more than 2 rows for 2 terms, got 2"],
    ["unequal lengths", () => ols([1, 2, 4], { x: [1, 2] }), 'column "x" of length 3, got 2'],
    [
      "NaN",
      () => ols([1, 2, 4], { x: [1, NaN, 2] }),
      'column "x" to hold finite numbers only, got NaN at position 1; { missing: "omit" } leaves such rows out',
    ],
    [
      "a column of zeros",
      () => ols([1, 2, 4], { x: [0, 0, 0] }),
      'column "x" to hold more than zeros, got "zeros only"',
    ],
    [
      "a constant column beside the intercept, by both names",
      () => ols([1, 2, 4], { x: [3, 3, 3] }),
      'linearly independent columns, got "x" as a linear combination of "(intercept)"',
    ],
    [
      "columns that determine one another, naming those that take part",
      () => ols([1, 2, 4, 3, 9, 1], { a: [1, 2, 3, 4, 5, 7], b: [2, 0, 1, 4, 4, 1], c: [0, 1, 0, 1, 1, 0], d: [5, 2, 5, 12, 13, 9] }), // prettier-ignore
      'linearly independent columns, got "d" as a linear combination of "a", "b"',
    ],
    [
      "a column with the intercept's name",
      () => ols([1, 2, 4], { "(intercept)": [1, 2, 3] }),
      'no column named "(intercept)", got "one"',
    ],
    [
      "nothing to fit",
      () => ols([1, 2, 4], {}, { intercept: false }),
      "at least one column or an intercept, got 0",
    ],
    ["a level that is none", () => ols([1, 2, 4], {}, { level: 2 }), "a level between 0 and 1, got 2"],
  ]);
});
