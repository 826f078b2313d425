import { requireThat } from "../base/check.js";
import { asStatistics } from "../base/display.js";
import { fisherInterval } from "../helper/statistics/correlation.js";
import { requireLevel, tPValue } from "../helper/statistics/distributions.js";
import { text } from "../base/text.js";

export interface DependentCorrelations {
  /** rJK - rJH. */
  difference: number;
  /** Williams's T2. */
  statistic: number;
  /** n - 3. */
  df: number;
  /** Two-sided, from Student's t. */
  pValue: number;
  /** Zou's confidence interval for the difference, at `level`. */
  interval: [number, number];
}

/**
 * Tests whether two correlations that share a variable differ: j with k against j with h, on the same n cases.
 * Williams's T2, which Steiger recommends among the exact-variance tests, with Zou's confidence interval.
 *
 * @param rJK correlation of the shared variable j with k, strictly between -1 and 1
 * @param rJH correlation of j with h
 * @param rKH correlation of k with h: how much the two overlap
 * @param n number of cases, 4 or more
 * @throws RangeError on a correlation outside -1..1, three correlations that no data can have together, or n below 4
 * @see Steiger, J. H. (1980) Tests for comparing elements of a correlation matrix. Psychological Bulletin 87, 245-251
 * @see Zou, G. Y. (2007) Toward using confidence intervals to compare correlations. Psychological Methods 12, 399-413
 * @example dependentCorrelations(0.4, 0.5, 0.1, 103).statistic // -0.8913
 */
export function dependentCorrelations(
  rJK: number,
  rJH: number,
  rKH: number,
  n: number,
  { level = 0.95 }: { level?: number } = {},
): DependentCorrelations {
  const caller = "dependentCorrelations";
  for (const [name, r] of Object.entries({ rJK, rJH, rKH }))
    requireThat(r > -1 && r < 1, caller, "need.betweenMinus1And1", r, { name });
  requireThat(Number.isInteger(n) && n >= 4, caller, "need.wholeNAtLeast4", n);
  requireLevel(caller, level);
  const determinant = 1 - rJK ** 2 - rJH ** 2 - rKH ** 2 + 2 * rJK * rJH * rKH;
  const got = text("error.gotDeterminant", { rJK, rJH, rKH, determinant });
  requireThat(determinant > 0, caller, "need.threeCorrelationsDataCanHave", got);
  const difference = rJK - rJH;
  const df = n - 3;
  const pooled = ((rJK + rJH) / 2) ** 2 * (1 - rKH) ** 3;
  const statistic =
    difference * Math.sqrt(((n - 1) * (1 + rKH)) / ((2 * (n - 1) * determinant) / df + pooled));
  const interval = zou(rJK, rJH, rKH, n, level);
  return asStatistics({ difference, statistic, df, pValue: tPValue(statistic, df), interval });
}

/** Combines the two correlations' own intervals, using the correlation of their errors. */
function zou(rJK: number, rJH: number, rKH: number, n: number, level: number): [number, number] {
  const squares = rJK ** 2 + rJH ** 2 + rKH ** 2;
  const together = ((rKH - (rJK * rJH) / 2) * (1 - squares) + rKH ** 3) / ((1 - rJK ** 2) * (1 - rJH ** 2));
  const [lowJK, highJK] = fisherInterval(rJK, n, level);
  const [lowJH, highJH] = fisherInterval(rJH, n, level);
  const reach = (a: number, b: number) => Math.sqrt(a ** 2 + b ** 2 - 2 * together * a * b);
  const difference = rJK - rJH;
  return [difference - reach(rJK - lowJK, highJH - rJH), difference + reach(highJK - rJK, rJH - lowJH)];
}
