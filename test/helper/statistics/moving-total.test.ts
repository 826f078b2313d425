import { expect } from "chai";
import { movingAverage, movingTotal } from "../../../src/helper/statistics/moving-total.js";
import { Series } from "../../../src/helper/table/data-frame.js";
import { expectClose } from "../../fixtures/fixture.js";
import { refuses } from "./says.js";
import { series } from "./series-figures.js";

const { EGDI } = series.inputs;

/** The fixture has null where there is no value: JSON knows no NaN. */
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

describe("movingTotal", () => {
  for (const [width, outside] of Object.entries(series.total))
    it(`agrees with pandas for a width of ${width}, empty places included`, () =>
      expectClose(movingTotal(EGDI, Number(width)).map(orNull), outside, 14));

  it("lets no error of a large value travel along the series", () =>
    expect(movingTotal([1e17, 1, 1, 1, 1], 3)).to.deep.equal([NaN, 1e17, 3, 3, NaN]));

  it("takes a window of all values and of one", () => {
    expect(movingTotal([1, 2, 3], 3)).to.deep.equal([NaN, 6, NaN]);
    expect(movingTotal([1, 2], 1)).to.deep.equal([1, 2]);
  });

  it("gives a Series of a Series, with its index and name", () => {
    const given = new Series([1, 2, 3, 4], { index: [2018, 2020, 2022, 2024], columns: ["EGDI"] });
    for (const moving of [movingTotal(given, 3), movingAverage(given, 1)]) {
      expect(moving.index).to.deep.equal([2018, 2020, 2022, 2024]);
      expect(moving.columns).to.deep.equal(["EGDI"]);
    }
    expect(movingTotal(given, 3).values).to.deep.equal([NaN, 6, 9, NaN]);
  });

  it("leaves empty places that danfo's own functions understand", () => {
    const total = movingTotal(new Series([1, 2, 3, 4]), 3);
    expect([total.sum(), total.mean(), total.count(), total.isNa().values]).to.deep.equal([15, 7.5, 2, [true, false, false, true]]); // prettier-ignore
    expect(total.dropNa().values).to.deep.equal([6, 9]);
    expect(total.mul(2).values).to.deep.equal([NaN, 12, 18, NaN]);
  });

  refuses("movingTotal", [
    [
      "totals beyond float64",
      () => movingTotal([1, 1e308, 1e308, 1], 3),
      "values whose totals are finite, got 1",
    ],
    [
      "a width larger than the series",
      () => movingTotal(EGDI.slice(0, 10), 11),
      "a width from 1 to 10, got 11",
    ],
    ["a width of nothing", () => movingTotal(EGDI, 0), "a width from 1 to 12, got 0"],
    ["half a value", () => movingTotal(EGDI, 2.5), "a width from 1 to 12, got 2.5"],
    ["an even width", () => movingTotal(EGDI, 4), "an odd width, which has a middle value, got 4"],
    ["no values", () => movingTotal([], 1), "values to have at least 1 value, got 0"],
    ["NaN", () => movingTotal([1, NaN, 2], 3), "values to hold finite numbers only, got NaN at position 1"],
  ]);
});

describe("movingAverage", () => {
  for (const [width, outside] of Object.entries(series.average))
    it(`agrees with pandas for a width of ${width}${Number(width) % 2 ? "" : ", centred by a second average of two"}`, () =>
      expectClose(movingAverage(EGDI, Number(width)).map(orNull), outside, 13));

  refuses("movingAverage", [
    [
      "an even width that needs one value more than there are",
      () => movingAverage([1, 2, 3, 4], 4),
      "an even width below 4, because it needs one more value, got 4",
    ],
    ["a width larger than the series", () => movingAverage([1, 2], 3), "a width from 1 to 2, got 3"],
  ]);
});
