import { median } from "simple-statistics";
import { tCritical } from "../helper/statistics/distributions.js";
import type { TrendPrediction } from "../helper/statistics/linear-trend.js";
import { smoothBest } from "./exponential-smoothing.js";
import { forecastMethod } from "./forecast.js";

/**
 * Holt's forecast: a level and a trend that follow the series, each edition one step, whatever the years between; a
 * target is as many steps away as the median gap between editions goes into its distance, at least one. Smoothing and start are those with the smallest squared errors;
 * the interval takes them as known, so it is too narrow in short series: see `rollingOrigin`.
 * @param years n whole years, increasing, n >= 6
 * @param values n numbers
 * @throws RangeError or TypeError on fewer than 6 editions, unsorted years, a target that is not after the last
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, sections 8.2 and 8.7
 * @example holtForecast(years, egdi, [2026, 2028])
 */
export const holtForecast = forecastMethod("holtForecast", 6, (years, values, targets, level) =>
  smoothed(years, values, targets, level, false),
);

/**
 * Holt's forecast with a trend that dies away (0.8 to 0.98 of it is left after each step): it levels off, as an index
 * must that cannot pass 1.
 * @throws as `holtForecast`
 * @see Gardner & McKenzie (1985) Forecasting trends in time series. Management Science 31, 1237-1246
 * @example dampedForecast(years, egdi, [2026, 2028])
 */
export const dampedForecast = forecastMethod("dampedForecast", 6, (years, values, targets, level) =>
  smoothed(years, values, targets, level, true),
);

function smoothed(
  years: readonly number[],
  values: readonly number[],
  targets: readonly number[],
  level: number,
  damped: boolean,
): TrendPrediction[] {
  const last = years[years.length - 1]!;
  const gap = median(years.slice(1).map((year, at) => year - years[at]!));
  const series = smoothBest(values, damped);
  const df = values.length - (damped ? 5 : 4);
  return targets.map((x) => {
    const steps = Math.max(1, Math.round((x - last) / gap));
    const fit = series.ahead(steps);
    const half = tCritical(level, df) * Math.sqrt((series.sse / df) * series.varianceRatio(steps));
    return { x, fit, interval: [fit - half, fit + half] };
  });
}
