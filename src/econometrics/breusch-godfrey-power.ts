import { requireThat } from "../base/check.js";
import { breuschGodfrey } from "./breusch-godfrey.js";
import { inSlices, type LongRun } from "./in-slices.js";
import { randomFrom } from "./random.js";

/**
 * How often `breuschGodfrey` with one lag finds, at the 5 % level, errors that follow e_t = rho e_(t-1) + u_t about a
 * straight line in time: its power, and with rho = 0 its size. Values invented by a seeded generator.
 * @param options n: values a series, 5 or more; rho between -1 and 1; simulations; seed; progress and an abort signal
 * @returns a share, 0 to 1
 * @throws RangeError on an n, rho or seed that does not fit
 * @see Godfrey, L. G. (1978) Econometrica 46, 1293-1301
 * @example await breuschGodfreyPower({ n: 10, rho: 0.5 })
 */
export async function breuschGodfreyPower({
  n,
  rho,
  simulations = 4000,
  seed = 1,
  ...run
}: { n: number; rho: number; simulations?: number; seed?: number } & LongRun): Promise<number> {
  const caller = "breuschGodfreyPower";
  requireThat(Number.isInteger(n) && n >= 5, caller, "a whole n of at least 5", n);
  requireThat(Math.abs(rho) < 1, caller, "rho between -1 and 1", rho);
  const random = randomFrom(caller, seed);
  const time = Array.from({ length: n }, (_, at) => at + 1);
  let found = 0;
  const step = (): void => {
    // The first error has the variance that all others have.
    let error = random.normal() / Math.sqrt(1 - rho ** 2);
    const errors = time.map((_, at) => (error = at === 0 ? error : rho * error + random.normal()));
    if (breuschGodfrey(errors, { time }).pValue < 0.05) found += 1;
  };
  await inSlices(caller, "simulations", simulations, step, run);
  return found / simulations;
}
