import { expect } from "chai";
import { collinearity, varianceInflation } from "../../src/econometrics/collinearity.js";
import { expectClose } from "../fixtures/fixture.js";
import { refuses, type WrongCall } from "../helper/statistics/says.js";
import { series } from "../helper/statistics/series-figures.js";

const { OSI, TII, HCI, noise } = series.inputs;

describe("varianceInflation", () => {
  it("agrees with statsmodels", () => {
    expectClose(Object.values(varianceInflation({ OSI, TII, HCI })), series.vif.index, 10);
    const columns = { a: noise[0], b: noise[1], c: noise[2] };
    expectClose(Object.values(varianceInflation(columns)), series.vif.noise, 12);
  });

  it("is 1 for columns that have nothing in common", () =>
    expect(varianceInflation({ a: [1, -1, 1, -1], b: [1, 1, -1, -1] })).to.deep.equal({ a: 1, b: 1 }));

  refuses("varianceInflation", wrongColumns(varianceInflation));
});

describe("collinearity", () => {
  const found = collinearity({ OSI, TII, HCI });

  it("agrees with NumPy on condition indices and shares", () => {
    const { conditionNumber, indices, proportions } = series.collinearity;
    expectClose(found.conditionNumber, conditionNumber, 10);
    expectClose(
      found.dimensions.map((dimension) => dimension.conditionIndex),
      indices,
      10,
    );
    const shares = found.dimensions.map((dimension) => Object.values(dimension.proportions));
    expectClose(shares, proportions, 9);
  });

  it("divides each coefficient's variance without a rest", () => {
    for (const name of ["(intercept)", "OSI", "TII", "HCI"])
      expect(found.dimensions.reduce((sum, row) => sum + row.proportions[name]!, 0)).to.be.closeTo(1, 1e-12);
  });

  refuses("collinearity", wrongColumns(collinearity));
});

function wrongColumns(call: (columns: Record<string, number[]>) => unknown): WrongCall[] {
  return [
    ["a single column", () => call({ a: [1, 2, 4] }), "at least two columns, got 1"],
    [
      "a constant column",
      () => call({ a: [1, 2, 4, 9], b: [3, 3, 3, 3] }),
      'column "b" to vary, got 3 everywhere',
    ],
    ["too few rows", () => call({ a: [1, 2, 4], b: [2, 1, 1] }), "more than 3 rows for 3 terms, got 3"],
    [
      "columns that determine one another",
      () => call({ a: [1, 2, 4, 8, 9], b: [3, 5, 9, 17, 19], c: [0, 1, 0, 3, 3] }),
      /requires linearly independent columns, got "b" as a linear combination of "\(intercept\)", "a"$/,
    ],
  ];
}
