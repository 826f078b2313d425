import { DataFrame } from "../../src/helper/table/data-frame.js";
import { backTest } from "../../src/figures/back-test.js";
import { chart } from "../../src/figures/chart.js";
import { contributionBars } from "../../src/figures/contribution-bars.js";
import { correlationHeatMap } from "../../src/figures/correlation-heat-map.js";
import type { Figure } from "../../src/figures/figure.js";
import { forecastFan } from "../../src/figures/forecast-fan.js";
import { movingTotals } from "../../src/figures/moving-totals.js";
import { printedTrend } from "../../src/figures/printed-trend.js";
import { rSquaredHistogram } from "../../src/figures/r-squared-histogram.js";
import { regressionPlots } from "../../src/figures/regression-plots.js";
import { indexSeries, rankLines } from "../../src/figures/series-lines.js";
import { smallMultiples } from "../../src/figures/small-multiples.js";
import { verdictsByExhibit } from "../../src/figures/verdicts-by-exhibit.js";

/** Invented series in which each value can be checked by hand; `b` has a gap. */
export const TABLE = {
  year: [2010, 2012, 2014, 2016, 2018],
  T: [1, 2, 3, 4, 5],
  a: [0.1, 0.2, 0.4, 0.5, 0.8],
  b: [0.3, null, 0.2, 0.6, 0.7],
};
export const RANKS = { year: [2010, 2012, 2014], EGDI: [46, 38, 28], EPI: [18, 2, null] };
export const POINTS = [1, 2, 3, 4].map((x) => ({ x, y: x / 4, edition: 2008 + 2 * x }));
export const FORECASTS = [
  { x: 5, fit: 1.25, interval: [1, 1.5] as const },
  { x: 6, fit: 1.5, interval: [1.1, 1.9] as const },
];
export const JUDGED = ["reproduced", "reproduced", "mislabelled", "impossible"].map((verdict, at) => ({
  id: `T${at}`,
  exhibit: at < 3 ? "Table 3" : "Table 4",
  printed: "0,5",
  internal: { verdict, recomputed: 0.5, reason: "because" },
  source: { verdict: "differs from source", recomputed: 0.6, reason: "published" },
}));
const full = { year: TABLE.year, T: TABLE.T, a: TABLE.a, c: [0.9, 0.4, 0.5, 0.1, 0.2] };
const titled = { title: "Title", exhibit: "Table 3" };

/** One figure of every kind, with the number of things drawn for data that it must contain. */
export const SPECIMENS: Record<string, () => Figure> = {
  backTest: () =>
    backTest(POINTS, [{ method: "drift", year: 4, predicted: 0.9, low: 0.7, high: 1.1 }], {
      ...titled,
      x: "x",
      y: "y",
    }),
  chart: () =>
    chart(
      [
        { name: "a", x: [1, 2], y: [0.1, 0.2], intervals: [[0, 0.2], null] },
        { name: "b", x: [1, 2], y: [0.3, null], mode: "bars" },
      ],
      { ...titled, reversed: true },
    ),
  contributionBars: () =>
    contributionBars({ period: ["2010–2012", "2012–2014"], OSI: [0.1, -0.05], TII: [0.2, 0.1] }, titled),
  "correlationHeatMap of a table": () => correlationHeatMap(full, { ...titled, columns: ["a", "c"] }),
  "correlationHeatMap of a matrix": () =>
    correlationHeatMap(new DataFrame([[1, -0.5], [-0.5, 1]], { index: ["a", "c"], columns: ["a", "c"] }), { ...titled, triangle: "all" }), // prettier-ignore
  forecastFan: () => forecastFan(POINTS, FORECASTS, { ...titled, bound: 1, actual: [{ x: 5, y: 1.2 }] }),
  indexSeries: () => indexSeries(TABLE, { ...titled, columns: ["a", "b"], recomputed: full }),
  movingTotals: () => movingTotals(full, { ...titled, column: "a", widths: [1, 3], start: 3 }),
  "movingTotals as averages": () => movingTotals(full, { column: "a", widths: [1, 3], average: true }),
  printedTrend: () =>
    printedTrend(POINTS, { ...titled, line: { slope: 0.25, intercept: 0, rSquared: 1 }, forecasts: [{ x: 5, y: 1.25 }] }), // prettier-ignore
  rSquaredHistogram: () => rSquaredHistogram([0.1, 0.5, 0.9, 1], { ...titled, observed: 0.9 }),
  rankLines: () => rankLines(RANKS, titled),
  regressionPlots: () =>
    regressionPlots({ fitted: [1, 2, 3], leverage: [0.5, 0.2, 0.5], studentizedResiduals: [-1, 2, -1] }),
  smallMultiples: () =>
    smallMultiples(
      ["Kazakhstan", "Estonia"].map((name, at) => ({ name, x: [2018, 2020], y: [0.7 + at / 10, null] })),
      { ...titled, highlight: "Kazakhstan", reversed: true },
    ),
  verdictsByExhibit: () => verdictsByExhibit(JUDGED, titled),
  "verdictsByExhibit against the source": () => verdictsByExhibit(JUDGED, { side: "source" }),
};
