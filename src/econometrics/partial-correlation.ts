import { requireThat } from "../base/check.js";
import { coefficient } from "../helper/statistics/centred.js";
import { correlationOf, type Correlation } from "../helper/statistics/correlation.js";
import { requireLevel } from "../helper/statistics/distributions.js";
import { namedColumns, rowsByName, type NumberColumns, type Numbers } from "../helper/table/numbers.js";
import { isExact, leastSquares } from "./least-squares.js";
import type { RegressionColumns } from "./regression.js";

/**
 * Correlates two series after removing what control variables explain: Pearson's r of the residuals of their
 * regressions on the controls. With the year as control, it is the correlation of the detrended series.
 *
 * @param x n numbers
 * @param y as many numbers
 * @param controls a DataFrame, or name -> n numbers; at least one; n must be at least their number + 3
 * @param options level; columns: which controls to use; missing: "omit" leaves out rows with a NaN
 * @returns the same as `pearson`, with n - 2 - controls degrees of freedom
 * @throws RangeError or TypeError on too few rows, unequal lengths, no control, x or y that the controls determine
 * @see Anderson, An Introduction to Multivariate Statistical Analysis, section 4.3
 * @example partialCorrelation(egdi, hci, { year: years }).r
 */
export function partialCorrelation(
  x: Numbers,
  y: Numbers,
  controls: NumberColumns,
  { level = 0.95, columns: chosen, missing }: { level?: number } & RegressionColumns = {},
): Correlation {
  const caller = "partialCorrelation";
  const named = namedColumns(caller, controls, chosen);
  const held = named.length;
  requireThat(held > 0, caller, "need.atLeastOneControl", held);
  requireLevel(caller, level);
  const rows = rowsByName(caller, [["x", x], ["y", y]], named, { atLeast: held + 3, missing }); // prettier-ignore
  const [plainX, plainY] = rows.others;
  const rest = (name: string, y: readonly number[]): number[] => {
    const fit = leastSquares(caller, { y, columns: rows.columns });
    requireThat(!isExact(fit), caller, "need.varyBeyondWhatControlsDetermine", fit.sse, { name });
    return fit.residuals;
  };
  const r = coefficient(rest("x", plainX!), rest("y", plainY!), caller);
  return correlationOf(r, plainX!.length, held, level, rows.gaps);
}
