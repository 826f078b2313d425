import { requireNumbers, requireThat } from "../check.js";

export interface DynamicsRow {
  year: number;
  value: number;
  /** Value minus the one before; null in the first row. */
  absoluteGrowthChain: number | null;
  /** Value minus the first one. */
  absoluteGrowthBase: number;
  /** Value over the one before, as a ratio (1.05 = 105 %). */
  growthRateChain: number | null;
  growthRateBase: number;
  /** Growth rate minus 1. */
  rateOfIncreaseChain: number | null;
  rateOfIncreaseBase: number;
  /** One hundredth of the value before: what one per cent of increase is worth. */
  onePercent: number | null;
}

export interface SeriesDynamics {
  rows: DynamicsRow[];
  /** (last - first) / years elapsed: per calendar year, whatever the gaps between editions. */
  meanAnnualAbsoluteGrowth: number;
  /** (last / first)^(1 / years elapsed), a ratio. */
  meanAnnualGrowthRate: number;
  /** meanAnnualGrowthRate - 1. */
  meanAnnualRateOfIncrease: number;
}

/**
 * The statistics of a dynamic series ("ряд динамики") as textbooks of the region teach them: absolute growth, growth
 * rate and rate of increase, each against the edition before (chain) and against the first (base), the value of one
 * per cent, and annual means over years that may be spaced irregularly.
 * @param years n whole years, strictly increasing, n >= 2
 * @param values n positive numbers
 * @throws RangeError or TypeError on fewer than 2 editions, unsorted or duplicate years, a value that is not positive
 * @see Eliseeva & Yuzbashev, General Theory of Statistics, chapter on dynamic series
 * @example seriesDynamics([2010, 2014], [1, 16]).meanAnnualGrowthRate // 2
 */
export function seriesDynamics(years: readonly number[], values: readonly number[]): SeriesDynamics {
  requireEditions("seriesDynamics", years, values);
  values.forEach((value, i) =>
    requireThat(value > 0, "seriesDynamics", `a positive value for ${years[i]}`, value),
  );
  const first = values[0]!;
  const last = values[values.length - 1]!;
  const elapsed = years[years.length - 1]! - years[0]!;
  const rows = values.map((value, i): DynamicsRow => {
    const before = i === 0 ? null : values[i - 1]!;
    return {
      year: years[i]!,
      value,
      absoluteGrowthChain: before === null ? null : value - before,
      absoluteGrowthBase: value - first,
      growthRateChain: before === null ? null : value / before,
      growthRateBase: value / first,
      rateOfIncreaseChain: before === null ? null : value / before - 1,
      rateOfIncreaseBase: value / first - 1,
      onePercent: before === null ? null : before / 100,
    };
  });
  const meanAnnualGrowthRate = (last / first) ** (1 / elapsed);
  return {
    rows,
    meanAnnualAbsoluteGrowth: (last - first) / elapsed,
    meanAnnualGrowthRate,
    meanAnnualRateOfIncrease: meanAnnualGrowthRate - 1,
  };
}

/** Throws unless the years are whole, strictly increasing, at least two, and one value belongs to each. */
export function requireEditions(caller: string, years: readonly number[], values: readonly number[]): void {
  requireNumbers(caller, "years", years, 2);
  requireNumbers(caller, "values", values, 2);
  requireThat(
    years.length === values.length,
    caller,
    `${years.length} values for as many years`,
    values.length,
  );
  years.forEach((year, i) => {
    requireThat(Number.isInteger(year), caller, "whole years", year);
    if (i > 0)
      requireThat(
        year > years[i - 1]!,
        caller,
        `years in increasing order without duplicates after ${years[i - 1]}`,
        year,
      );
  });
}
