import { expect } from "chai";
import { checkCorrelationMatrix } from "../../../src/helper/statistics/check-correlation-matrix.js";
import { correlationMatrix } from "../../../src/helper/statistics/correlation.js";
import { refuses } from "./says.js";
import { series } from "./series-figures.js";

const two = (value: number) => [
  [1, value],
  [value, 1],
];

describe("checkCorrelationMatrix", () => {
  it("finds NumPy's smallest eigenvalue", () =>
    expect(checkCorrelationMatrix(series.almost, { decimals: 3 }).smallestEigenvalue).to.be.closeTo(
      series["smallest eigenvalue"],
      1e-14,
    ));

  it("calls a matrix impossible only beyond what rounding to the printed decimals can explain", () => {
    expect(series["smallest eigenvalue"]).to.be.below(0);
    expect(checkCorrelationMatrix(series.almost, { decimals: 1 }).possible).to.equal(true);
    const exact = checkCorrelationMatrix(series.almost, { decimals: 9 });
    expect(exact.possible).to.equal(-series["smallest eigenvalue"] <= 1e-9);
  });

  it("never calls a real matrix impossible, however coarsely it was rounded", () => {
    const columns = Object.fromEntries(series.inputs.noise.map((column, j) => [`c${j}`, column.slice(0, 4)]));
    const { values } = correlationMatrix(columns);
    for (const decimals of [0, 1, 2, 3, 8]) {
      const rounded = values.map((row) => row.map((value) => Number(value.toFixed(decimals))));
      expect(checkCorrelationMatrix(rounded, { decimals }).possible, `${decimals} decimals`).to.equal(true);
    }
  });

  it("is exact for two variables: the bound is the distance of the printed value from 1", () => {
    expect(checkCorrelationMatrix(two(1.004), { decimals: 2 }).possible).to.equal(true);
    const beyond = checkCorrelationMatrix(two(1.006), { decimals: 2 });
    expect(beyond.possible).to.equal(false);
    expect(beyond.reason).to.equal("1.006 is outside -1..1 by more than rounding can explain");
  });

  it("turns its verdict when one digit of a possible matrix is changed", () => {
    const at = (value: number) => checkCorrelationMatrix([[1, 0.9, 0.9], [0.9, 1, value], [0.9, value, 1]], { decimals: 1 }); // prettier-ignore
    expect(at(0.9).possible).to.equal(true);
    expect(at(-0.9).possible).to.equal(false);
    expect(at(-0.9).reason).to.match(
      /^the smallest eigenvalue -0\.8\d+ is below -0\.100, the most that rounding/,
    );
  });

  refuses("checkCorrelationMatrix", [
    [
      "no row",
      () => checkCorrelationMatrix([], { decimals: 3 }),
      "a matrix with at least one row, got an array of length 0",
    ],
    [
      "no decimals",
      () => (checkCorrelationMatrix as (matrix: number[][]) => unknown)(two(0.5)),
      "decimals from 0 to 15, got undefined",
    ],
    [
      "decimals that are none",
      () => checkCorrelationMatrix(two(0.5), { decimals: -1 }),
      "decimals from 0 to 15, got -1",
    ],
    [
      "a row that is too short",
      () => checkCorrelationMatrix([[1, 0.5], [1]], { decimals: 3 }),
      "row 2 to have 2 columns, got 1",
    ],
    [
      "a diagonal without ones",
      () => checkCorrelationMatrix([[0.9]], { decimals: 1 }),
      "1 on the diagonal of row 1, got 0.9",
    ],
    [
      "what is not symmetric",
      () =>
        checkCorrelationMatrix(
          [
            [1, 0.5],
            [0.4, 1],
          ],
          { decimals: 1 },
        ),
      "a symmetric matrix (row 1, column 2), got 0.5",
    ],
    [
      "an empty cell",
      () =>
        checkCorrelationMatrix(
          [
            [1, NaN],
            [0.4, 1],
          ],
          { decimals: 1 },
        ),
      "row 1 to hold finite numbers only, got NaN at position 1",
    ],
  ]);
});
