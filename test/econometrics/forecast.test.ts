import { expect } from "chai";
import type { ForecastMethod } from "../../src/econometrics/forecast.js";
import { driftForecast, naiveForecast } from "../../src/econometrics/random-walk-forecast.js";
import { rollingOrigin } from "../../src/econometrics/rolling-origin.js";
import { logitForecast, trendForecast } from "../../src/econometrics/trend-forecast.js";
import { toRecords } from "../../src/helper/table/table.js";
import { expectClose, fixture } from "../fixtures/fixture.js";
import { refuses } from "../helper/statistics/says.js";

/** Computed by statsmodels and SciPy; the command and the versions stand in the file. */
const outside = fixture<
  Record<"years" | "values" | "targets", number[]> & { level: number } & Record<
      "trend" | "logit" | "naive" | "drift",
      object[]
    >
>("scipy/forecast.json");
const { years, values, targets, level } = outside;

describe("forecasts in calendar time agree with statsmodels, intervals included:", () => {
  const methods: Record<"trend" | "logit" | "naive" | "drift", ForecastMethod> = {
    trend: trendForecast,
    logit: logitForecast,
    naive: naiveForecast,
    drift: driftForecast,
  };
  for (const name of ["trend", "logit", "naive", "drift"] as const)
    it(name, () => expectClose(methods[name](years, values, targets, { level }), outside[name], 9));
});

describe("the forecasts", () => {
  it("stay between 0 and 1 by logit, ever closer to 1", () => {
    const [one, other] = logitForecast(years, values, [2040, 2200]);
    expect(one!.fit).to.be.below(other!.fit);
    for (const { interval } of [one!, other!])
      expect(interval.every((end) => end > 0 && end <= 1)).to.equal(true);
  });

  refuses("trendForecast", [
    ["two editions", () => trendForecast([2018, 2020], [1, 2], [2022]), "at least 3 editions, got 2"],
    [
      "no target",
      () => trendForecast(years, values, []),
      "at least one year to forecast, got an array of length 0",
    ],
    [
      "unsorted years",
      () => trendForecast([2018, 2022, 2020], [1, 2, 3], [2024]),
      "years in increasing order without duplicates after 2022, got 2020",
    ],
  ]);
  refuses("logitForecast", [
    [
      "an index of 1",
      () => logitForecast([2018, 2020, 2022], [0.9, 0.95, 1], [2024]),
      "values between 0 and 1, got 1",
    ],
  ]);
  refuses("naiveForecast", [
    [
      "a level that is none",
      () => naiveForecast(years, values, [2026], { level: 95 }),
      "a level between 0 and 1, got 95",
    ],
  ]);
  refuses("driftForecast", [
    ["half a year", () => driftForecast(years, values, [2026.5]), "whole years after 2024, got 2026.5"],
  ]);
});

describe("rollingOrigin", () => {
  const simple = { years: [2010, 2012, 2014, 2016, 2018], values: [1, 2, 4, 7, 6] };
  const found = rollingOrigin(simple.years, simple.values, { naive: naiveForecast }, { minimum: 3 });

  it("forecasts each edition from those before it, and counts as by hand", () => {
    expect(
      found.rows.loc({ columns: ["origin", "year", "predicted", "actual", "error"] }).values,
    ).to.deep.equal([
      // prettier-ignore
      [2014, 2016, 4, 7, -3],
      [2016, 2018, 7, 6, 1],
    ]);
    expect(toRecords(found.summary)).to.deep.equal([
      { method: "naive", forecasts: 2, mae: 2, bias: -1, coverage: 1 },
    ]);
  });

  it("does not let a method see what comes after", () => {
    const changed = rollingOrigin(simple.years, [1, 2, 4, 7, 999], { naive: naiveForecast }, { minimum: 3 });
    expect(changed.rows["predicted"].values).to.deep.equal(found.rows["predicted"].values);
    expect(changed.summary["coverage"].values[0]).to.equal(0.5);
  });

  it("reaches several editions ahead, as far as there are any", () => {
    const { rows } = rollingOrigin(
      simple.years,
      simple.values,
      { drift: driftForecast },
      { minimum: 3, ahead: 2 },
    );
    expect(rows.loc({ columns: ["origin", "year"] }).values).to.deep.equal([[2014, 2016], [2014, 2018], [2016, 2018]]); // prettier-ignore
  });

  refuses("rollingOrigin", [
    ["no method", () => rollingOrigin(years, values, {}), "at least one method, got an array of length 0"],
    [
      "too few editions",
      () => rollingOrigin(simple.years, simple.values, { naive: naiveForecast }),
      "a minimum from 2 to 4 editions, got 6",
    ],
    [
      "no edition ahead",
      () => rollingOrigin(years, values, { naive: naiveForecast }, { ahead: 0 }),
      "a whole number of editions ahead, got 0",
    ],
  ]);
});
