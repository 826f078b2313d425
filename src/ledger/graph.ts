import {
  absolute,
  add,
  divide,
  exactly,
  isPoint,
  multiply,
  negate,
  rising,
  square,
  squareRoot,
  subtract,
  within,
  type Interval,
} from "./interval.js";

/**
 * What a formula comes to: a graph of a few operations over printed numbers. Every function of the field is written
 * once, in these; value, enclosure and derivatives all follow from it.
 */
export interface Node {
  /** Every value that the operation can have while its arguments are in the given intervals. */
  of: (args: readonly Interval[]) => Interval;
  /**
   * Every derivative with respect to each argument. Where a bound is not known it is infinite; where the operation
   * jumps, all of them are. Of a kink (an absolute value, a maximum) both slopes and all between them.
   */
  slopes: (args: readonly Interval[], value: Interval) => Interval[];
  args: readonly Node[];
  /** Of a printed number: what it stands for. */
  leaf?: Interval;
}

const ONE = exactly(1);
const UNKNOWN: Interval = [-Infinity, Infinity];

/** A quantity that stands for all values of an interval. */
export function leaf(interval: Interval): Node {
  return { of: () => interval, slopes: () => [], args: [], leaf: interval };
}

export const constant = (value: number): Node => leaf(exactly(value));

export function plus(a: Node, b: Node): Node {
  return { of: ([x, y]) => add(x!, y!), slopes: () => [ONE, ONE], args: [a, b] };
}

export function minus(a: Node, b: Node): Node {
  return { of: ([x, y]) => subtract(x!, y!), slopes: () => [ONE, exactly(-1)], args: [a, b] };
}

export function times(a: Node, b: Node): Node {
  if (a === b) return squared(a);
  return { of: ([x, y]) => multiply(x!, y!), slopes: ([x, y]) => [y!, x!], args: [a, b] };
}

export function over(a: Node, b: Node): Node {
  return {
    of: ([x, y]) => divide(x!, y!),
    slopes: ([, y], value) => [divide(ONE, y!), negate(divide(value, y!))],
    args: [a, b],
  };
}

export function squared(a: Node): Node {
  return { of: ([x]) => square(x!), slopes: ([x]) => [multiply(exactly(2), x!)], args: [a] };
}

export function rootOf(a: Node): Node {
  return {
    of: ([x]) => squareRoot(x!),
    slopes: (_, value) => [value[0] > 0 ? divide(exactly(0.5), value) : [0, Infinity]],
    args: [a],
  };
}

export function absoluteOf(a: Node): Node {
  const slope = ([low, high]: Interval): Interval => [low < 0 ? -1 : 1, high > 0 ? 1 : -1];
  return { of: ([x]) => absolute(x!), slopes: ([x]) => [slope(x!)], args: [a] };
}

/** The sum of weight * argument, the weights whole numbers. */
export function linear(weights: readonly number[], args: readonly Node[]): Node {
  const slopes = weights.map(exactly);
  return {
    of: (values) =>
      values.reduce<Interval>((sum, value, at) => add(sum, multiply(slopes[at]!, value)), [0, 0]),
    slopes: () => slopes,
    args,
  };
}

export const sumOf = (args: readonly Node[]): Node =>
  args.length === 1
    ? args[0]!
    : linear(
        args.map(() => 1),
        args,
      );

/** The k-th smallest of its arguments, k from 0: smallest, median, largest. */
export function ordered(args: readonly Node[], k: number): Node {
  const kth = (ends: number[]): number => ends.sort((a, b) => a - b)[k]!;
  return {
    of: (values) => [kth(values.map(([low]) => low)), kth(values.map(([, high]) => high))],
    slopes: (values, [low, high]) =>
      values.map((value) => (value[0] <= high && low <= value[1] ? [0, 1] : [0, 0])),
    args,
  };
}

/** A quantity of which it is known that it lies in an interval. */
export function bounded(a: Node, bounds: Interval): Node {
  return { of: ([x]) => within(x!, bounds), slopes: () => [ONE], args: [a] };
}

/** A function that never falls, right to `units` of the last place; its slope is only known not to be negative. */
export function risingOf(
  a: Node,
  f: (value: number) => number,
  units: number,
  bounds: Interval = UNKNOWN,
): Node {
  return { of: ([x]) => within(rising(x!, f, units), bounds), slopes: () => [[0, Infinity]], args: [a] };
}

/** Of a number that does not vary another such number, so that `x ** -2` has a whole exponent. */
export const negated = (a: Node): Node =>
  a.leaf !== undefined && isPoint(a.leaf)
    ? leaf(negate(a.leaf))
    : { of: ([x]) => negate(x!), slopes: () => [exactly(-1)], args: [a] };

/** A function with jumps, of which only the values over an interval are known. */
export function jumping(args: readonly Node[], of: (args: readonly Interval[]) => Interval): Node {
  return { of, slopes: () => args.map(() => UNKNOWN), args };
}

/** e to the power of a quantity; Math.exp errs by less than two units of the last place. */
export function exponential(a: Node): Node {
  return { of: ([x]) => rising(x!, Math.exp, 2), slopes: (_, value) => [value], args: [a] };
}

/** The natural logarithm of what is positive. */
export function logarithm(a: Node): Node {
  const log = (value: number): number => Math.log(Math.max(0, value));
  return { of: ([x]) => rising(x!, log, 2), slopes: ([x]) => [divide(ONE, x!)], args: [a] };
}

/** A power with a whole exponent, or of a positive number with any. */
export function powerOf(a: Node, exponent: Node): Node {
  const [low, high] = exponent.leaf ?? [Number.NaN, Number.NaN];
  if (low !== high || !Number.isInteger(low) || Math.abs(low) > 64)
    return exponential(times(exponent, logarithm(a)));
  if (low < 0) return over(constant(1), powerOf(a, constant(-low)));
  if (low === 0) return constant(1);
  const half = powerOf(a, constant(Math.floor(low / 2)));
  if (low === 1) return a;
  return low % 2 === 0 ? squared(half) : times(squared(half), a);
}
