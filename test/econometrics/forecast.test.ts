import { expect } from "chai";
import { smoothBest, smoothWith, type Smoothing } from "../../src/econometrics/exponential-smoothing.js";
import type { ForecastMethod } from "../../src/econometrics/forecast.js";
import { dampedForecast, holtForecast } from "../../src/econometrics/holt-forecast.js";
import { driftForecast, naiveForecast } from "../../src/econometrics/random-walk-forecast.js";
import { rollingOrigin } from "../../src/econometrics/rolling-origin.js";
import { logitForecast, trendForecast } from "../../src/econometrics/trend-forecast.js";
import { toRecords } from "../../src/helper/table/table.js";
import { expectClose, fixture } from "../fixtures/fixture.js";
import { refuses } from "../helper/statistics/says.js";

interface Given {
  smoothing: Smoothing;
  sse: number;
  fits: [number, number];
  varianceRatio: [number, number];
}

/** Computed by statsmodels and SciPy; the command and the versions stand in the file. */
const outside = fixture<
  Record<"years" | "values" | "targets" | "wave", number[]> & { level: number; given: Given[] } & Record<
      "trend" | "logit" | "naive" | "drift",
      object[]
    > & { best: Record<"index" | "wave", [number, number]> }
>("scipy/forecast.json");
const { years, values, targets, level, wave } = outside;

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

describe("exponential smoothing", () => {
  for (const { smoothing, sse, fits, varianceRatio } of outside.given)
    it(`agrees with statsmodels for ${JSON.stringify(smoothing)}`, () => {
      const found = smoothWith(smoothing, values);
      expectClose([found.sse, found.ahead(1), found.ahead(2)], [sse, ...fits], 9);
      expectClose([found.varianceRatio(1), found.varianceRatio(2)], varianceRatio, 12);
    });

  for (const [name, series] of [
    ["index", values],
    ["wave", wave],
  ] as const)
    // prettier-ignore
    for (const damped of [false, true])
      it(`finds smoothing as good as statsmodels' or better: ${name}${damped ? ", damped" : ""}`, () =>
        expect(smoothBest(series, damped).sse).to.be.at.most(outside.best[name][Number(damped)]! * (1 + 1e-6)));

  it("stays within the allowed parameters", () => {
    const { level, trend, damping } = smoothBest(wave, true).smoothing;
    for (const [value, low, high] of [
      [level, 0, 1],
      [trend, 0, 1],
      [damping, 0.8, 0.98],
    ] as const)
      // prettier-ignore
      expect(value).to.be.within(low, high);
  });
});

describe("holtForecast", () => {
  const line = { years: [2008, 2010, 2012, 2014, 2016, 2018, 2020], values: [1, 2, 3, 4, 5, 6, 7] };

  it("follows a straight line, two editions ahead and wherever the next are", () => {
    const found = holtForecast(line.years, line.values, [2022, 2028]);
    expectClose(found.map(({ x, fit }) => [x, fit]), [[2022, 8], [2028, 11]], 9); // prettier-ignore
  });

  it("counts steps by the median gap, so that a missing edition stops nothing", () => {
    const years = [2008, 2010, 2012, 2014, 2016, 2020];
    const [next, later] = holtForecast(years, [1, 2, 3, 4, 5, 6], [2021, 2024]);
    expectClose([next!.fit, later!.fit], [7, 8], 9);
  });

  it("is less sure the further it goes, and the surer it has to be", () => {
    const width = (forecast: { interval: [number, number] }) => forecast.interval[1] - forecast.interval[0];
    const every = wave.map((_, at) => 1985 + at);
    const [next, later] = dampedForecast(every, wave, [2025, 2026]);
    expect(width(later!)).to.be.above(width(next!));
    expect(width(dampedForecast(every, wave, [2025], { level: 0.5 })[0]!)).to.be.below(width(next!));
  });

  refuses("holtForecast", [
    [
      "five editions",
      () => holtForecast(line.years.slice(0, 5), line.values.slice(0, 5), [2018]),
      "at least 6 editions, got 5",
    ],
  ]);
  refuses("dampedForecast", [
    [
      "a year that is past",
      () => dampedForecast(line.years, line.values, [2018]),
      "whole years after 2020, got 2018",
    ],
  ]);
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
