import { expect } from "chai";
import { describeSeries } from "../../../src/helper/statistics/describe.js";
import { expectClose } from "../../fixtures/fixture.js";
import { refuses } from "./says.js";
import { series } from "./series-figures.js";

describe("describeSeries", () => {
  it("agrees with pandas on the official index", () =>
    expectClose(describeSeries(series.inputs.EGDI), series.description.EGDI));
  it("agrees with pandas on noise", () =>
    expectClose(describeSeries(series.inputs.noise[0]), series.description.noise));
  it("has a figure from outside for each field", () =>
    expect(Object.keys(describeSeries(series.inputs.EGDI))).to.have.members(
      Object.keys(series.description.EGDI),
    ));
  it("leaves its input as it was", () => describeSeries(Object.freeze([3, 1, 2, 6]) as number[]));

  refuses("describeSeries", [
    ["no values", () => describeSeries([]), "values to have at least 4 values, got 0"],
    ["three values", () => describeSeries([1, 2, 3]), "values to have at least 4 values, got 3"],
    [
      "values whose squares leave float64",
      () => describeSeries([1e-200, 2e-200, 3e-200, 5e-200]),
      /values with deviations from the mean between 1e-72 and 1e75/,
    ],
    [
      "values whose sum does",
      () => describeSeries([1e308, 1.5e308, 1.2e308, 1e308]),
      /deviations from the mean/,
    ],
    ["a constant column", () => describeSeries([2, 2, 2, 2]), "values to vary, got 2 everywhere"],
    [
      "NaN",
      () => describeSeries([1, 2, NaN, 4]),
      "values to hold finite numbers only, got NaN at position 2",
    ],
    [
      "text in a number column",
      () => describeSeries([1, "0,94", 3, 4] as number[]),
      'values to hold finite numbers only, got "0,94" at position 1',
    ],
    [
      "what is no array",
      () => describeSeries("1, 2" as unknown as number[]),
      'values to be a Series or an array of numbers, got "1, 2"',
    ],
  ]);
});
