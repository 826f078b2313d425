import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { requireThat } from "../base/check.js";

export interface Random {
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number;
  /** A standard normal number (Box-Muller). */
  normal(): number;
}

/** A random number generator (xoroshiro128+) whose numbers depend only on the seed, on every platform. */
export function randomFrom(caller: string, seed: number): Random {
  requireThat(Number.isSafeInteger(seed), caller, "need.wholeNumberSeed", seed);
  const generator = xoroshiro128plus(seed);
  return {
    below: (end) => uniformInt(generator, 0, end - 1),
    normal() {
      const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
      return radius * Math.cos(2 * Math.PI * uniformFloat64(generator));
    },
  };
}
