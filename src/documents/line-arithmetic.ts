/** Arithmetic of printed numbers, each an interval; null where one is missing. */
import { middle, type Interval } from "../ledger/interval.js";
import type { NumberLine } from "./lines.js";

type Values = NumberLine["values"];

/** A function's range over intervals, from their corners, if it is monotone in each argument. */
export function corners(f: (...values: number[]) => number, parts: Values): Interval | null {
  let [low, high] = [Infinity, -Infinity];
  if (parts.some((part) => part == null)) return null;
  for (let corner = 0; corner < 1 << parts.length; corner++) {
    const value = f(...parts.map((part, at) => part![(corner >> at) & 1]!));
    if (!Number.isFinite(value)) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

export const isZero = (value: Interval | null | undefined): boolean =>
  value != null && value[0] <= 0 && value[1] >= 0 && Math.abs(value[0] + value[1]) < 1e-12;
export const same = (a: Interval | null | undefined, b: Interval | null | undefined): boolean =>
  a != null && b != null && a[0] + a[1] === b[0] + b[1];
export const known = (values: Values): Interval[] => values.filter((value) => value != null);
export const sum = (parts: Values): Interval | null =>
  parts.some((part) => part == null)
    ? null
    : [parts.reduce((all, part) => all + part![0], 0), parts.reduce((all, part) => all + part![1], 0)];
export const scaled = (interval: Interval | null, by: number): Interval | null =>
  interval && [interval[0] * by, interval[1] * by];

/** The range of numbers, within which their mean lies. */
export function spreadOf(parts: Values): number {
  const middles = known(parts).map(middle);
  return Math.max(...middles) - Math.min(...middles);
}
