import { expect } from "chai";
import { partialCorrelation } from "../../src/econometrics/partial-correlation.js";
import { expectClose } from "../fixtures/fixture.js";
import { association } from "../helper/statistics/association-figures.js";
import { refuses } from "../helper/statistics/says.js";

const { x, y, year, OSI, ...outside } = association.partial;

describe("partialCorrelation", () => {
  it("agrees with the inverse of NumPy's correlation matrix: detrended", () =>
    expectClose(partialCorrelation(x, y, { year }), outside["year only"], 9));
  it("agrees with the inverse of NumPy's correlation matrix: two controls", () =>
    expectClose(partialCorrelation(x, y, { year, OSI }), outside["year and OSI"], 9));

  it("does not care for the units of a control", () => {
    const later = partialCorrelation(x, y, { T: year.map((one) => 100 * (one - 2000)) });
    expect(later.r).to.be.closeTo(partialCorrelation(x, y, { year }).r, 1e-12);
  });

  refuses("partialCorrelation", [
    ["no control", () => partialCorrelation(x, y, {}), "at least one control, got 0"],
    [
      "too few rows",
      () => partialCorrelation([1, 2, 4], [1, 3, 2], { z: [1, 2, 3] }),
      "x to have at least 4 values, got 3",
    ],
    [
      "a series that the control determines",
      () => partialCorrelation([1, 2, 3, 4, 5], [1, 3, 2, 5, 4], { z: [2, 4, 6, 8, 10] }),
      /^partialCorrelation requires x to vary beyond what the controls determine, got /,
    ],
    [
      "a control of another length",
      () => partialCorrelation(x, y, { year: year.slice(1) }),
      'column "year" of length 12, got 11',
    ],
    [
      "a level that is none",
      () => partialCorrelation(x, y, { year }, { level: 1.5 }),
      "a level between 0 and 1, got 1.5",
    ],
  ]);
});
