/**
 * How often chance alone would produce a relation. One row fits by chance with probability p: the widths of the printed
 * and the expected interval divided by the range of the printed numbers, or the share of the other rows' numbers that
 * also fit, whichever is larger. E is the probability that this many rows fit, times the number of relations of that kind
 * that were tried: about how many of the kind would be found among unrelated numbers.
 */
import { distribution } from "../helper/statistics/distributions.js";
import { middle, overlaps, type Interval } from "../ledger/interval.js";

/** A relation is proposed if chance would produce fewer than this many and most rows hold. */
export const LIMIT = 0.01;
export const FEWEST = 3;
const MOST_ROWS = 0.8;
const CERTAIN = 1e-6;

export interface Support {
  /** Positions where the relation can be judged, and where it does not hold. */
  all: number[];
  fails: number[];
  /** Probability that so many rows hold by chance. */
  tail: number;
}

/**
 * @param expected what the relation gives at a position; null if it says nothing there
 * @param spread the range of the numbers whose mean is taken at a position: the mean of nearly equal numbers fits any
 *   number near them
 * @returns null if too few rows hold
 */
export function supportOf(
  printed: readonly (Interval | null)[],
  expected: (at: number) => Interval | null,
  isTrivial: (at: number) => boolean,
  spread: (at: number) => number = () => Number.POSITIVE_INFINITY,
): Support | null {
  const all: number[] = [];
  const fails: number[] = [];
  const given: Interval[] = [];
  for (let at = 0; at < printed.length; at++) {
    const target = printed[at];
    if (target == null || isTrivial(at)) continue;
    const found = expected(at);
    if (found === null || Number.isNaN(found[0]) || Number.isNaN(found[1])) continue;
    all.push(at);
    given.push(found);
    if (!overlaps(found, target)) fails.push(at);
    if (fails.length > 2 && fails.length > all.length / 2 + 1) return null;
  }
  const holds = all.length - fails.length;
  if (holds < FEWEST || holds < all.length / 2) return null;
  const targets = all.map((at) => printed[at]!);
  const middles = targets.map(middle);
  const span = Math.max(...middles) - Math.min(...middles);
  if (!(span > 0)) return null;
  // A count has no rounding interval; the smallest gap between counts takes its place.
  const inOrder = [...new Set(middles)].sort((a, b) => a - b);
  const gap = Math.min(...inOrder.slice(1).map((value, at) => value - inOrder[at]!));
  let sum = 0;
  for (const [row, own] of given.entries()) {
    const room = targets[row]![1] - targets[row]![0];
    const width = own[1] - own[0] + (room === 0 ? gap : room);
    const others = targets.filter((other, place) => place !== row && overlaps(own, other)).length;
    const share = others / Math.max(1, targets.length - 1);
    sum += Math.min(1, Math.max(width / Math.min(span, spread(all[row]!)), share));
  }
  return { all, fails, tail: binomialTail(holds, all.length, sum / all.length) };
}

/** The probability of at least k of n, each with probability p: a lower tail of F, so that small ones keep their digits. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k === 0 || p >= 1) return 1;
  if (p <= 0) return 0;
  const rest = n - k + 1;
  return distribution("f").cdf((p * rest) / ((1 - p) * k), 2 * k, 2 * rest);
}

/** Whether a relation is proposed that holds in `holds` of `all` rows; chance alone would produce `chance` of its kind. */
export const isProposed = (holds: number, all: number, chance: number): boolean =>
  holds >= FEWEST && chance < LIMIT && (holds >= MOST_ROWS * all || (chance < CERTAIN && holds > all / 2));

export const isLikely = ({ all, fails, tail }: Support, tried: number): boolean =>
  isProposed(all.length - fails.length, all.length, tail * tried);

/** For a relation that another line of the table also has: it holds in all rows but one, and not by chance. */
export const isMeant = ({ fails, tail }: Support, tried: number): boolean =>
  tail * tried < LIMIT && fails.length === 1;
