import { requireThat } from "../base/check.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { rowsOf, type Numbers } from "../helper/table/numbers.js";
import { inSlices, type Simulations } from "./in-slices.js";
import { randomFrom, type Random } from "./random.js";
import { durbinWatsonOf } from "./regression-diagnostics.js";

export interface LineSimulation {
  /** Durbin-Watson of each line's residuals, smallest first. */
  durbinWatson: number[];
  /** Share of simulations in which the line's 95 % interval contains the value, for each time in `ahead`. */
  coverage: number[];
}

const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/**
 * Simulates how reliable a straight line's diagnostics and intervals are when errors are autocorrelated: fits lines
 * through errors e_t = rho e_(t-1) + u_t; rho = 1 is a random walk.
 * @param options time: n increasing numbers, n >= 5, 1 to 10 by default; rho above -1, up to 1; ahead: times of the
 *   next values, one after the other; simulations; seed; progress
 * @throws RangeError or TypeError on an invalid time, rho or seed
 * @see Durbin & Watson (1950), Biometrika 37, 409-428
 * @example (await lineSimulation({ rho: 0.5, ahead: [11, 12] })).coverage
 */
export async function lineSimulation(
  options: { time?: Numbers; rho?: number; ahead?: readonly number[] } & Simulations = {},
): Promise<LineSimulation> {
  const { time = TEN, rho = 0, ahead = [], simulations = 4000, seed = 1, ...run } = options;
  const caller = "lineSimulation";
  const x = rowsOf(caller, [["time", time]], { atLeast: 5 }).columns[0]!;
  requireThat(rho > -1 && rho <= 1, caller, "need.rhoAbove1Up1", rho);
  const random = randomFrom(caller, seed);
  const durbinWatson: number[] = [];
  const held = ahead.map(() => 0);
  const step = (): void => {
    const all = errors(random, x.length + ahead.length, rho);
    const own = all.slice(0, x.length);
    const { slope, intercept, predict } = linearTrend(x, own);
    durbinWatson.push(durbinWatsonOf(own.map((value, at) => value - intercept - slope * x[at]!)));
    ahead.forEach((next, at) => {
      const [low, high] = predict(next).interval;
      const value = all[x.length + at]!;
      if (low <= value && value <= high) held[at]! += 1;
    });
  };
  await inSlices(caller, "simulations", simulations, step, run);
  return {
    durbinWatson: durbinWatson.sort((a, b) => a - b),
    coverage: held.map((count) => count / simulations),
  };
}

/** Below rho = 1 the first error has the same variance as the others. */
function errors(random: Random, n: number, rho: number): number[] {
  let error = random.normal() / (rho === 1 ? 1 : Math.sqrt(1 - rho ** 2));
  return Array.from({ length: n }, (_, at) => (error = at === 0 ? error : rho * error + random.normal()));
}
