import { expect } from "chai";
import { totalsForecast } from "../../src/econometrics/totals-forecast.js";
import { linearTrend } from "../../src/helper/statistics/linear-trend.js";
import { movingTotal } from "../../src/helper/statistics/moving-total.js";
import { fixture } from "../fixtures/fixture.js";

interface Case {
  width: number;
  x: number;
  fit: number;
  low: number;
  high: number;
}
const { x, values, cases } = fixture<{ x: number[]; values: number[]; cases: Case[] }>(
  "numpy/totals-forecast.json",
);

describe("totalsForecast", () => {
  for (const { width, x: target, fit, low, high } of cases)
    it(`agrees with numpy's matrices for width ${width} at ${target}`, () => {
      const [found] = totalsForecast(x, values, width, [target], { level: 0.9 });
      expect(found!.fit).to.be.closeTo(fit, 1e-12);
      expect(found!.interval[0]).to.be.closeTo(low, 1e-9);
      expect(found!.interval[1]).to.be.closeTo(high, 1e-9);
    });

  it("forecasts what the line through the totals says, divided by the width", () => {
    const line = linearTrend(x, movingTotal(values, 5), { missing: "omit" });
    expect(totalsForecast(x, values, 5, [13])[0]!.fit).to.be.closeTo(line.predict(13).fit / 5, 1e-12);
  });

  it("is the plain line where nothing is smoothed", () => {
    const [found] = totalsForecast(x, values, 1, [13]);
    const { fit, interval } = linearTrend(x, values).predict(13);
    expect(found!.fit).to.be.closeTo(fit, 1e-12);
    expect(found!.interval[1]).to.be.closeTo(interval[1], 1e-9);
  });

  it("refuses a width that leaves fewer than three windows", () => {
    expect(() => totalsForecast(x, values, 10, [12])).to.throw(
      RangeError,
      "totalsForecast requires a width of at most 9 for 11 values, got 10",
    );
    expect(() => totalsForecast(x, values, 4, [12])).to.throw(RangeError, "an odd width");
  });
});
