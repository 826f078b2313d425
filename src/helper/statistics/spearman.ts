import { sampleRankCorrelation } from "simple-statistics";
import { requireVariation } from "../../base/check.js";
import type { Missing, Numbers } from "../table/numbers.js";
import { asStatistics, pairsOf } from "./correlation.js";
import { tPValue } from "./distributions.js";

export interface Spearman {
  /** Pearson's correlation of the ranks, -1 to 1. */
  rho: number;
  n: number;
  df: number;
  statistic: number;
  /** Two-sided, from Student's t: an approximation, rough below some ten points. */
  pValue: number;
  /** Number of pairs left out if `missing` is "omit". */
  omitted?: number;
}

/**
 * Spearman's rank correlation: whether one series rises when the other does, by whatever amount. Ties share mean ranks.
 * @param x n numbers, n >= 3, not all equal
 * @param y as many numbers; they are paired by position
 * @param options missing: "omit" leaves out pairs of which one is NaN
 * @throws RangeError or TypeError as `pearson`
 * @see Kendall & Gibbons, Rank Correlation Methods, chapter 1
 * @example spearman([1, 2, 3, 4], [1, 10, 100, 1000]).rho // 1
 */
export function spearman(x: Numbers, y: Numbers, { missing }: Missing = {}): Spearman {
  const { columns, omitted } = pairsOf("spearman", x, y, missing);
  requireVariation("spearman", "x", columns[0]);
  requireVariation("spearman", "y", columns[1]);
  const rho = Math.max(-1, Math.min(1, sampleRankCorrelation([...columns[0]], [...columns[1]])));
  const n = columns[0].length;
  const df = n - 2;
  const statistic = rho * Math.sqrt(df / ((1 - rho) * (1 + rho)));
  const result = { rho, n, df, statistic, pValue: tPValue(statistic, df) };
  return asStatistics(omitted === undefined ? result : { ...result, omitted });
}
