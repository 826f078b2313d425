/** Student's t, F, chi-squared and normal distributions: the field's names over @stdlib. */
import { requireThat } from "../check.js";
import { latePackage } from "../late-package.js";

/** A function of @stdlib, which is some hundred small modules. */
function late(name: string): (...values: number[]) => number {
  const load = latePackage<(...values: number[]) => number>(`@stdlib/stats-base-dists-${name}`);
  return (...values) => load()(...values);
}

const fCdf = late("f-cdf");
const stdlibNormalCdf = late("normal-cdf");
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

/** Share of a standard normal below z. */
export function normalCdf(z: number): number {
  return stdlibNormalCdf(z, 0, 1);
}

/** The z below which a share of a standard normal lies. */
export function normalQuantile(share: number): number {
  return stdlibNormalQuantile(share, 0, 1);
}

/** Two-sided p-value of a standard normal statistic. */
export function normalPValue(statistic: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(statistic)));
}

/** The normal value that leaves `1 - level` in both tails together. */
export function normalCritical(level: number): number {
  return normalQuantile(0.5 + level / 2);
}

/** Upper-tail p-value of an F statistic. Computed as a lower tail of 1/F, so that small ones keep their digits. */
export function fPValue(statistic: number, df1: number, df2: number): number {
  return statistic === Infinity ? 0 : fCdf(1 / statistic, df2, df1);
}

/**
 * Upper-tail p-value of a chi-squared statistic for whole degrees of freedom. Summed from the tails of one or two
 * degrees upwards, never taken from 1, so that small ones keep their digits.
 */
export function chiSquaredPValue(statistic: number, df: number): number {
  const odd = df % 2 === 1;
  const half = statistic / 2;
  // Q(df + 2) = Q(df) + (x/2)^(df/2) e^(-x/2) / Gamma(df/2 + 1)
  let tail = odd ? normalPValue(Math.sqrt(statistic)) : Math.exp(-half);
  let term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : half * Math.exp(-half);
  for (let k = odd ? 1 : 2; k < df; k += 2) {
    tail += term;
    term *= half / (k / 2 + 1);
  }
  return tail;
}

/** Throws unless `level` is a probability strictly between 0 and 1. */
export function requireLevel(caller: string, level: number): void {
  requireThat(level > 0 && level < 1, caller, "a level between 0 and 1", level);
}
