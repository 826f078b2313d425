import { pearson } from "../../stats/correlation.js";
import { partialCorrelation } from "../../stats/partial-correlation.js";
import { driftForecast, naiveForecast } from "../../stats/random-walk-forecast.js";
import { spearman } from "../../stats/spearman.js";
import { trendForecast } from "../../stats/trend-forecast.js";
import type { Exercise } from "./exercise.js";
import { officialColumn } from "./official-column.js";
import { printedColumn } from "./paper-column.js";

/** Exercises on the published values: leaving out, contributions, a constant year, drift, the error of a forecast. */
export const exercises09: readonly Exercise[] = [
  {
    id: "9.1",
    decimals: 3,
    answer: () => pearson(ten("EGDI").slice(0, -1), ten("HCI").slice(0, -1)).r,
    mistakes: [
      {
        key: "all editions",
        says: "the correlation over all ten editions",
        answer: () => pearson(ten("EGDI"), ten("HCI")).r,
      },
      {
        key: "printed",
        says: "the correlation of the printed figures",
        answer: () => pearson(printedColumn("EGDI").slice(0, -1), printedColumn("HCI").slice(0, -1)).r,
      },
      {
        key: "first left out",
        says: "the series without its first edition",
        answer: () => pearson(ten("EGDI").slice(1), ten("HCI").slice(1)).r,
      },
      {
        key: "ranks",
        says: "a correlation of ranks",
        answer: () => spearman(ten("EGDI").slice(0, -1), ten("HCI").slice(0, -1)).rho,
      },
    ],
  },
  {
    id: "9.2",
    decimals: 2,
    answer: () => (100 * lastStep("TII")) / 3,
    mistakes: [
      {
        key: "weight",
        says: "the component's own change: its weight in the index is missing",
        answer: () => 100 * lastStep("TII"),
      },
      { key: "index", says: "the change of the whole index", answer: () => 100 * lastStep("EGDI") },
      {
        key: "share",
        says: "a share in the growth, in per cent",
        answer: () => (100 * lastStep("TII")) / 3 / lastStep("EGDI"),
      },
      {
        key: "other component",
        says: "what online services added",
        answer: () => (100 * lastStep("OSI")) / 3,
      },
    ],
  },
  {
    id: "9.3",
    decimals: 3,
    answer: () => partialCorrelation(ten("OSI"), ten("HCI"), { year: ten("year") }).r,
    mistakes: [
      {
        key: "year not held",
        says: "the plain correlation, in which the common climb is still contained",
        answer: () => pearson(ten("OSI"), ten("HCI")).r,
      },
      {
        key: "numerator",
        says: "the numerator alone: it is still to be divided by the roots of what the year leaves unexplained",
        answer: () => {
          const [xy, xt, yt] = triangle();
          return xy - xt * yt;
        },
      },
      {
        key: "not squared",
        says: "a formula with correlations in the root that were not squared",
        answer: () => {
          const [xy, xt, yt] = triangle();
          return (xy - xt * yt) / Math.sqrt((1 - xt) * (1 - yt));
        },
      },
      {
        key: "all editions",
        says: "all twelve editions, where the paper's ten are asked",
        answer: () =>
          partialCorrelation(officialColumn("OSI"), officialColumn("HCI"), { year: officialColumn("year") })
            .r,
      },
    ],
  },
  {
    id: "9.4",
    decimals: 4,
    answer: () => forecast(driftForecast, 2026),
    mistakes: [
      {
        key: "naive",
        says: "the last value, without any drift",
        answer: () => forecast(naiveForecast, 2026),
      },
      {
        key: "per edition",
        says: "a drift for each edition: the editions lie one to three years apart, and a year's drift is asked",
        answer: () => {
          const index = officialColumn("EGDI");
          return index.at(-1)! + (index.at(-1)! - index[0]!) / (index.length - 1);
        },
      },
      { key: "one year", says: "the forecast one year ahead", answer: () => forecast(driftForecast, 2025) },
      {
        key: "trend",
        says: "the straight line of least squares",
        answer: () => forecast(trendForecast, 2026),
      },
      {
        key: "ten editions",
        says: "a drift from the paper's first edition on; two earlier ones are published",
        answer: () => driftForecast(ten("year"), ten("EGDI"), [2026])[0]!.fit,
      },
    ],
  },
  {
    id: "9.5",
    decimals: 4,
    answer: () => mean(lastErrors().map(Math.abs)),
    mistakes: [
      {
        key: "signed",
        says: "the mean error with its sign, in which misses upwards and downwards cancel",
        answer: () => mean(lastErrors()),
      },
      {
        key: "squares",
        says: "the root of the mean square, which weighs large misses more",
        answer: () => Math.sqrt(mean(lastErrors().map((error) => error ** 2))),
      },
      {
        key: "total",
        says: "the sum of the errors: a mean is asked",
        answer: () => 6 * mean(lastErrors().map(Math.abs)),
      },
      {
        key: "all editions",
        says: "the mean over all editions, where the last six are asked",
        answer: () => mean(errors().map(Math.abs)),
      },
    ],
  },
];

type Name = Parameters<typeof officialColumn>[0];

/** A column in the paper's ten editions. */
function ten(name: Name): number[] {
  return officialColumn(name, { from: 2005 });
}

/** Change from the last edition but one to the last. */
function lastStep(name: Name): number {
  const [before, last] = officialColumn(name).slice(-2);
  return last! - before!;
}

/** Correlations of OSI with HCI, of OSI with the year, of HCI with the year. */
function triangle(): [number, number, number] {
  const [osi, hci, year] = [ten("OSI"), ten("HCI"), ten("year")];
  return [pearson(osi, hci).r, pearson(osi, year).r, pearson(hci, year).r];
}

function forecast(method: typeof driftForecast, year: number): number {
  return method(officialColumn("year"), officialColumn("EGDI"), [year])[0]!.fit;
}

/** Each edition less the one before it, which is the naive forecast's error with the sign turned. */
function errors(): number[] {
  const index = officialColumn("EGDI");
  return index.slice(1).map((value, at) => index[at]! - value);
}

function lastErrors(): number[] {
  return errors().slice(-6);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
