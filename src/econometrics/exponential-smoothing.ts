/** Level and trend of a series by exponential smoothing with additive errors: one step at a time, and fitted. */

export interface Smoothing {
  /** alpha, 0 to 1: how far an error moves the level. */
  level: number;
  /** beta*, 0 to 1: how far a change of the level moves the trend. */
  trend: number;
  /** phi: what is left of the trend after a step; 1 is Holt's method. */
  damping: number;
}

export interface SmoothedSeries {
  smoothing: Smoothing;
  /** Sum of squared one-step errors. */
  sse: number;
  /** The series so many steps after its last value. */
  ahead(steps: number): number;
  /** Variance of that forecast's error over that of one step. */
  varianceRatio(steps: number): number;
}

const DAMPING = { smallest: 0.8, largest: 0.98 };
/** Grid points a parameter, then rounds that look closer around the best of them, each `ZOOM` times finer. */
const GRID = 20;
const ROUNDS = 9;
const ZOOM = 4;

/** Errors of one-step forecasts from a level and a trend before the first value; and where both stand at the end. */
function run(
  { level: alpha, trend: beta, damping: phi }: Smoothing,
  values: readonly number[],
  start: [number, number],
) {
  let [level, trend] = start;
  const errors = values.map((value) => {
    const error = value - level - phi * trend;
    level += phi * trend + alpha * error;
    trend = phi * trend + alpha * beta * error;
    return error;
  });
  return { errors, level, trend };
}

/**
 * Smooths with given parameters. The level and the trend before the first value are those with the smallest sum of
 * squares: the errors are linear in them, so that three runs and two equations give them exactly.
 */
export function smoothWith(smoothing: Smoothing, values: readonly number[]): SmoothedSeries {
  const nothing = values.map(() => 0);
  const [y, a, b] = [
    run(smoothing, values, [0, 0]).errors,
    run(smoothing, nothing, [1, 0]).errors,
    run(smoothing, nothing, [0, 1]).errors,
  ];
  const dot = (u: readonly number[], v: readonly number[]) =>
    u.reduce((sum, value, i) => sum + value * v[i]!, 0);
  const [aa, ab, bb, ay, by] = [dot(a, a), dot(a, b), dot(b, b), dot(a, y), dot(b, y)];
  const determinant = aa * bb - ab * ab;
  const { errors, level, trend } = run(smoothing, values, [
    (ab * by - bb * ay) / determinant,
    (ab * ay - aa * by) / determinant,
  ]);
  const { level: alpha, trend: beta, damping: phi } = smoothing;
  const damped = (steps: number) =>
    Array.from({ length: steps }, (_, i) => phi ** (i + 1)).reduce((x, z) => x + z, 0);
  return {
    smoothing,
    sse: dot(errors, errors),
    ahead: (steps) => level + damped(steps) * trend,
    varianceRatio: (steps) =>
      Array.from({ length: steps - 1 }, (_, i) => (alpha * (1 + beta * damped(i + 1))) ** 2).reduce(
        (x, z) => x + z,
        1,
      ),
  };
}

/** Smooths with the parameters of the smallest sum of squares, by a grid that is made finer around its best point. */
export function smoothBest(values: readonly number[], damped: boolean): SmoothedSeries {
  const range = damped ? DAMPING : { smallest: 1, largest: 1 };
  let best = smoothWith({ level: 0, trend: 0, damping: range.largest }, values);
  let step = 1 / GRID;
  const around = (centre: number, count: number) =>
    Array.from({ length: 2 * count + 1 }, (_, i) => centre + (i - count) * step);
  for (let round = 0; round <= ROUNDS; round++, step /= ZOOM) {
    const { level, trend, damping } = round === 0 ? { level: 0.5, trend: 0.5, damping: 0.9 } : best.smoothing;
    const count = round === 0 ? GRID / 2 : ZOOM;
    const dampings = damped ? around(damping, round === 0 ? 2 : ZOOM) : [1];
    for (const alpha of around(level, count).map((value) => clamp(value, 0, 1)))
      for (const beta of around(trend, count).map((value) => clamp(value, 0, 1)))
        for (const phi of dampings) {
          const tried = smoothWith(
            { level: alpha, trend: beta, damping: clamp(phi, range.smallest, range.largest) },
            values,
          );
          if (tried.sse < best.sse) best = tried;
        }
  }
  return best;
}

function clamp(value: number, smallest: number, largest: number): number {
  return Math.min(largest, Math.max(smallest, value));
}
