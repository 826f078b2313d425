/** Tails of the normal distribution, F and chi-squared. */
import { distribution } from "./distributions.js";

/** Share of a standard normal below z. */
export function normalCdf(z: number): number {
  return distribution("normal").cdf(z, 0, 1);
}

/** Two-sided p-value of a standard normal statistic. */
export function normalPValue(statistic: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(statistic)));
}

/** Upper-tail p-value of an F statistic. Computed as a lower tail of 1/F, so that small ones keep their digits. */
export function fPValue(statistic: number, df1: number, df2: number): number {
  return statistic === Infinity ? 0 : distribution("f").cdf(1 / statistic, df2, df1);
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
