import { requireThat } from "../check.js";
import { requireLevel } from "./distributions.js";
import type { TrendPrediction } from "./linear-trend.js";
import { requireEditions } from "./series-dynamics.js";

/**
 * A way to forecast a series: from its editions and values to the years asked for, each with a prediction interval.
 * Targets are whole years after the last edition.
 */
export type ForecastMethod = (
  years: readonly number[],
  values: readonly number[],
  targets: readonly number[],
  options?: { level?: number },
) => TrendPrediction[];

/** Throws unless the editions, the targets behind them and the level fit together. */
export function requireForecast(
  caller: string,
  years: readonly number[],
  values: readonly number[],
  targets: readonly number[],
  { atLeast, level }: { atLeast: number; level: number },
): void {
  requireEditions(caller, years, values);
  requireThat(years.length >= atLeast, caller, `at least ${atLeast} editions`, years.length);
  requireLevel(caller, level);
  const last = years[years.length - 1]!;
  requireThat(targets.length > 0, caller, "at least one year to forecast", targets);
  for (const target of targets)
    requireThat(Number.isInteger(target) && target > last, caller, `whole years after ${last}`, target);
}
