/**
 * Interval arithmetic with outward rounding. An interval contains every value that a quantity can have; each operation
 * returns one that contains every result. Floating-point rounding errs by at most half a unit in the last place, and
 * each bound is moved outward by one or two, so no true value is lost. Sums and whole numbers that floating point
 * computes exactly stay exact.
 */
export type Interval = readonly [number, number];

export const WHOLE: Interval = [-Infinity, Infinity];

/** The empty interval. */
export const EMPTY: Interval = [Infinity, -Infinity];

/** The smallest interval that contains all of these. */
export const hull = (parts: readonly Interval[]): Interval => [
  Math.min(...parts.map(([low]) => low)),
  Math.max(...parts.map(([, high]) => high)),
];

/** The next lower and the next higher number, or one beyond it. */
const down = (value: number): number => value - Math.abs(value) * Number.EPSILON - Number.MIN_VALUE;
const up = (value: number): number => value + Math.abs(value) * Number.EPSILON + Number.MIN_VALUE;

/** Moves both ends outward by `units` of the last place, for functions with a smaller error. */
export function outward([low, high]: Interval, units = 1): Interval {
  const slack = (value: number): number =>
    Number.isFinite(value) ? units * (Math.abs(value) * Number.EPSILON + Number.MIN_VALUE) : 0;
  return finiteInside([low - slack(low), high + slack(high)]);
}

/** A value too large for floating point is still a number: at the inner end it is the largest that there is. */
const finiteInside = ([low, high]: Interval): Interval => [
  Math.min(low, Number.MAX_VALUE),
  Math.max(high, -Number.MAX_VALUE),
];

/** All unrounded values that print as `value` with this many decimal places, ends included. */
export const printedInterval = ({ value, decimals }: { value: number; decimals: number }): Interval =>
  around(value, 0.5 * 10 ** -decimals);

/** Everything within `half` of a value. */
export const around = (value: number, half: number): Interval => [down(value - half), up(value + half)];

export const exactly = (value: number): Interval => [value, value];

export const isPoint = ([low, high]: Interval): boolean => low === high;

export const middle = ([low, high]: Interval): number => low / 2 + high / 2;

/** Whether two intervals share a value. */
export const overlaps = (a: Interval, b: Interval): boolean => a[0] <= b[1] && b[0] <= a[1];

/** The intersection; if it is empty, the nearer end of the second. */
export function within([low, high]: Interval, [least, most]: Interval): Interval {
  const clamp = (value: number): number => Math.min(most, Math.max(least, value));
  return [clamp(low), clamp(high)];
}

/** The rounding error of a + b = sum, exactly (Knuth's two-sum). */
function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

function addDown(a: number, b: number): number {
  const sum = a + b;
  if (Number.isNaN(sum)) return -Infinity;
  const error = sumError(a, b, sum);
  return error >= 0 || !Number.isFinite(sum) ? sum : down(sum);
}

function addUp(a: number, b: number): number {
  const sum = a + b;
  if (Number.isNaN(sum)) return Infinity;
  const error = sumError(a, b, sum);
  return error <= 0 || !Number.isFinite(sum) ? sum : up(sum);
}

export const add = (a: Interval, b: Interval): Interval =>
  finiteInside([addDown(a[0], b[0]), addUp(a[1], b[1])]);

export const negate = ([low, high]: Interval): Interval => [-high, -low];

export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

/** 0 times infinity is 0: an infinite bound means an unknown one, and 0 times any number is 0. */
const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Whole numbers up to 2^53 multiply exactly. */
const isExact = (value: number): boolean => Number.isSafeInteger(value);

export function multiply(a: Interval, b: Interval): Interval {
  if ((a[0] === 0 && a[1] === 0) || (b[0] === 0 && b[1] === 0)) return [0, 0];
  const ends = [product(a[0], b[0]), product(a[0], b[1]), product(a[1], b[0]), product(a[1], b[1])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const whole = isExact(a[0]) && isExact(a[1]) && isExact(b[0]) && isExact(b[1]);
  return whole && isExact(low) && isExact(high) ? [low, high] : outward([low, high]);
}

/** Every quotient; the whole line if the divisor lies on both sides of 0. */
export function divide(a: Interval, [low, high]: Interval): Interval {
  if ((low < 0 && high > 0) || (low === 0 && high === 0)) return WHOLE;
  // A divisor that ends at 0 approaches it from its own side.
  const b = [low === 0 ? 0 : low, high === 0 ? -0 : high] as const;
  const ends = [a[0] / b[0], a[0] / b[1], a[1] / b[0], a[1] / b[1]].map((end) =>
    Number.isNaN(end) ? 0 : end,
  );
  return outward([Math.min(...ends), Math.max(...ends)]);
}

/** Squares of all values, never negative. */
export function square([low, high]: Interval): Interval {
  const [a, b] = [low * low, high * high];
  const least = low <= 0 && high >= 0 ? 0 : Math.min(a, b);
  const most = Math.max(a, b);
  if (isExact(least) && isExact(most) && isExact(low) && isExact(high)) return [least, most];
  return [Math.max(0, outward([least, most])[0]), up(most)];
}

/** Square roots of the nonnegative values. */
export function squareRoot([low, high]: Interval): Interval {
  const [least, most] = outward([Math.sqrt(Math.max(0, low)), Math.sqrt(Math.max(0, high))]);
  return [Math.max(0, least), most];
}

/** The largest absolute value in an interval. */
export const magnitude = ([low, high]: Interval): number => Math.max(Math.abs(low), Math.abs(high));

export function absolute([low, high]: Interval): Interval {
  if (low >= 0) return [low, high];
  return high <= 0 ? [-high, -low] : [0, Math.max(-low, high)];
}

/** The image of an interval under a nondecreasing function computed to within `units` of the last place. */
export function rising([low, high]: Interval, f: (value: number) => number, units: number): Interval {
  return outward([f(low), f(high)], units);
}
