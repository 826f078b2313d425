import { requireThat } from "../check.js";
import type { ForecastMethod } from "./forecast.js";
import { requireEditions } from "./series-dynamics.js";

export interface BackTestRow {
  method: string;
  /** The last edition that the forecast knew. */
  origin: number;
  year: number;
  predicted: number;
  interval: [number, number];
  actual: number;
  /** predicted - actual. */
  error: number;
  covered: boolean;
}

export interface BackTestSummary {
  method: string;
  forecasts: number;
  /** Mean absolute error. */
  mae: number;
  /** Mean error: above 0 where the forecasts ran too high. */
  bias: number;
  /** Share of the values that lay within their interval. */
  coverage: number;
}

/**
 * How forecasts would have done: from each edition on, those after it are forecast by what was known then.
 * @param years n whole years, increasing
 * @param values n numbers
 * @param methods name -> method, at least one
 * @param options minimum: editions that the first forecast knows (default 6); ahead: editions it reaches, all of them
 *   counted (default 1); level of the intervals
 * @throws RangeError or TypeError on unsorted years, too few editions, no method; what the methods throw
 * @see Tashman, L. J. (2000) Out-of-sample tests of forecasting accuracy. Int. J. Forecasting 16, 437-450
 * @example rollingOrigin(years, egdi, { naive: naiveForecast, drift: driftForecast }).summary
 */
export function rollingOrigin(
  years: readonly number[],
  values: readonly number[],
  methods: Record<string, ForecastMethod>,
  { minimum = 6, ahead = 1, level = 0.95 }: { minimum?: number; ahead?: number; level?: number } = {},
): { rows: BackTestRow[]; summary: BackTestSummary[] } {
  const caller = "rollingOrigin";
  requireEditions(caller, years, values);
  const names = Object.keys(methods);
  requireThat(names.length > 0, caller, "at least one method", names);
  const known = Number.isInteger(minimum) && minimum >= 2 && minimum < years.length;
  requireThat(known, caller, `a minimum from 2 to ${years.length - 1} editions`, minimum);
  requireThat(Number.isInteger(ahead) && ahead >= 1, caller, "a whole number of editions ahead", ahead);
  const rows = names.flatMap((method) =>
    Array.from({ length: years.length - minimum }, (_, at) => minimum + at).flatMap((end): BackTestRow[] => {
      const targets = years.slice(end, end + ahead);
      const forecasts = methods[method]!(years.slice(0, end), values.slice(0, end), targets, { level });
      return forecasts.map(({ x: year, fit: predicted, interval }, step) => {
        const actual = values[end + step]!;
        const covered = actual >= interval[0] && actual <= interval[1];
        const origin = years[end - 1]!;
        return { method, origin, year, predicted, interval, actual, error: predicted - actual, covered };
      });
    }),
  );
  return { rows, summary: names.map((method) => summarize(method, rows)) };
}

function summarize(method: string, rows: readonly BackTestRow[]): BackTestSummary {
  const own = rows.filter((row) => row.method === method);
  const mean = (of: (row: BackTestRow) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length;
  return {
    method,
    forecasts: own.length,
    mae: mean((row) => Math.abs(row.error)),
    bias: mean((row) => row.error),
    coverage: mean((row) => Number(row.covered)),
  };
}
