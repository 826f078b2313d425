import { requireNumbers, requireSameLength, requireThat, requireVariation } from "../check.js";
import { requireLevel, tCritical } from "./distributions.js";
import { momentsOf } from "./sums.js";

export interface TrendPrediction {
  x: number;
  fit: number;
  /** Prediction interval for a new observation at x. */
  interval: [number, number];
}

export interface LinearTrend {
  slope: number;
  intercept: number;
  /** Share of the variance of y that the line explains, 0 to 1. */
  rSquared: number;
  n: number;
  slopeStandardError: number;
  interceptStandardError: number;
  /** sqrt(SSE / (n - 2)). */
  residualStandardError: number;
  /** The line at x with its prediction interval for one new observation (t, n - 2 degrees of freedom). */
  predict(x: number, options?: { level?: number }): TrendPrediction;
}

/**
 * Least-squares line y = intercept + slope x.
 * @param x n numbers, n >= 3 (two points leave no degree of freedom for a standard error)
 * @param y as many numbers
 * @throws RangeError or TypeError on fewer than 3 points, unequal lengths, a value that is not finite, a constant x or y
 * @see Figure 1 of the paper; Draper & Smith, Applied Regression Analysis, chapter 1
 * @example linearTrend([1, 2, 3], [2, 4, 6]).slope // 2
 */
export function linearTrend(x: readonly number[], y: readonly number[]): LinearTrend {
  requireNumbers("linearTrend", "x", x, 3);
  requireNumbers("linearTrend", "y", y, 3);
  requireSameLength("linearTrend", x, y);
  requireVariation("linearTrend", "x", x);
  requireVariation("linearTrend", "y", y);
  const n = x.length;
  const { meanX, meanY, sxx, sxy, syy } = momentsOf("linearTrend", x, y);
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  let sse = 0;
  for (let i = 0; i < n; i++) sse += (y[i]! - meanY - slope * (x[i]! - meanX)) ** 2;
  const residualStandardError = Math.sqrt(sse / (n - 2));
  return {
    slope,
    intercept,
    rSquared: Math.max(0, 1 - sse / syy),
    n,
    slopeStandardError: residualStandardError / Math.sqrt(sxx),
    interceptStandardError: residualStandardError * Math.sqrt(1 / n + meanX ** 2 / sxx),
    residualStandardError,
    predict(at, { level = 0.95 } = {}) {
      requireThat(Number.isFinite(at), "linearTrend.predict", "a finite x", at);
      requireLevel("linearTrend.predict", level);
      const fit = meanY + slope * (at - meanX);
      const standardError = residualStandardError * Math.sqrt(1 + 1 / n + (at - meanX) ** 2 / sxx);
      const half = tCritical(level, n - 2) * standardError;
      return { x: at, fit, interval: [fit - half, fit + half] };
    },
  };
}
