import { coefficient } from "../stats/correlation.js";
import {
  add,
  linearForm,
  magnitude,
  middle,
  multiply,
  square,
  subtract,
  widen,
  type Interval,
} from "./interval.js";

/**
 * An interval that holds Pearson's r of every pair of columns inside the boxes `x` and `y`, by the mean value form.
 *
 * On the segment from the centre c to any point p of the box, r(p) = r(c) + sum of dr/dz_i * (p_i - c_i), the
 * derivatives taken somewhere on the segment, hence in the box. With d the deviations from the mean and S the sums of
 * their squares, dr/dx_i = (dy_i / sqrt(Syy) - r dx_i / sqrt(Sxx)) / sqrt(Sxx), and the same with x and y exchanged.
 * Evaluated in interval arithmetic, with r in -1..1, this bounds every derivative over the whole box, so
 * |r(p) - r(c)| <= sum of max|dr/dz_i| * half-width of z_i. To first order the bound is attained.
 *
 * @throws RangeError when a column can be constant within its box: r is then not defined
 */
export function correlationEnclosure(x: readonly Interval[], y: readonly Interval[]): Interval {
  const [first, second] = [spread(x), spread(y)];
  const centre = coefficient(x.map(middle), y.map(middle), "correlationEnclosure");
  const slack = 64 * x.length * Number.EPSILON;
  let range = rangeOfR(first, second);
  // A narrower range of r bounds the derivatives closer, which narrows the range again.
  for (let round = 0; round < 4; round++) {
    const reach = halfWidthOfR(x, first, second, range) + halfWidthOfR(y, second, first, range) + slack;
    range = [Math.max(range[0], centre - reach), Math.min(range[1], centre + reach)];
  }
  return range;
}

interface Spread {
  deviations: Interval[];
  /** 1 / sqrt(sum of squared deviations). */
  inverse: Interval;
}

function spread(values: readonly Interval[]): Spread {
  const n = values.length;
  const deviations = values.map((_, i) =>
    linearForm(
      values.map((_, j) => (i === j ? 1 : 0) - 1 / n),
      values,
    ),
  );
  const squares = deviations.map(square).reduce(add);
  if (squares[0] <= 0)
    throw new RangeError("correlationEnclosure requires columns that vary by more than their rounding");
  return { deviations, inverse: [inverseRoot(squares[1], -1), inverseRoot(squares[0], 1)] };
}

/** 1 / sqrt(value), moved by two units of the last place. */
function inverseRoot(value: number, direction: -1 | 1): number {
  return (1 / Math.sqrt(value)) * (1 + direction * 2 * Number.EPSILON);
}

function halfWidthOfR(values: readonly Interval[], own: Spread, other: Spread, r: Interval): number {
  return values.reduce((sum, [low, high], i) => {
    const towards = multiply(other.deviations[i]!, other.inverse);
    const away = multiply(r, multiply(own.deviations[i]!, own.inverse));
    const derivative = multiply(subtract(towards, away), own.inverse);
    return sum + magnitude(derivative) * ((high - low) / 2) * (1 + 4 * Number.EPSILON);
  }, 0);
}

/** A first, wide enclosure of r: interval arithmetic on its definition. */
function rangeOfR(a: Spread, b: Spread): Interval {
  const products = a.deviations.map((deviation, i) => multiply(deviation, b.deviations[i]!)).reduce(add);
  const [low, high] = multiply(products, multiply(a.inverse, b.inverse));
  return [Math.max(-1, low), Math.min(1, high)];
}

/** Intervals of the least-squares line through points with exact x and y inside boxes. */
export interface LineEnclosure {
  slope: Interval;
  intercept: Interval;
  rSquared: Interval;
  at(x: number): Interval;
}

/**
 * Slope, intercept and fitted value are linear in y: their intervals are exact, but for a widening by 64 units of the
 * last place that covers the rounding of the weights. R² is the square of r's enclosure.
 */
export function lineEnclosure(x: readonly number[], y: readonly Interval[]): LineEnclosure {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const squares = x.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const slopes = x.map((value) => (value - mean) / squares);
  const sum = (weights: number[]): Interval => widen(linearForm(weights, y), 64 * Number.EPSILON);
  const at = (where: number): Interval => sum(slopes.map((weight) => 1 / x.length + (where - mean) * weight));
  const exact = x.map((value): Interval => [value, value]);
  return { slope: sum(slopes), intercept: at(0), rSquared: square(correlationEnclosure(exact, y)), at };
}
