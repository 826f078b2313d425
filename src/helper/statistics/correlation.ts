import { requireThat } from "../../base/check.js";
import { asStatistics } from "../../base/display.js";
import { DataFrame } from "../table/data-frame.js";
import {
  namedColumns,
  rowsByName,
  rowsOf,
  type Missing,
  type NumberColumns,
  type Numbers,
  type Omitted,
} from "../table/numbers.js";
import { centred, coefficient, ofDeviations } from "./centred.js";
import { normalCritical, requireLevel, tPValue } from "./distributions.js";
import { text } from "../../base/text.js";

export interface Correlation extends Omitted {
  /** Pearson's correlation coefficient, -1 to 1. */
  r: number;
  n: number;
  /** Degrees of freedom of the t statistic, n - 2. */
  df: number;
  /** t = r sqrt(df / (1 - r²)). */
  statistic: number;
  /** Two-sided p-value of r = 0, from Student's t. */
  pValue: number;
  /** Fisher-z confidence interval at `level`. With n = 3 it is [-1, 1]: the standard error of z is infinite. */
  interval: [number, number];
}

/**
 * Pearson's product-moment correlation with its t test and Fisher-z interval.
 * @param x n numbers, n >= 3
 * @param y as many numbers; they are paired by position
 * @param options level of the interval; missing: "omit" leaves out pairs of which one is NaN
 * @throws RangeError or TypeError on fewer than 3 points, unequal lengths, a value that is not finite, a constant column
 * @see Fisher, R. A. (1921) On the "probable error" of a coefficient of correlation. Metron 1, 3-32
 * @example pearson(table3["EGDI"], table3["TII"]).r
 */
export function pearson(
  x: Numbers,
  y: Numbers,
  { level = 0.95, missing }: { level?: number } & Missing = {},
): Correlation {
  const pairs = pairsOf("pearson", x, y, missing);
  requireLevel("pearson", level);
  return correlationOf(coefficient(pairs.x, pairs.y, "pearson"), pairs.x.length, 0, level, pairs.gaps);
}

/** Two columns of at least 3 numbers each, of the same length. */
export function pairsOf(caller: string, x: Numbers, y: Numbers, missing?: "omit") {
  const { columns, gaps } = rowsOf(caller, Object.entries({ x, y }), { atLeast: 3, missing });
  return { x: columns[0]!, y: columns[1]!, gaps };
}

/** The statistics of an r computed from n rows with `held` other variables held constant. */
export function correlationOf(r: number, n: number, held: number, level: number, gaps: Omitted): Correlation {
  const df = n - 2 - held;
  const statistic = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  const interval = fisherInterval(r, n - held, level);
  return asStatistics({ r, n, df, statistic, pValue: tPValue(statistic, df), interval, ...gaps });
}

/**
 * Pearson's correlation of every pair of columns.
 * @param columns a DataFrame, or name -> n numbers, n >= 2
 * @param options columns: which to use, in this order; missing: "omit" leaves out rows with a NaN
 * @returns a DataFrame with the names as index and columns
 * @throws RangeError or TypeError naming the column that does not fit
 * @example correlationMatrix(table3, { columns: ["EGDI", "OSI", "TII", "HCI"] }).at("EGDI", "TII")
 */
export function correlationMatrix<Column extends string>(
  columns: NumberColumns,
  { columns: chosen, missing }: { columns?: readonly Column[] } & Missing = {},
): DataFrame<Column> {
  const caller = "correlationMatrix";
  const named = namedColumns(caller, columns, chosen);
  requireThat(named.length > 0, caller, "need.atLeastOneColumn", named.length);
  const names = named.map(([name]) => name);
  const rows = rowsByName(caller, [], named, { atLeast: 2, missing }).columns;
  const columnOf = (name: string): string => text("error.columnNamed", { name });
  const deviations = names.map((name) => centred(caller, columnOf(name), rows[name]!).deviations);
  const values = names.map(() => new Array<number>(names.length).fill(1));
  for (let i = 0; i < names.length; i++)
    for (let j = 0; j < i; j++) values[i]![j] = values[j]![i] = ofDeviations(deviations[i]!, deviations[j]!);
  return new DataFrame(values, { index: names, columns: names }) as DataFrame<Column>;
}

/** Confidence interval of a correlation by Fisher's z = atanh r, standard error 1 / sqrt(n - 3). */
export function fisherInterval(r: number, n: number, level: number): [number, number] {
  if (Math.abs(r) === 1) return [r, r];
  const half = normalCritical(level) / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
