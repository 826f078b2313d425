import { requireThat } from "../base/check.js";
import { coefficient } from "../helper/statistics/centred.js";
import { inSlices, type Simulations } from "./in-slices.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import { randomFrom } from "./random.js";

export interface SmoothingSimulation {
  /** R² of a straight line through each simulated series. */
  raw: number[];
  /** R² of a straight line through its moving totals. */
  smoothed: number[];
}

/**
 * Simulates how little a high R² means after smoothing (the Slutsky-Yule effect): generates series without structure,
 * and fits a straight line to each and to its moving totals.
 *
 * @param options n: values per series, 4 or more; width of the moving total, odd, up to n - 2; source: "noise"
 *   (independent values) or "random walk" (each value is the one before plus a random step); drift: added at every
 *   step, in standard deviations of the random step; simulations; seed: the same gives the same result; progress
 * @throws RangeError on an invalid n, width, source or seed
 * @see Slutzky, E. (1937) The summation of random causes as the source of cyclic processes. Econometrica 5, 105-146
 * @example await smoothingSimulation({ n: 10, width: 5, source: "random walk", simulations: 2000 })
 */
export async function smoothingSimulation(
  options: {
    n?: number;
    width?: number;
    source?: "noise" | "random walk";
    drift?: number;
  } & Simulations = {},
): Promise<SmoothingSimulation> {
  const {
    n = 10,
    width = 5,
    source = "random walk",
    drift = 0,
    simulations = 10000,
    seed = 1,
    ...run
  } = options;
  const caller = "smoothingSimulation";
  requireThat(Number.isInteger(n) && n >= 4, caller, "need.wholeNAtLeast4", n);
  const fits = Number.isInteger(width) && width % 2 === 1 && width >= 1 && width <= n - 2;
  requireThat(fits, caller, "need.oddWidthFrom1", width, { n: n - 2 });
  requireThat(Number.isFinite(drift), caller, "need.finiteDrift", drift);
  requireThat(source === "noise" || source === "random walk", caller, "need.noiseOrRandomWalk", source);
  const random = randomFrom(caller, seed);
  const raw: number[] = [];
  const smoothed: number[] = [];
  const places = Array.from({ length: n }, (_, at) => at + 1);
  const step = (): void => {
    let level = 0;
    const values = places.map(() => (level = (source === "noise" ? 0 : level) + drift + random.normal()));
    const totals = movingTotal(values, width).filter((total) => !Number.isNaN(total));
    raw.push(coefficient(places, values, caller) ** 2);
    smoothed.push(coefficient(places.slice(0, totals.length), totals, caller) ** 2);
  };
  await inSlices(caller, "simulations", simulations, step, run);
  return { raw, smoothed };
}
