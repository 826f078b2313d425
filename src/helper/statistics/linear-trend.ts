import { linearRegression, linearRegressionLine, rSquared } from "simple-statistics";
import { requireThat } from "../../base/check.js";
import { withTable } from "../../base/display.js";
import type { Missing, Numbers, Omitted } from "../table/numbers.js";
import { centred } from "./centred.js";
import { pairsOf } from "./correlation.js";
import { requireLevel, tCritical } from "./distributions.js";

export interface TrendPrediction {
  x: number;
  fit: number;
  /** Prediction interval for a new observation at x. */
  interval: [number, number];
}

export interface LinearTrend extends Omitted {
  slope: number;
  intercept: number;
  /** Share of the variance of y that the line explains, 0 to 1. */
  rSquared: number;
  n: number;
  slopeStandardError: number;
  interceptStandardError: number;
  /** sqrt(SSE / (n - 2)). */
  residualStandardError: number;
  /** The line at x with its prediction interval for one new observation (Student's t, n - 2 degrees of freedom). */
  predict(x: number, options?: { level?: number }): TrendPrediction;
}

/**
 * Least-squares line y = intercept + slope x.
 * @param x n numbers, n >= 3 (two points leave no degree of freedom for a standard error)
 * @param y as many numbers; they are paired by position
 * @param options missing: "omit" leaves out pairs of which one is NaN, such as the ends of a moving total
 * @throws RangeError or TypeError on fewer than 3 points, unequal lengths, a value that is not finite, a constant x or y
 * @see Figure 1 of the paper; Draper & Smith, Applied Regression Analysis, chapter 1
 * @example linearTrend(table5["T"], table5["m5"], { missing: "omit" }).slope
 */
export function linearTrend(x: Numbers, y: Numbers, { missing }: Missing = {}): LinearTrend {
  const caller = "linearTrend";
  const pairs = pairsOf(caller, x, y, missing);
  const n = pairs.x.length;
  const { mean: meanX, deviations: dx } = centred(caller, "x", pairs.x);
  const { mean: meanY, deviations: dy } = centred(caller, "y", pairs.y);
  const points = dx.map((value, at) => [value, dy[at]!]);
  // On deviations the intercept is zero except for rounding, and the line passes through both means.
  const { m: slope } = linearRegression(points);
  const line = linearRegressionLine({ m: slope, b: 0 });
  const sxx = dx.reduce((sum, value) => sum + value ** 2, 0);
  const sse = points.reduce((sum, [at, value]) => sum + (value! - line(at!)) ** 2, 0);
  const residualStandardError = Math.sqrt(sse / (n - 2));
  const trend = {
    slope,
    intercept: meanY - slope * meanX,
    rSquared: Math.max(0, rSquared(points, line)),
    n,
    slopeStandardError: residualStandardError / Math.sqrt(sxx),
    interceptStandardError: residualStandardError * Math.sqrt(1 / n + meanX ** 2 / sxx),
    residualStandardError,
    ...pairs.gaps,
    predict(at: number, { level = 0.95 }: { level?: number } = {}): TrendPrediction {
      requireThat(Number.isFinite(at), "linearTrend.predict", "need.finiteX", at);
      requireLevel("linearTrend.predict", level);
      const fit = meanY + line(at - meanX);
      const standardError = residualStandardError * Math.sqrt(1 + 1 / n + (at - meanX) ** 2 / sxx);
      const half = tCritical(level, n - 2) * standardError;
      return { x: at, fit, interval: [fit - half, fit + half] };
    },
  };
  return withTable(trend, () => ({
    columns: {
      term: ["intercept", "slope"],
      estimate: [trend.intercept, slope],
      standardError: [trend.interceptStandardError, trend.slopeStandardError],
    },
    notes: [`R² = ${trend.rSquared.toFixed(4)}, n = ${n}, s = ${residualStandardError.toPrecision(4)}`],
  }));
}
