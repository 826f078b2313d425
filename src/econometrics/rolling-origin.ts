import { requireThat } from "../base/check.js";
import type { DataFrame } from "../helper/table/data-frame.js";
import type { Numbers } from "../helper/table/numbers.js";
import { fromRecords } from "../helper/table/table.js";
import type { ForecastMethod } from "./forecast.js";
import { editionsOf } from "../helper/statistics/editions.js";

type BackTestColumn =
  "method" | "origin" | "year" | "predicted" | "low" | "high" | "actual" | "error" | "covered";

export interface BackTest {
  /**
   * One row per forecast: origin is the last edition used, low and high are the ends of the interval, error is
   * predicted - actual, covered says whether the interval contains the value.
   */
  rows: DataFrame<BackTestColumn>;
  /**
   * One row per method: mae is the mean absolute error, bias the mean error (positive if forecasts were too high),
   * coverage the share of values within their intervals.
   */
  summary: DataFrame<"method" | "forecasts" | "mae" | "bias" | "coverage">;
}

/**
 * Backtests forecasting methods: forecasts the later editions from the data up to each edition in turn.
 * @param givenYears n whole years, increasing
 * @param givenValues n numbers
 * @param methods name -> method, at least one
 * @param options minimum: editions used by the first forecast (default 6); ahead: how many later editions each forecast
 *   covers (default 1); level of the intervals
 * @throws RangeError or TypeError on unsorted years, too few editions, or no method; whatever the methods throw
 * @see Tashman, L. J. (2000) Out-of-sample tests of forecasting accuracy. Int. J. Forecasting 16, 437-450
 * @example rollingOrigin(years, egdi, { naive: naiveForecast, drift: driftForecast }).summary
 */
export function rollingOrigin(
  givenYears: Numbers,
  givenValues: Numbers,
  methods: Record<string, ForecastMethod>,
  { minimum = 6, ahead = 1, level = 0.95 }: { minimum?: number; ahead?: number; level?: number } = {},
): BackTest {
  const caller = "rollingOrigin";
  const { years, values } = editionsOf(caller, givenYears, givenValues);
  const names = Object.keys(methods);
  requireThat(names.length > 0, caller, "need.atLeastOneMethod", names);
  const known = Number.isInteger(minimum) && minimum >= 2 && minimum < years.length;
  requireThat(known, caller, "need.minimumFrom2Editions", minimum, { length: years.length - 1 });
  requireThat(Number.isInteger(ahead) && ahead >= 1, caller, "need.wholeNumberEditionsAhead", ahead);
  const origins = Array.from({ length: years.length - minimum }, (_, at) => minimum + at);
  const backTest = (method: string) =>
    origins.flatMap((end) => {
      const targets = years.slice(end, end + ahead);
      const forecasts = methods[method]!(years.slice(0, end), values.slice(0, end), targets, { level });
      return forecasts.map(({ x: year, fit: predicted, interval: [low, high] }, step) => {
        const actual = values[end + step]!;
        const covered = actual >= low && actual <= high;
        const origin = years[end - 1]!;
        return { method, origin, year, predicted, low, high, actual, error: predicted - actual, covered };
      });
    });
  const tests = names.map(backTest);
  const summary = tests.map((own, at) => {
    const mean = (of: (row: (typeof own)[number]) => number) =>
      own.reduce((sum, row) => sum + of(row), 0) / own.length;
    return {
      method: names[at]!,
      forecasts: own.length,
      mae: mean((row) => Math.abs(row.error)),
      bias: mean((row) => row.error),
      coverage: mean((row) => Number(row.covered)),
    };
  });
  return { rows: fromRecords(tests.flat()), summary: fromRecords(summary) };
}
