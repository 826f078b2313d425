import { asStatistics } from "../helper/statistics/correlation.js";
import { requireVariation } from "../base/check.js";
import { worded } from "../base/language.js";
import { normalQuantile, requireLevel } from "../helper/statistics/distributions.js";
import { normalCdf } from "../helper/statistics/tail-areas.js";
import type { Numbers } from "../helper/table/numbers.js";
import { inSlices, type LongRun } from "./in-slices.js";
import { leaveOneOut, plainColumns, type Statistic } from "./leave-one-out.js";
import { randomFrom, type Random } from "./random.js";

export interface BootstrapInterval {
  /** The statistic of the data as they are. */
  estimate: number;
  /** BCa interval: bias-corrected and accelerated. */
  interval: [number, number];
  /** Standard deviation of the statistic over the resamples. */
  standardError: number;
  resamples: number;
}

/**
 * Confidence interval from the data alone: rows are drawn with replacement, again and again, and the statistic is
 * computed each time. Corrected for bias and skewness (BCa), which matters for a correlation near 1. A resample in
 * which a column is constant is drawn again, since a correlation cannot be had from it.
 *
 * @param given one or more columns of n numbers each, n >= 4, none constant; rows stay together
 * @param statistic computed from the columns
 * @param options resamples; level of the interval; seed: the same gives the same result; progress and an abort signal
 * @throws RangeError or TypeError on fewer than 4 rows, unequal lengths, a constant column; what the statistic throws
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, section 14.3
 * @example await bootstrapInterval([x, y], (a, b) => pearson(a, b).r, { seed: 1 })
 */
export async function bootstrapInterval(
  given: readonly Numbers[],
  statistic: Statistic,
  {
    resamples = 9999,
    level = 0.95,
    seed = 1,
    ...run
  }: { resamples?: number; level?: number; seed?: number } & LongRun = {},
): Promise<BootstrapInterval> {
  const caller = "bootstrapInterval";
  const columns = plainColumns(caller, given, 4);
  columns.forEach((column, j) => requireVariation(caller, worded`column ${j + 1}`, column));
  requireLevel(caller, level);
  const random = randomFrom(caller, seed);
  const { all: estimate, influence } = leaveOneOut(columns, statistic);
  const values: number[] = [];
  await inSlices(
    caller,
    "resamples",
    resamples,
    () => values.push(statistic(...resample(columns, random))),
    run,
  );
  values.sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / resamples;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const end = bcaQuantile(values, estimate, influence);
  return asStatistics<BootstrapInterval>({
    estimate,
    interval: [end(0.5 - level / 2), end(0.5 + level / 2)],
    standardError: Math.sqrt(spread / (resamples - 1)),
    resamples,
  });
}

function resample(columns: readonly (readonly number[])[], random: Random): number[][] {
  for (;;) {
    const rows = columns[0]!.map(() => random.below(columns[0]!.length));
    const drawn = columns.map((column) => rows.map((row) => column[row]!));
    if (drawn.every((column) => column.some((value) => value !== column[0]))) return drawn;
  }
}

/** The sorted values' quantile at a probability that is shifted for bias and acceleration. */
function bcaQuantile(sorted: readonly number[], estimate: number, influence: readonly number[]) {
  const below = sorted.filter((value) => value < estimate).length;
  const equal = sorted.filter((value) => value === estimate).length;
  const share = (below + equal / 2) / sorted.length;
  const bias = normalQuantile(Math.min(1 - 0.5 / sorted.length, Math.max(0.5 / sorted.length, share)));
  const acceleration = accelerationOf(influence);
  return (probability: number): number => {
    const z = bias + normalQuantile(probability);
    const at = normalCdf(bias + z / (1 - acceleration * z)) * (sorted.length - 1);
    const low = Math.floor(at);
    const high = Math.min(sorted.length - 1, low + 1);
    return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
  };
}

/** Skewness of the rows' influence, over 6; 0 where no row has any. */
function accelerationOf(influence: readonly number[]): number {
  const mean = influence.reduce((sum, value) => sum + value, 0) / influence.length;
  const power = (k: number) => influence.reduce((sum, value) => sum + (value - mean) ** k, 0);
  const squares = power(2);
  return squares === 0 ? 0 : power(3) / (6 * squares ** 1.5);
}
