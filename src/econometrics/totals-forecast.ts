import { requireThat } from "../base/check.js";
import { requireLevel, tCritical } from "../helper/statistics/distributions.js";
import { linearTrend, type TrendPrediction } from "../helper/statistics/linear-trend.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import { asForecasts } from "./forecast.js";
import { sumOfSquares } from "./least-squares.js";
import { numbersOf, rowsOf, type Numbers } from "../helper/table/numbers.js";

/**
 * Forecasts a series by the line through its centered moving totals, divided by the width, with prediction intervals
 * that account for the overlap of neighboring windows. The forecast is linear in the series, sum w_i y_i, so if the
 * series scatters independently around a line, the error's variance is s² (1 + sum w_i²); s is the residual standard
 * error of the series itself, with n - 2 degrees of freedom.
 * @param x n numbers of time, n >= 3
 * @param values as many numbers of the series, in time order
 * @param width odd, leaves at least three complete windows
 * @param targets the x to forecast at
 * @throws RangeError or TypeError on unequal lengths, a missing value, a width that leaves too few windows
 * @see Draper & Smith, Applied Regression Analysis, section 9.1 (errors that are not independent)
 * @example totalsForecast(table5["T"], table5["EGDI"], 5, [11, 12])
 */
export function totalsForecast(
  x: Numbers,
  values: Numbers,
  width: number,
  targets: Numbers,
  { level = 0.95 }: { level?: number } = {},
): TrendPrediction[] {
  const caller = "totalsForecast";
  const [time, series] = rowsOf(caller, [["x", x], ["values", values]], { atLeast: 3 }).columns as [number[], number[]]; // prettier-ignore
  const most = { width: series.length - 2, values: series.length };
  requireThat(series.length >= width + 2, caller, "need.widthAtMost", width, most);
  requireLevel(caller, level);
  const { residualStandardError: s } = linearTrend(time, series);
  const half = tCritical(level, series.length - 2) * s;
  const found = numbersOf(caller, "targets", targets).map((target): TrendPrediction => {
    const weights = weightsAt(time, width, target);
    const fit = weights.reduce((sum, weight, at) => sum + weight * series[at]!, 0);
    const reach = half * Math.sqrt(1 + sumOfSquares(weights));
    return { x: target, fit, interval: [fit - reach, fit + reach] };
  });
  return asForecasts(found, "x");
}

/** The weight of each value of the series in the line through its totals at `target`, divided by the width. */
function weightsAt(time: readonly number[], width: number, target: number): number[] {
  const h = (width - 1) / 2;
  const middles = time.slice(h, time.length - h);
  const mean = middles.reduce((sum, t) => sum + t, 0) / middles.length;
  const sxx = sumOfSquares(middles.map((t) => t - mean));
  const ofWindow = middles.map((t) => 1 / middles.length + ((target - mean) * (t - mean)) / sxx);
  // A value's weight is the sum over all windows that contain it: a moving total of the windows' weights.
  const padding = new Array<number>(2 * h).fill(0);
  const totals = movingTotal([...padding, ...ofWindow, ...padding], width);
  return totals.slice(h, h + time.length).map((total) => total / width);
}
