import { asStatistics } from "../helper/statistics/correlation.js";
import { requireThat } from "../base/check.js";
import { chiSquaredPValue } from "../helper/statistics/tail-areas.js";
import type { NumberColumns, Numbers } from "../helper/table/numbers.js";
import { isExact, leastSquares } from "./least-squares.js";
import { regressionRows, type RegressionColumns } from "./regression-rows.js";

export interface BreuschGodfrey {
  /** n times the R² of the residuals on their own past and the regression's columns. */
  statistic: number;
  /** Number of lags. */
  df: number;
  /** Upper tail of chi-squared; rough in short series. */
  pValue: number;
}

/**
 * Whether a regression's residuals depend on those before them, up to so many steps back. Missing residuals before the
 * first count as 0.
 * @param y n numbers in time order
 * @param columns name -> n numbers; n must exceed the number of terms and lags together
 * @param lags steps back, from 1
 * @throws RangeError or TypeError as `ols`, and on a perfect fit
 * @see Godfrey, L. G. (1978) Testing against general autoregressive and moving average error models. Econometrica 46, 1293-1301
 * @example breuschGodfrey(egdi, { year: years }, 1).pValue
 */
export function breuschGodfrey(
  y: Numbers,
  columns: NumberColumns,
  lags = 1,
  which: RegressionColumns = {},
): BreuschGodfrey {
  const caller = "breuschGodfrey";
  requireThat(Number.isInteger(lags) && lags >= 1, caller, "need.wholeNumberLagsFrom1", lags);
  const rows = regressionRows(caller, y, columns, which);
  const fit = leastSquares(caller, rows.y, rows.columns, true);
  const { residuals } = fit;
  requireThat(!isExact(fit), caller, "need.residualsAreNotAll0", fit.sse);
  const past = Array.from({ length: lags }, (_, at): [string, number[]] => [
    `residual, ${at + 1} before`,
    residuals.map((__, row) => residuals[row - at - 1] ?? 0),
  ]);
  const auxiliary = leastSquares(caller, residuals, { ...rows.columns, ...Object.fromEntries(past) }, true);
  const statistic = residuals.length * (1 - auxiliary.sse / auxiliary.total);
  return asStatistics({ statistic, df: lags, pValue: chiSquaredPValue(statistic, lags) });
}
