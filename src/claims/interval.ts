/**
 * Interval arithmetic with outward rounding. An interval holds every value that a quantity can have; each operation
 * returns one that holds every result. Floating-point rounding errs by at most half a unit of the last place, and
 * each bound is moved outward by one, so no true value is lost.
 */
export type Interval = readonly [number, number];

const down = (value: number): number => value - Math.abs(value) * Number.EPSILON;
const up = (value: number): number => value + Math.abs(value) * Number.EPSILON;

/** All unrounded values that print as `value` with so many decimals, the ends included. */
export function printedInterval({ value, decimals }: { value: number; decimals: number }): Interval {
  return around(value, 0.5 * 10 ** -decimals);
}

/** Everything within `half` of a value. */
export function around(value: number, half: number): Interval {
  return [down(value - half), up(value + half)];
}

export function exactly(value: number): Interval {
  return [value, value];
}

export function middle([low, high]: Interval): number {
  return (low + high) / 2;
}

/** True when some value is in both. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}

export function add(a: Interval, b: Interval): Interval {
  return [down(a[0] + b[0]), up(a[1] + b[1])];
}

export function scale(factor: number, [low, high]: Interval): Interval {
  return factor < 0 ? [down(factor * high), up(factor * low)] : [down(factor * low), up(factor * high)];
}

export function subtract(a: Interval, b: Interval): Interval {
  return add(a, scale(-1, b));
}

export function multiply(a: Interval, b: Interval): Interval {
  const products = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [down(Math.min(...products)), up(Math.max(...products))];
}

/** Squares of all values: never negative. */
export function square([low, high]: Interval): Interval {
  const [a, b] = [low * low, high * high];
  return [low <= 0 && high >= 0 ? 0 : down(Math.min(a, b)), up(Math.max(a, b))];
}

/**
 * Every value of the sum of weight * quantity. Exact but for outward rounding: a linear form takes its extremes where
 * each quantity is at the end that its weight's sign asks for.
 */
export function linearForm(weights: readonly number[], values: readonly Interval[]): Interval {
  return values.reduce<Interval>((sum, value, at) => add(sum, scale(weights[at]!, value)), [0, 0]);
}

/** An interval made wider at both ends by a share of its larger end. */
export function widen(interval: Interval, share: number): Interval {
  return add(interval, [-share * magnitude(interval), share * magnitude(interval)]);
}

/** The largest absolute value in an interval. */
export function magnitude([low, high]: Interval): number {
  return Math.max(Math.abs(low), Math.abs(high));
}
