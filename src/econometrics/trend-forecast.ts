import { requireThat } from "../base/check.js";
import { forecastMethod } from "./forecast.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";

/**
 * Forecasts along a straight line in calendar time, which respects gaps of one, two and three years between editions.
 * The interval assumes uncorrelated residuals.
 * @param years n whole years, increasing, n >= 3
 * @param values n numbers
 * @throws RangeError or TypeError on fewer than 3 editions, unsorted years, a target that is not after the last
 * @see Draper & Smith, Applied Regression Analysis, chapter 1
 * @example trendForecast([2018, 2020, 2022, 2024], [1, 2, 3, 4.1], [2026])[0].fit // 5.1
 */
export const trendForecast = forecastMethod("trendForecast", (years, values, level) => {
  const line = linearTrend(years, values);
  return (year) => line.predict(year, { level });
});

/**
 * Forecasts a value bounded by 0 and 1: a straight line through logit y = ln(y / (1 - y)) in calendar time, transformed
 * back. The forecast approaches 1 ever more slowly, and its interval stays within 0..1.
 * @param values n numbers strictly between 0 and 1
 * @throws as `trendForecast`; RangeError on a value that is not between 0 and 1
 * @see Johnston, J. & DiNardo, J., Econometric Methods, section 2.2 (logistic growth)
 * @example logitForecast([2018, 2020, 2022], [0.7, 0.8, 0.9], [2024])[0].fit // 0.9441
 */
export const logitForecast = forecastMethod("logitForecast", (years, values, level) => {
  for (const value of values)
    requireThat(value > 0 && value < 1, "logitForecast", "need.valuesBetween0And1", value);
  const back = (z: number) => 1 / (1 + Math.exp(-z));
  const line = linearTrend(years, values.map((value) => Math.log(value / (1 - value)))); // prettier-ignore
  return (year) => {
    const { x, fit, interval } = line.predict(year, { level });
    return { x, fit: back(fit), interval: [back(interval[0]), back(interval[1])] };
  };
});
