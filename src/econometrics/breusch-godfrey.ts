import { asStatistics } from "../base/display.js";
import { requireThat } from "../base/check.js";
import { chiSquaredPValue } from "../helper/statistics/distributions.js";
import type { NumberColumns, Numbers } from "../helper/table/numbers.js";
import { isExact, leastSquares } from "./least-squares.js";
import { fitOf, type Fitted, type RegressionColumns } from "./regression.js";

export interface BreuschGodfrey {
  /** n times the R² of the residuals on their own past and the regression's columns. */
  statistic: number;
  /** Number of lags. */
  df: number;
  /** Upper tail of chi-squared; rough in short series. */
  pValue: number;
}

/**
 * Tests whether a regression's residuals depend on earlier ones, up to a given lag. Residuals before the first count as
 * 0.
 * @param given a fit of `ols`; or y (n numbers in time order) and columns; n must exceed the number of terms and lags
 *   together; then lags: a whole number from 1
 * @throws RangeError or TypeError as `ols`, and on a perfect fit
 * @see Godfrey, L. G. (1978) Testing against general autoregressive and moving average error models. Econometrica 46,
 * 1293-1301
 * @example breuschGodfrey(ols("EGDI ~ year", table3), 1).pValue
 */
export function breuschGodfrey(fit: Fitted, lags?: number): BreuschGodfrey;
export function breuschGodfrey(
  y: Numbers,
  columns: NumberColumns,
  lags?: number,
  which?: RegressionColumns,
): BreuschGodfrey;
export function breuschGodfrey(...given: unknown[]): BreuschGodfrey {
  const caller = "breuschGodfrey";
  const [first, second, third, which] = given;
  const isFit = typeof second !== "object";
  const lags = ((isFit ? second : third) as number | undefined) ?? 1;
  requireThat(Number.isInteger(lags) && lags >= 1, caller, "need.wholeNumberLagsFrom1", lags);
  const { model, fit } = fitOf(caller, isFit ? [first] : [first, second, which]);
  const { residuals } = fit;
  requireThat(!isExact(fit), caller, "need.residualsAreNotAll0", fit.sse);
  const columns = { ...model.columns };
  for (let lag = 1; lag <= lags; lag++)
    columns[`residual, ${lag} before`] = residuals.map((_, row) => residuals[row - lag] ?? 0);
  const auxiliary = leastSquares(caller, { y: residuals, columns });
  const statistic = residuals.length * (1 - auxiliary.sse / auxiliary.total);
  return asStatistics({ statistic, df: lags, pValue: chiSquaredPValue(statistic, lags) });
}
