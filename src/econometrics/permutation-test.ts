import { asStatistics } from "../base/display.js";
import { coefficient } from "../helper/statistics/centred.js";
import { pairsOf } from "../helper/statistics/correlation.js";
import type { Numbers } from "../helper/table/numbers.js";
import { inSlices, type LongRun } from "./in-slices.js";
import { randomFrom } from "./random.js";

export interface PermutationTest {
  /** Pearson's correlation of the original data. */
  r: number;
  /** Two-sided: (1 + permutations with at least this |r|) / (1 + permutations). */
  pValue: number;
  permutations: number;
}

/**
 * Tests a correlation by how often one at least as strong occurs when one series is shuffled. It assumes no
 * distribution, but that every order of the values is equally likely; series that trend over time violate this, and
 * their p-value is too small.
 *
 * @param x n numbers, n >= 3, not all equal
 * @param y as many numbers
 * @param options permutations: how many shuffles; seed: the same gives the same result; progress
 * @throws RangeError or TypeError as `pearson`
 * @see Phipson & Smyth (2010) Permutation p-values should never be zero. Stat. Appl. Genet. Mol. Biol. 9, 39
 * @example (await permutationTest([1, 2, 3, 4, 5], [1, 3, 2, 5, 4])).pValue // 0.134
 */
export async function permutationTest(
  x: Numbers,
  y: Numbers,
  { permutations = 9999, seed = 1, ...run }: { permutations?: number; seed?: number } & LongRun = {},
): Promise<PermutationTest> {
  const caller = "permutationTest";
  const { x: plainX, y: plainY } = pairsOf(caller, x, y);
  const random = randomFrom(caller, seed);
  const r = coefficient(plainX, plainY, caller);
  const shuffled = [...plainY];
  let asStrong = 0;
  const step = (): void => {
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    // Orders with the same r differ in the last digits of the sum; they count as equal.
    if (Math.abs(coefficient(plainX, shuffled, caller)) >= Math.abs(r) * (1 - 1e-12)) asStrong += 1;
  };
  await inSlices(caller, "permutations", permutations, step, run);
  return asStatistics({ r, pValue: (1 + asStrong) / (1 + permutations), permutations });
}
