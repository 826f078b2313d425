/** Student's t and the normal distribution: the field's names over @stdlib. */
import { requireThat } from "../base/check.js";
import { latePackage } from "../base/late-package.js";

/** A function of @stdlib, which is some hundred small modules. */
export function late(name: string): (...values: number[]) => number {
  const load = latePackage<(...values: number[]) => number>(`@stdlib/stats-base-dists-${name}`);
  return (...values) => load()(...values);
}

const stdlibNormalQuantile = late("normal-quantile");
const tCdf = late("t-cdf");
const tQuantile = late("t-quantile");

/** Two-sided p-value of a t statistic. */
export function tPValue(statistic: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(statistic), df));
}

/** The t value that leaves `1 - level` in both tails together. */
export function tCritical(level: number, df: number): number {
  return tQuantile(0.5 + level / 2, df);
}

/** The z below which a share of a standard normal lies. */
export function normalQuantile(share: number): number {
  return stdlibNormalQuantile(share, 0, 1);
}

/** The normal value that leaves `1 - level` in both tails together. */
export function normalCritical(level: number): number {
  return normalQuantile(0.5 + level / 2);
}

/** Throws unless `level` is a probability strictly between 0 and 1. */
export function requireLevel(caller: string, level: number): void {
  requireThat(level > 0 && level < 1, caller, "a level between 0 and 1", level);
}
