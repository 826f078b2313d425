import { requireVariation } from "../base/check.js";
import { asStatistics } from "../base/display.js";
import { pairsOf } from "../helper/statistics/correlation.js";
import type { Missing, Numbers } from "../helper/table/numbers.js";
import { normalPValue } from "../helper/statistics/distributions.js";

export interface Kendall {
  /** tau-b, -1 to 1: concordant minus discordant pairs, corrected for ties. */
  tau: number;
  n: number;
  concordant: number;
  discordant: number;
  /** Two-sided: exact without ties and below 50 points, otherwise normal with the variance corrected for ties. */
  pValue: number;
  /** Number of pairs left out if `missing` is "omit". */
  omitted?: number;
}

/**
 * Kendall's rank correlation tau-b, by counting pairs.
 * @param givenX n numbers, n >= 3, not all equal
 * @param givenY as many numbers; they are paired by position
 * @param options missing: "omit" leaves out pairs of which one is NaN
 * @throws RangeError or TypeError as `pearson`
 * @see Kendall & Gibbons, Rank Correlation Methods, chapters 1, 4 and 5
 * @example kendall([1, 2, 3, 4], [1, 2, 4, 3]).tau // 0.6667
 */
export function kendall(givenX: Numbers, givenY: Numbers, { missing }: Missing = {}): Kendall {
  const { x, y, gaps } = pairsOf("kendall", givenX, givenY, missing);
  requireVariation("kendall", "x", x);
  requireVariation("kendall", "y", y);
  const n = x.length;
  let concordant = 0;
  let discordant = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const order = Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
      if (order > 0) concordant += 1;
      else if (order < 0) discordant += 1;
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const [tiesX, tiesY] = [groupSizes(x), groupSizes(y)];
  const untied = (sizes: number[]) => pairs - sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const tau = (concordant - discordant) / Math.sqrt(untied(tiesX) * untied(tiesY));
  const exact = tiesX.length === n && tiesY.length === n && n < 50;
  const pValue = exact
    ? exactPValue(n, Math.min(concordant, discordant))
    : normalPValue((concordant - discordant) / Math.sqrt(varianceWithTies(n, tiesX, tiesY)));
  return asStatistics({ tau, n, concordant, discordant, pValue, ...gaps });
}

/** How often each value occurs. */
function groupSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** Twice the share of the n! orders with at most `discordant` discordant pairs, built up one element at a time. */
function exactPValue(n: number, discordant: number): number {
  let shares = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    shares.forEach((share, at) => {
      for (let moved = 0; moved < size; moved++) next[at + moved] = next[at + moved]! + share / size;
    });
    shares = next;
  }
  return Math.min(1, 2 * shares.slice(0, discordant + 1).reduce((sum, share) => sum + share, 0));
}

/** Variance of concordant minus discordant pairs under independence. */
function varianceWithTies(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const sum = (sizes: readonly number[], of: (t: number) => number) =>
    sizes.reduce((total, t) => total + of(t), 0);
  const squares = (t: number) => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  return (
    (squares(n) - sum(tiesX, squares) - sum(tiesY, squares)) / 18 +
    (sum(tiesX, triples) * sum(tiesY, triples)) / (9 * triples(n)) +
    (sum(tiesX, pairs) * sum(tiesY, pairs)) / (2 * pairs(n))
  );
}
