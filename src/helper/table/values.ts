/** Column statistics as in pandas: missing values are left out, and too few values give NaN. */
import { max, mean, median, min, sampleStandardDeviation, sampleVariance, sum } from "simple-statistics";

/* eslint-disable @typescript-eslint/no-explicit-any -- a column holds numbers, texts or booleans */
export type ColumnValues = readonly any[];

export const isGap = (value: unknown): boolean =>
  value === undefined || value === null || Number.isNaN(value);
export const present = (values: ColumnValues): any[] => values.filter((value) => !isGap(value));

const from = (least: number, statistic: (values: number[]) => number) => (values: number[]) =>
  values.length < least ? NaN : statistic(values);

/** Statistics of values without missing ones. */
export const statistics: Record<string, (values: number[]) => number> = {
  count: (values) => values.length,
  mean: from(1, mean),
  std: from(2, sampleStandardDeviation),
  min: from(1, min),
  median: from(1, median),
  max: from(1, max),
  variance: from(2, sampleVariance),
  var: from(2, sampleVariance),
  sum,
};

/** A statistic of the values that are not missing, with true and false as 1 and 0. */
export const statistic = (name: string, values: ColumnValues): number =>
  statistics[name]!(present(values).map(Number));

const running: Record<string, (before: number, value: number) => number> = {
  sum: (before, value) => before + value,
  prod: (before, value) => before * value,
  max: Math.max,
  min: Math.min,
};

/** Running sums, products, maxima or minima; NaN where the value is missing. */
export function cumulative(values: ColumnValues, kind: string): number[] {
  let before: number | undefined;
  return values.map((value) => {
    if (isGap(value)) return NaN;
    before = before === undefined ? Number(value) : running[kind]!(before, Number(value));
    return before;
  });
}

/** Positions in ascending or descending order of the columns; ties keep their order, missing values come last. */
export function sortedPositions(
  columns: readonly ColumnValues[],
  ascending: boolean | readonly boolean[] = true,
): number[] {
  const compare = (a: any, b: any, up: boolean): number => {
    if (isGap(a) || isGap(b)) return Number(isGap(a)) - Number(isGap(b));
    return (a < b ? -1 : Number(a > b)) * (up ? 1 : -1);
  };
  const isUp = (at: number): boolean => (typeof ascending === "boolean" ? ascending : ascending[at]!);
  const by = (i: number, j: number): number =>
    columns.reduce((found, column, at) => found || compare(column[i], column[j], isUp(at)), 0);
  return columns[0]!.map((_, at) => at).sort(by);
}

export const sorted = (values: ColumnValues): any[] => sortedPositions([values]).map((at) => values[at]);

/** Interpolated between the two nearest values, as in pandas and R (type 7); simple-statistics does not interpolate. */
export function quantileOf(values: ColumnValues, q: number): number {
  const inOrder = sorted(present(values));
  const at = q * (inOrder.length - 1);
  const below = inOrder[Math.floor(at)] ?? NaN;
  return below + (at % 1) * ((inOrder[Math.ceil(at)] ?? below) - below);
}
