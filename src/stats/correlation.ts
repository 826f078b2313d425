import { requireNumbers, requireSameLength, requireThat, requireVariation } from "../check.js";
import { normalCritical, requireLevel, tPValue } from "./distributions.js";
import { meanOf, momentsOf, requireSquares } from "./sums.js";

export interface Correlation {
  /** Pearson's correlation coefficient, -1 to 1. */
  r: number;
  n: number;
  /** Degrees of freedom of the t statistic, n - 2. */
  df: number;
  /** t = r sqrt(df / (1 - r²)). */
  statistic: number;
  /** Two-sided p-value of r = 0, from Student's t. */
  pValue: number;
  /** Confidence interval by Fisher's z, from `level`. With n = 3 it is [-1, 1]: the standard error of z is infinite. */
  interval: [number, number];
}

/**
 * Pearson's product-moment correlation with its t test and Fisher-z interval.
 * @param x n numbers, n >= 3
 * @param y as many numbers
 * @throws RangeError or TypeError on fewer than 3 points, unequal lengths, a value that is not finite, a constant column
 * @see Fisher, R. A. (1921) On the "probable error" of a coefficient of correlation. Metron 1, 3-32
 * @example pearson([1, 2, 3, 4], [2, 1, 4, 3]).r // 0.6
 */
export function pearson(
  x: readonly number[],
  y: readonly number[],
  { level = 0.95 }: { level?: number } = {},
): Correlation {
  requireNumbers("pearson", "x", x, 3);
  requireNumbers("pearson", "y", y, 3);
  requireSameLength("pearson", x, y);
  requireVariation("pearson", "x", x);
  requireVariation("pearson", "y", y);
  requireLevel("pearson", level);
  const r = coefficient(x, y, "pearson");
  const n = x.length;
  const df = n - 2;
  const statistic = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  return { r, n, df, statistic, pValue: tPValue(statistic, df), interval: fisherInterval(r, n, level) };
}

/**
 * Pearson's correlation of every pair of columns, in the order of the object's keys.
 * @param columns name -> n numbers, n >= 2
 * @throws RangeError or TypeError naming the column that does not fit
 * @example correlationMatrix({ a: [1, 2, 3], b: [1, 3, 2] }).values // [[1, 0.5], [0.5, 1]]
 */
export function correlationMatrix(columns: Record<string, readonly number[]>): {
  names: string[];
  values: number[][];
} {
  const names = Object.keys(columns);
  requireThat(names.length > 0, "correlationMatrix", "at least one column", names.length);
  const length = columns[names[0]!]!.length;
  for (const name of names) {
    const column = columns[name]!;
    requireNumbers("correlationMatrix", `column "${name}"`, column, 2);
    requireThat(
      column.length === length,
      "correlationMatrix",
      `column "${name}" of length ${length}`,
      column.length,
    );
    requireVariation("correlationMatrix", `column "${name}"`, column);
  }
  const deviations = names.map((name) => deviationsOf(columns[name]!));
  const squares = deviations.map((column) => dot(column, column));
  names.forEach((name, i) => requireSquares("correlationMatrix", `column "${name}"`, squares[i]!));
  const values = names.map(() => new Array<number>(names.length).fill(1));
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j < i; j++) {
      const r = clamp(dot(deviations[i]!, deviations[j]!) / Math.sqrt(squares[i]! * squares[j]!));
      values[i]![j] = values[j]![i] = r;
    }
  }
  return { names, values };
}

function deviationsOf(column: readonly number[]): Float64Array {
  const mean = meanOf(column);
  const deviations = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) deviations[i] = column[i]! - mean;
  return deviations;
}

/** Four running sums, so that one addition need not wait for the last. */
function dot(a: Float64Array, b: Float64Array): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    first += a[i]! * b[i]!;
    second += a[i + 1]! * b[i + 1]!;
    third += a[i + 2]! * b[i + 2]!;
    fourth += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) first += a[i]! * b[i]!;
  return first + second + (third + fourth);
}

/** Pearson's r of two columns known to fit, for those who need it many times over. */
export function coefficient(x: readonly number[], y: readonly number[], caller = "coefficient"): number {
  const { sxx, sxy, syy } = momentsOf(caller, x, y);
  return clamp(sxy / Math.sqrt(sxx * syy));
}

/** Confidence interval of a correlation by Fisher's z = atanh r, standard error 1 / sqrt(n - 3). */
export function fisherInterval(r: number, n: number, level: number): [number, number] {
  if (Math.abs(r) === 1) return [r, r];
  const half = normalCritical(level) / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}

/** Rounding may carry |r| past 1 in the last digit. */
function clamp(r: number): number {
  return Math.max(-1, Math.min(1, r));
}
