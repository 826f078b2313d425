import {
  absolute,
  add,
  divide,
  exactly,
  isPoint,
  multiply,
  negate,
  outward,
  rising,
  square,
  squareRoot,
  subtract,
  within,
  type Interval,
} from "./interval.js";
import type { PrintedNumber } from "./paper-folder.js";

/**
 * A formula's result: a graph of a few operations over printed numbers. Every statistical function is written once, in
 * these operations; value, enclosure and derivatives all follow.
 */
export interface Node {
  /** Every value that the operation can have when its arguments are in the given intervals. */
  of: (args: readonly Interval[]) => Interval;
  /**
   * Every derivative with respect to each argument. An unknown bound is infinite; at a jump, all are. At a kink (an
   * absolute value, a maximum) they include both slopes and everything between.
   */
  slopes: (args: readonly Interval[], value: Interval) => Interval[];
  args: readonly Node[];
  /** For a printed number: the values it stands for; a search for repairs tries one after another. */
  leaf?: Interval;
  /** For a printed number: its cell. */
  cell?: PrintedNumber | undefined;
  /** For a leaf computed from printed numbers. */
  computed?: true;
  /** Positions of the arguments over whose intervals `of` gives more than the values that there are. */
  wide?: readonly number[];
  /** For an operation not defined for all arguments: where it is defined. */
  domain?: Domain;
}

/** Whether all, some or none of the arguments in the given intervals give a value. */
export interface Domain {
  holds: (args: readonly Interval[]) => Holds;
  /** The key of the text shown when there is no value. */
  says: string;
  /** It is a division, whose second argument must not be 0. */
  divides?: true;
  /** Nothing is known of the value. */
  open?: true;
}
export type Holds = "all" | "some" | "none";

/** What several domains hold of together. */
export const allHold = (parts: readonly Holds[]): Holds =>
  parts.includes("none") ? "none" : parts.includes("some") ? "some" : "all";

/** Above a limit, or also at it if `closed`. */
export const aboveLimit =
  (at: number, limit: number, closed = false) =>
  (args: readonly Interval[]): Holds => {
    const [low, high] = args[at]!;
    if (high < limit || (!closed && high === limit)) return "none";
    return low > limit || (closed && low === limit) ? "all" : "some";
  };

const NONZERO: Domain = {
  holds: (args) => {
    const [low, high] = args[1]!;
    return low === 0 && high === 0 ? "none" : low <= 0 && high >= 0 ? "some" : "all";
  },
  says: "formula.none.divisor",
  divides: true,
};

const ONE = exactly(1);
const UNKNOWN: Interval = [-Infinity, Infinity];

/** A quantity that stands for all values of an interval, such as a printed number. */
export const leaf = (interval: Interval, cell?: PrintedNumber): Node => ({
  of: () => interval,
  slopes: () => [],
  args: NONE,
  leaf: interval,
  cell,
});

const NONE: readonly Node[] = [];

export const constant = (value: number, cell?: PrintedNumber): Node => leaf(exactly(value), cell);

/** A quantity that has no value because of these arguments. */
export const nowhere = (says: string, args: readonly Node[]): Node => ({
  ...jumping(args, () => UNKNOWN),
  domain: { holds: () => "none", says },
});

/** A quantity about whose value nothing is known. */
export const anything = (args: readonly Node[]): Node => ({
  ...jumping(args, () => UNKNOWN),
  domain: { holds: () => "some", says: "", open: true },
});

/** Whether it depends on no printed number. */
export const isConstant = (node: Node): boolean =>
  node.cell === undefined && node.computed === undefined && node.args.every(isConstant);

/** The printed numbers in it. */
export function cellsIn(
  node: Node,
  found = new Set<PrintedNumber>(),
  seen = new Set<Node>(),
): Set<PrintedNumber> {
  if (seen.has(node)) return found;
  seen.add(node);
  if (node.cell !== undefined) found.add(node.cell);
  for (const arg of node.args) cellsIn(arg, found, seen);
  return found;
}

export const plus = (a: Node, b: Node): Node => ({
  of: ([x, y]) => add(x!, y!),
  slopes: () => [ONE, ONE],
  args: [a, b],
});

export const minus = (a: Node, b: Node): Node => ({
  of: ([x, y]) => subtract(x!, y!),
  slopes: () => [ONE, exactly(-1)],
  args: [a, b],
});

export function times(a: Node, b: Node): Node {
  if (a === b) return squared(a);
  return { of: ([x, y]) => multiply(x!, y!), slopes: ([x, y]) => [y!, x!], args: [a, b] };
}

export function over(a: Node, b: Node): Node {
  return {
    of: ([x, y]) => divide(x!, y!),
    slopes: ([, y], value) => [divide(ONE, y!), negate(divide(value, y!))],
    args: [a, b],
    domain: NONZERO,
  };
}

export const squared = (a: Node): Node => ({
  of: ([x]) => square(x!),
  slopes: ([x]) => [multiply(exactly(2), x!)],
  args: [a],
});

export function rootOf(a: Node): Node {
  return {
    of: ([x]) => squareRoot(x!),
    slopes: (_, value) => [value[0] > 0 ? divide(exactly(0.5), value) : [0, Infinity]],
    args: [a],
    domain: { holds: aboveLimit(0, 0, true), says: "formula.none.root" },
  };
}

export function absoluteOf(a: Node): Node {
  const slope = ([low, high]: Interval): Interval => [low < 0 ? -1 : 1, high > 0 ? 1 : -1];
  return { of: ([x]) => absolute(x!), slopes: ([x]) => [slope(x!)], args: [a] };
}

/** The sum of weight * argument, with whole-number weights. */
export function linear(weights: readonly number[], args: readonly Node[]): Node {
  const slopes = weights.map(exactly);
  return {
    of: (values) =>
      values.reduce<Interval>((sum, value, at) => add(sum, multiply(slopes[at]!, value)), [0, 0]),
    slopes: () => slopes,
    args,
  };
}

export function sumOf(args: readonly Node[]): Node {
  const weights = args.map(() => 1);
  return args.length === 1 ? args[0]! : linear(weights, args);
}

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

/** A quantity known to lie in an interval. */
export const bounded = (a: Node, bounds: Interval): Node => ({
  of: ([x]) => within(x!, bounds),
  slopes: () => [ONE],
  args: [a],
});

/**
 * A function that is monotone in each argument: over a box it has its extremes at corners. Accurate to `units` of the
 * last place.
 */
export function monotoneOf(
  args: readonly Node[],
  f: (...args: number[]) => number,
  units: number,
  {
    bounds = UNKNOWN,
    slopes = args.map(() => UNKNOWN),
    domain,
  }: {
    bounds?: Interval;
    slopes?: Interval[];
    domain?: Domain;
  },
): Node {
  const of = (sides: readonly Interval[]): Interval => {
    const corners = sides.reduce<number[][]>(
      (before, side) => before.flatMap((corner) => [...new Set(side)].map((end) => [...corner, end])),
      [[]],
    );
    const values = corners.map((corner) => f(...corner));
    return within(outward([Math.min(...values), Math.max(...values)], units), bounds);
  };
  return { of, slopes: () => slopes, args, ...(domain && { domain }) };
}

/** For a constant, the negated constant, so that `x ** -2` has a whole exponent. */
export const negated = (a: Node): Node =>
  a.leaf !== undefined && isPoint(a.leaf)
    ? leaf(negate(a.leaf))
    : { of: ([x]) => negate(x!), slopes: () => [exactly(-1)], args: [a] };

/** A function with jumps, of which only the values over an interval are known. */
export const jumping = (args: readonly Node[], of: (args: readonly Interval[]) => Interval): Node => ({
  of,
  slopes: () => args.map(() => UNKNOWN),
  args,
});

/** e to the power of a quantity; Math.exp errs by less than two units of the last place. */
export const exponential = (a: Node): Node => ({
  of: ([x]) => rising(x!, Math.exp, 2),
  slopes: (_, value) => [value],
  args: [a],
});

/** The natural logarithm of a positive quantity. */
export function logarithm(a: Node): Node {
  const log = (value: number): number => Math.log(Math.max(0, value));
  return {
    of: ([x]) => rising(x!, log, 2),
    slopes: ([x]) => [divide(ONE, [Math.max(0, x![0]), Math.max(0, x![1])])],
    args: [a],
    domain: { holds: aboveLimit(0, 0), says: "formula.none.logarithm" },
  };
}

/** A power with a whole exponent, or of a positive number with any exponent. */
export function powerOf(a: Node, exponent: Node): Node {
  const [low, high] = exponent.leaf ?? [Number.NaN, Number.NaN];
  if (low === 0.5 && high === 0.5) return rootOf(a);
  if (low !== high || !Number.isInteger(low) || Math.abs(low) > 64)
    return exponential(times(exponent, logarithm(a)));
  if (low < 0) return over(constant(1), powerOf(a, constant(-low)));
  if (low === 0) return constant(1);
  const half = powerOf(a, constant(Math.floor(low / 2)));
  if (low === 1) return a;
  return low % 2 === 0 ? squared(half) : times(squared(half), a);
}
