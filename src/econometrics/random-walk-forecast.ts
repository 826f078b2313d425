import { tCritical } from "../helper/statistics/distributions.js";
import { forecastMethod } from "./forecast.js";

/**
 * The naive forecast: the last value. As for a random walk, the variance grows with calendar years; one year's is the
 * mean of change² / gap. It is the benchmark that other methods must beat.
 * @param years n whole years, increasing, n >= 3
 * @param values n numbers
 * @throws RangeError or TypeError on fewer than 3 editions, unsorted years, a target that is not after the last
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, section 5.2
 * @example naiveForecast([2020, 2022, 2024], [1, 2, 4], [2026])[0].fit // 4
 */
export const naiveForecast = forecastMethod("naiveForecast", walk(false));

/**
 * Forecasts a random walk with drift: the last value plus the mean annual change between the first and last editions.
 * The interval includes the uncertainty of the drift.
 * @param years n whole years, increasing, n >= 3
 * @param values n numbers
 * @throws as `naiveForecast`
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, section 5.2; weighted least squares on the gaps
 * @example driftForecast([2020, 2022, 2024], [1, 2, 4], [2026])[0].fit // 5.5
 */
export const driftForecast = forecastMethod("driftForecast", walk(true));

function walk(drifts: boolean): Parameters<typeof forecastMethod>[1] {
  return (years, values, level) => {
    const steps = values.length - 1;
    const [last, lastYear] = [values[steps]!, years[steps]!];
    const span = lastYear - years[0]!;
    const drift = drifts ? (last - values[0]!) / span : 0;
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const gap = years[i + 1]! - years[i]!;
      sum += (values[i + 1]! - values[i]! - drift * gap) ** 2 / gap;
    }
    const df = drifts ? steps - 1 : steps;
    return (x) => {
      const ahead = x - lastYear;
      const fit = last + drift * ahead;
      const variance = (sum / df) * (ahead + (drifts ? ahead ** 2 / span : 0));
      const half = tCritical(level, df) * Math.sqrt(variance);
      return { x, fit, interval: [fit - half, fit + half] };
    };
  };
}
