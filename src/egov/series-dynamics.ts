import { requireThat } from "../base/check.js";
import { withTable } from "../base/display.js";
import { label } from "../base/text.js";
import { DataFrame } from "../helper/table/data-frame.js";
import type { Numbers } from "../helper/table/numbers.js";
import { editionsOf } from "../helper/statistics/editions.js";

export interface SeriesDynamics {
  /**
   * One row per edition. Absolute growth is value minus value, a growth factor is a ratio (1.05), a growth rate is the
   * factor minus 1 (.05); chain: against the edition before (NaN in the first row), base: against the first.
   * `onePercent` is one hundredth of the previous value: the value of one percent of growth.
   */
  rows: DataFrame<
    | "year"
    | "value"
    | "absoluteGrowthChain"
    | "absoluteGrowthBase"
    | "growthFactorChain"
    | "growthFactorBase"
    | "growthRateChain"
    | "growthRateBase"
    | "onePercent"
  >;
  /** (last - first) / years elapsed: per calendar year, whatever the gaps between editions. */
  meanAnnualAbsoluteGrowth: number;
  /** (last / first)^(1 / years elapsed), a ratio. */
  meanAnnualGrowthFactor: number;
  /** meanAnnualGrowthFactor - 1. */
  meanAnnualGrowthRate: number;
}

/**
 * Computes the time-series statistics taught in the region's textbooks: absolute growth, growth factor and growth rate,
 * each against the edition before (chain) and against the first (base), the value of one percent, and annual means over
 * years that may be spaced irregularly.
 * @param years n whole years, strictly increasing, n >= 2
 * @param values n positive numbers
 * @throws RangeError or TypeError on fewer than 2 editions, unsorted or duplicate years, a value that is not positive
 * @see Eliseeva & Yuzbashev, General Theory of Statistics, chapter on dynamic series
 * @example seriesDynamics([2010, 2014], [1, 16]).meanAnnualGrowthFactor // 2
 */
export function seriesDynamics(years: Numbers, values: Numbers): SeriesDynamics {
  const { years: year, values: value } = editionsOf("seriesDynamics", years, values);
  value.forEach((one, at) =>
    requireThat(one > 0, "seriesDynamics", "need.positiveValueFor", one, { year: year[at] }),
  );
  const first = value[0]!;
  const last = value.at(-1)!;
  const elapsed = year.at(-1)! - year[0]!;
  const chain = (of: (one: number, before: number) => number) =>
    value.map((one, at) => (at === 0 ? NaN : of(one, value[at - 1]!)));
  const columns = {
    year,
    value,
    absoluteGrowthChain: chain((one, before) => one - before),
    absoluteGrowthBase: value.map((one) => one - first),
    growthFactorChain: chain((one, before) => one / before),
    growthFactorBase: value.map((one) => one / first),
    growthRateChain: chain((one, before) => one / before - 1),
    growthRateBase: value.map((one) => one / first - 1),
    onePercent: chain((_, before) => before / 100),
  };
  const meanAnnualGrowthFactor = (last / first) ** (1 / elapsed);
  const means = {
    meanAnnualAbsoluteGrowth: (last - first) / elapsed,
    meanAnnualGrowthFactor,
    meanAnnualGrowthRate: meanAnnualGrowthFactor - 1,
  };
  return withTable({ rows: new DataFrame(columns), ...means }, () => ({
    columns,
    notes: Object.entries(means).map(([name, mean]) => `${label(name)}: ${mean.toFixed(4)}`),
  }));
}
