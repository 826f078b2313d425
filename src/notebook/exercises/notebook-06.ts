import { normalCritical } from "../../stats/distributions.js";
import { linearTrend, type LinearTrend } from "../../stats/linear-trend.js";
import { movingTotal } from "../../stats/moving-total.js";
import type { Exercise } from "./exercise.js";
import { lastOf, printedColumn } from "./paper-column.js";

/** Exercises on Figure 1: a trend through moving totals, its forecast and how sure it is. */
export const exercises06: readonly Exercise[] = [
  {
    id: "6.1",
    decimals: 4,
    answer: () => trend(5).intercept,
    mistakes: [
      {
        key: "axis",
        says: "the line through the points numbered from one, as the axis of the figure has it; T belongs to the editions",
        answer: () => trendByPosition().intercept,
      },
      { key: "slope", says: "the slope", answer: () => trend(5).slope },
      {
        key: "average",
        says: "the line through the averages; the figure has totals",
        answer: () => trend(5).intercept / 5,
      },
      { key: "width", says: "the line through totals of another width", answer: () => trend(3).intercept },
    ],
  },
  {
    id: "6.2",
    decimals: 4,
    answer: () => trend(5).predict(9).fit / 5,
    mistakes: [
      {
        key: "total",
        says: "the forecast of a total: it has to come back to the scale of the index",
        answer: () => trend(5).predict(9).fit,
      },
      {
        key: "divisor",
        says: "a total divided by another number than its window has editions",
        answer: () => trend(5).predict(9).fit / 3,
      },
      {
        key: "axis",
        says: "a line through the points numbered from one, followed to an edition's T",
        answer: () => trendByPosition().predict(9).fit / 5,
      },
      { key: "step", says: "the forecast for another edition", answer: () => trend(5).predict(10).fit / 5 },
    ],
  },
  {
    id: "6.3",
    decimals: 4,
    answer: () => trend(1).rSquared,
    mistakes: [
      {
        key: "smoothed",
        says: "the R² of totals of five; the unsmoothed series is asked",
        answer: () => trend(5).rSquared,
      },
      {
        key: "smoothed a little",
        says: "the R² of totals of three; the unsmoothed series is asked",
        answer: () => trend(3).rSquared,
      },
      {
        key: "root",
        says: "the correlation, which is the root of R²",
        answer: () => Math.sqrt(trend(1).rSquared),
      },
      {
        key: "unexplained",
        says: "the share that the line leaves unexplained",
        answer: () => 1 - trend(1).rSquared,
      },
    ],
  },
  {
    id: "6.4",
    decimals: 4,
    answer: () => halfWidth(),
    mistakes: [
      {
        key: "whole width",
        says: "the whole width of the interval, from end to end",
        answer: () => 2 * halfWidth(),
      },
      {
        key: "normal",
        says: "the normal distribution's factor; so few points call for Student's t",
        answer: () => normalCritical(0.95) * standardError(1),
      },
      {
        key: "line only",
        says: "the interval for the line itself; a new observation scatters around the line as well",
        answer: () => studentFactor() * standardError(0),
      },
      {
        key: "residual only",
        says: "t times the residual standard error: that the line itself is uncertain is left out",
        answer: () => studentFactor() * trend(5).residualStandardError,
      },
    ],
  },
  {
    id: "6.5",
    decimals: 0,
    answer: () => yearOf(13, 2),
    mistakes: [
      {
        key: "yearly",
        says: "one year a step: the editions come every second year",
        answer: () => yearOf(13, 1),
      },
      {
        key: "from the start",
        says: "steps counted from the first edition; the early ones were not two years apart",
        answer: () => printedColumn("year")[0]! + 2 * 12,
      },
      {
        key: "one step",
        says: "one step too few; count from the place of the last edition",
        answer: () => yearOf(12, 2),
      },
    ],
  },
];

/** T of the editions with a complete window, and their totals. */
function points(width: number): { t: number[]; totals: number[] } {
  const found = movingTotal(printedColumn("EGDI"), width).flatMap((total, at) =>
    total === null ? [] : [{ t: at + 1, total }],
  );
  return { t: found.map(({ t }) => t), totals: found.map(({ total }) => total) };
}

function trend(width: number): LinearTrend {
  const { t, totals } = points(width);
  return linearTrend(t, totals);
}

/** The line with the points numbered 1, 2, 3 ... in place of their T. */
function trendByPosition(): LinearTrend {
  const { totals } = points(5);
  return linearTrend(
    totals.map((_, at) => at + 1),
    totals,
  );
}

function halfWidth(): number {
  const { interval } = trend(5).predict(9);
  return (interval[1] - interval[0]) / 2;
}

/** Standard error at T = 9: of the line (own = 0) or of a new observation (own = 1). */
function standardError(own: 0 | 1): number {
  const { t } = points(5);
  const mean = t.reduce((sum, value) => sum + value, 0) / t.length;
  const spread = t.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return trend(5).residualStandardError * Math.sqrt(own + 1 / t.length + (9 - mean) ** 2 / spread);
}

function studentFactor(): number {
  return halfWidth() / standardError(1);
}

/** The year of place T when the editions after the last one come every `step` years. */
function yearOf(t: number, step: number): number {
  const years = printedColumn("year");
  return lastOf(years) + step * (t - years.length);
}
