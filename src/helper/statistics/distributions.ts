/** Student's t and the normal distribution: the field's names over @stdlib. */
import { requireThat } from "../../base/check.js";
import { latePackage } from "../../base/late-package.js";

interface Distribution {
  cdf(x: number, ...parameters: number[]): number;
  quantile(share: number, ...parameters: number[]): number;
}

/** All of @stdlib's distributions, as its authors bundle them: package by package they are some two hundred. */
const stdlib = latePackage<{ base: { dists: Record<string, Distribution> } }>(
  "@stdlib/dist-stats-base-dists-flat",
);

export function distribution(name: "t" | "f" | "normal"): Distribution {
  return stdlib().base.dists[name]!;
}

/** Two-sided p-value of a t statistic. */
export function tPValue(statistic: number, df: number): number {
  return Math.min(1, 2 * distribution("t").cdf(-Math.abs(statistic), df));
}

/** The t value that leaves `1 - level` in both tails together. */
export function tCritical(level: number, df: number): number {
  return distribution("t").quantile(0.5 + level / 2, df);
}

/** The z below which a share of a standard normal lies. */
export function normalQuantile(share: number): number {
  return distribution("normal").quantile(share, 0, 1);
}

/** The normal value that leaves `1 - level` in both tails together. */
export function normalCritical(level: number): number {
  return normalQuantile(0.5 + level / 2);
}

/** Throws unless `level` is a probability strictly between 0 and 1. */
export function requireLevel(caller: string, level: number): void {
  requireThat(level > 0 && level < 1, caller, "need.levelBetween0And1", level);
}

/** A p-value as text, everywhere the same: four decimals, and "< 0.0001" for what these would make 0. */
export function pText(p: number): string {
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
}
