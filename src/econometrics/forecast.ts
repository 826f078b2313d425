import { requireThat } from "../base/check.js";
import { asColumns, withTable } from "../base/display.js";
import { requireLevel } from "../helper/statistics/distributions.js";
import type { TrendPrediction } from "../helper/statistics/linear-trend.js";
import { editionsOf } from "../helper/statistics/editions.js";
import { numbersOf, type Numbers } from "../helper/table/numbers.js";

/**
 * A forecasting method: takes the editions, their values and the target years, and returns a forecast with a prediction
 * interval for each. Targets are whole years after the last edition.
 */
export type ForecastMethod = (
  years: Numbers,
  values: Numbers,
  targets: Numbers,
  options?: { level?: number },
) => TrendPrediction[];

/** Makes forecasts display as a table, with the axis under this name. */
export function asForecasts(found: TrendPrediction[], axis: "year" | "x"): TrendPrediction[] {
  const row = ({ x, fit: forecast, interval }: TrendPrediction) => ({ [axis]: x, forecast, interval });
  return withTable(found, () => ({ columns: asColumns(found.map(row)) }));
}

/**
 * A method that checks at least three editions, the targets after them and the level before it fits a model.
 * @param fit returns the model's forecast for one year
 */
export function forecastMethod(
  caller: string,
  fit: (
    years: readonly number[],
    values: readonly number[],
    level: number,
  ) => (year: number) => TrendPrediction,
): ForecastMethod {
  return (givenYears, givenValues, targets, { level = 0.95 } = {}) => {
    const { years, values } = editionsOf(caller, givenYears, givenValues);
    requireThat(years.length >= 3, caller, "need.atLeastEditions", years.length, { atLeast: 3 });
    requireLevel(caller, level);
    const last = years.at(-1)!;
    const isEmpty = Array.isArray(targets) && targets.length === 0;
    requireThat(!isEmpty, caller, "need.atLeastOneYearForecast", targets);
    const wanted = numbersOf(caller, "targets", targets);
    for (const target of wanted) {
      const isAfter = Number.isInteger(target) && target > last;
      requireThat(isAfter, caller, "need.wholeYearsAfter", target, { last });
    }
    return asForecasts(wanted.map(fit(years, values, level)), "year");
  };
}
