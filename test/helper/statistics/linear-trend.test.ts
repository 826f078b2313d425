import { expect } from "chai";
import { linearTrend } from "../../../src/helper/statistics/linear-trend.js";
import { expectClose } from "../../fixtures/fixture.js";
import { refuses } from "./says.js";
import { series } from "./series-figures.js";

const { year, EGDI } = series.inputs;

describe("linearTrend", () => {
  const trend = linearTrend(year, EGDI);

  it("agrees with statsmodels in calendar time", () => {
    const { at, predictions80, ...outside } = series.trend;
    expectClose(trend, outside, 10);
    expectClose(
      at.map((x) => trend.predict(x, { level: 0.8 })),
      predictions80,
      10,
    );
  });

  it("predicts at a level of 0.95 unless told otherwise", () =>
    expect(trend.predict(2030).interval).to.deep.equal(trend.predict(2030, { level: 0.95 }).interval));

  it("fits a line exactly", () =>
    expect(linearTrend([1, 2, 3], [2, 4, 6])).to.include({ slope: 2, intercept: 0, rSquared: 1 }));

  refuses("linearTrend", [
    ["two points", () => linearTrend([1, 2], [1, 2]), "x to have at least 3 values, got 2"],
    ["one row", () => linearTrend([1], [1]), "x to have at least 3 values, got 1"],
    ["one x for all", () => linearTrend([4, 4, 4], [1, 2, 3]), "x to vary, got 4 everywhere"],
    ["a constant y", () => linearTrend([1, 2, 3], [4, 4, 4]), "y to vary, got 4 everywhere"],
    [
      "unequal lengths",
      () => linearTrend([1, 2, 3], [1, 2, 3, 4]),
      "x and y of the same length, got 3 and 4 values",
    ],
    [
      "NaN",
      () => linearTrend([1, 2, 3], [1, NaN, 3]),
      'y to hold finite numbers only, got NaN at position 1; { missing: "omit" } leaves such rows out',
    ],
  ]);
  refuses("linearTrend.predict", [
    ["a place that is none", () => trend.predict(NaN), "a finite x, got NaN"],
    ["a level that is none", () => trend.predict(1, { level: 0 }), "a level between 0 and 1, got 0"],
  ]);
});
