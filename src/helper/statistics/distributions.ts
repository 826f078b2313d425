/** Student's t, F, chi-squared and normal distributions under the field's names, computed by @stdlib. */
import { requireThat } from "../../base/check.js";
import { latePackage } from "../../base/late-package.js";

interface Distribution {
  cdf(x: number, ...parameters: number[]): number;
  quantile(share: number, ...parameters: number[]): number;
}

/** All of @stdlib's distributions in its authors' bundle; as single packages they are about two hundred. */
const stdlib = latePackage<{ base: { dists: Record<string, Distribution> } }>(
  "@stdlib/dist-stats-base-dists-flat",
);

export const distribution = (name: "t" | "f" | "normal" | "invgamma"): Distribution =>
  stdlib().base.dists[name]!;

/** Two-sided p-value of a t statistic. */
export const tPValue = (statistic: number, df: number): number =>
  Math.min(1, 2 * distribution("t").cdf(-Math.abs(statistic), df));

/** The t value with `1 - level` in both tails together. */
export const tCritical = (level: number, df: number): number =>
  distribution("t").quantile(0.5 + level / 2, df);

/** Share of a standard normal distribution below z. */
export const normalCdf = (z: number): number => distribution("normal").cdf(z, 0, 1);

/** The z below which a given share of a standard normal distribution lies. */
export const normalQuantile = (share: number): number => distribution("normal").quantile(share, 0, 1);

/** Two-sided p-value of a standard normal statistic. */
export const normalPValue = (statistic: number): number => Math.min(1, 2 * normalCdf(-Math.abs(statistic)));

/** The normal value with `1 - level` in both tails together. */
export const normalCritical = (level: number): number => normalQuantile(0.5 + level / 2);

/** Upper-tail p-value of an F statistic, computed as the lower tail of 1/F so that a small one keeps its digits. */
export const fPValue = (statistic: number, df1: number, df2: number): number =>
  statistic === Infinity ? 0 : distribution("f").cdf(1 / statistic, df2, df1);

/**
 * Upper-tail p-value of a chi-squared statistic, computed as the lower tail of its inverse so that a small one keeps
 * its digits.
 */
export const chiSquaredPValue = (statistic: number, df: number): number =>
  distribution("invgamma").cdf(2 / statistic, df / 2, 1);

/** Throws unless `level` is a probability strictly between 0 and 1. */
export function requireLevel(caller: string, level: number): void {
  requireThat(level > 0 && level < 1, caller, "need.levelBetween0And1", level);
}

/** A p-value as text: four decimal places, or "< 0.0001". */
export const pText = (p: number): string => (p < 0.0001 ? "< 0.0001" : p.toFixed(4));
