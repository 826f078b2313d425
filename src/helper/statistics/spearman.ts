import { sampleRankCorrelation } from "simple-statistics";
import { requireVariation } from "../../base/check.js";
import { asStatistics } from "../../base/display.js";
import type { Missing, Numbers, Omitted } from "../table/numbers.js";
import { pairsOf } from "./correlation.js";
import { tPValue } from "./distributions.js";

export interface Spearman extends Omitted {
  /** Pearson's correlation of the ranks, -1 to 1. */
  rho: number;
  n: number;
  df: number;
  statistic: number;
  /** Two-sided, from Student's t: an approximation, rough below about ten points. */
  pValue: number;
}

/**
 * Spearman's rank correlation: whether one series rises when the other does, regardless of amount. Ties share mean
 * ranks.
 * @param x n numbers, n >= 3, not all equal
 * @param y as many numbers; they are paired by position
 * @param options missing: "omit" leaves out pairs of which one is NaN
 * @throws RangeError or TypeError as `pearson`
 * @see Kendall & Gibbons, Rank Correlation Methods, chapter 1
 * @example spearman([1, 2, 3, 4], [1, 10, 100, 1000]).rho // 1
 */
export function spearman(x: Numbers, y: Numbers, { missing }: Missing = {}): Spearman {
  const pairs = pairsOf("spearman", x, y, missing);
  for (const name of ["x", "y"] as const) requireVariation("spearman", name, pairs[name]);
  const rho = Math.max(-1, Math.min(1, sampleRankCorrelation([...pairs.x], [...pairs.y])));
  const n = pairs.x.length;
  const df = n - 2;
  const statistic = rho * Math.sqrt(df / ((1 - rho) * (1 + rho)));
  return asStatistics({ rho, n, df, statistic, pValue: tPValue(statistic, df), ...pairs.gaps });
}
