import { max, mean, sampleCorrelation } from "simple-statistics";
import { requireThat, requireVariation } from "../../base/check.js";

/**
 * A column's mean, corrected once for rounding, and the deviations from it. simple-statistics does not correct its
 * mean: for values 1e12 times their spread its `sampleCorrelation` has 6 correct digits; with these deviations there
 * are 14.
 * @throws RangeError on a constant column, or when squared deviations leave float64's range
 */
export function centred(caller: string, name: string, values: readonly number[]) {
  requireVariation(caller, name, values);
  const first = mean(values as number[]);
  // The mean of the deviations is the rounding error of the mean.
  const centre = first + mean(values.map((value) => value - first));
  const deviations = values.map((value) => value - centre);
  const largest = max(deviations.map(Math.abs));
  const fits = largest >= 1e-72 && largest <= 1e75;
  requireThat(fits, caller, "need.withDeviationsFromMeanBetween", largest, { name });
  return { mean: centre, deviations };
}

/** Pearson's r of two columns of equal length, for callers that compute it many times. */
export function coefficient(x: readonly number[], y: readonly number[], caller = "coefficient"): number {
  return ofDeviations(centred(caller, "x", x).deviations, centred(caller, "y", y).deviations);
}

/** Pearson's r of columns of deviations. Rounding may carry |r| past 1 in the last digit. */
export function ofDeviations(x: number[], y: number[]): number {
  return Math.max(-1, Math.min(1, sampleCorrelation(x, y)));
}
