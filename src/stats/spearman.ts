import { requireNumbers, requireSameLength, requireVariation } from "../check.js";
import { coefficient } from "./correlation.js";
import { tPValue } from "./distributions.js";
import { midRanks } from "./ranks.js";

export interface Spearman {
  /** Pearson's correlation of the ranks, -1 to 1. */
  rho: number;
  n: number;
  df: number;
  statistic: number;
  /** Two-sided, from Student's t: an approximation, rough below some ten points. */
  pValue: number;
}

/**
 * Spearman's rank correlation: whether one series rises when the other does, by however much. Ties share mean ranks.
 * @param x n numbers, n >= 3, not all equal
 * @param y as many numbers
 * @throws RangeError or TypeError as `pearson`
 * @see Kendall & Gibbons, Rank Correlation Methods, chapter 1
 * @example spearman([1, 2, 3, 4], [1, 10, 100, 1000]).rho // 1
 */
export function spearman(x: readonly number[], y: readonly number[]): Spearman {
  requireNumbers("spearman", "x", x, 3);
  requireNumbers("spearman", "y", y, 3);
  requireSameLength("spearman", x, y);
  requireVariation("spearman", "x", x);
  requireVariation("spearman", "y", y);
  const rho = coefficient(midRanks(x), midRanks(y));
  const df = x.length - 2;
  const statistic = rho * Math.sqrt(df / ((1 - rho) * (1 + rho)));
  return { rho, n: x.length, df, statistic, pValue: tPValue(statistic, df) };
}
