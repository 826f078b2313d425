import { mean } from "simple-statistics";
import { requireThat, requireVariation } from "../base/check.js";
import { worded } from "../base/language.js";

/**
 * A column's mean, corrected once for rounding, and the deviations from it. simple-statistics subtracts a mean that is
 * not: of values 1e12 times their spread, its `sampleCorrelation` has 6 right digits, and 14 of these deviations.
 * @throws RangeError on a constant column, or when squares of the deviations leave float64's range
 */
export function centred(
  caller: string,
  name: string,
  values: readonly number[],
): { mean: number; deviations: number[] } {
  requireVariation(caller, name, values);
  const first = mean(values as number[]);
  // The mean of what is left over is the rounding error of the mean.
  const centre = first + mean(values.map((value) => value - first));
  const deviations = values.map((value) => value - centre);
  const largest = deviations.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  requireThat(
    largest >= 1e-72 && largest <= 1e75,
    caller,
    worded`${name} with deviations from the mean between 1e-72 and 1e75 (they are squared)`,
    largest,
  );
  return { mean: centre, deviations };
}
