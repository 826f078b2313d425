import { requireNumbers, requireSameLength, requireThat } from "../check.js";
import { coefficient, fisherInterval, type Correlation } from "./correlation.js";
import { requireLevel, tPValue } from "./distributions.js";
import { leastSquares } from "./least-squares.js";

/**
 * Correlation of two series once what others explain has been taken from both: Pearson's r of the residuals of their
 * regressions. With the year as control it is the correlation of the detrended series.
 *
 * @param x n numbers
 * @param y as many numbers
 * @param controls name -> n numbers, at least one; n must be at least their number + 3
 * @returns as `pearson`, with n - 2 - controls degrees of freedom
 * @throws RangeError or TypeError on too few rows, unequal lengths, no control, x or y that the controls determine
 * @see Anderson, An Introduction to Multivariate Statistical Analysis, section 4.3
 * @example partialCorrelation(egdi, hci, { year: years }).r
 */
export function partialCorrelation(
  x: readonly number[],
  y: readonly number[],
  controls: Record<string, readonly number[]>,
  { level = 0.95 }: { level?: number } = {},
): Correlation {
  const caller = "partialCorrelation";
  const held = Object.keys(controls).length;
  requireThat(held > 0, caller, "at least one control", held);
  requireNumbers(caller, "x", x, held + 3);
  requireNumbers(caller, "y", y, held + 3);
  requireSameLength(caller, x, y);
  requireLevel(caller, level);
  const rest = (name: string, values: readonly number[]): number[] => {
    const { residuals, sse, total } = leastSquares(caller, values, controls, true);
    // What rounding of the inputs leaves of a series that the controls determine.
    requireThat(sse > 1e-26 * total, caller, `${name} to vary beyond what the controls determine`, sse);
    return [...residuals];
  };
  const r = coefficient(rest("x", x), rest("y", y), caller);
  const df = x.length - 2 - held;
  const statistic = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  const interval = fisherInterval(r, x.length - held, level);
  return { r, n: x.length, df, statistic, pValue: tPValue(statistic, df), interval };
}
