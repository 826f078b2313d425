import { requireThat } from "../../base/check.js";
import { worded } from "../../base/language.js";
import type { DoubleDouble } from "./double-double.js";
import { gramMatrix } from "./gram.js";
import { backSolve, closeColumn, nextColumn, type Triangle } from "./triangular.js";

/** The columns of a regression, scaled by powers of two (which rounds nothing), and their triangular factor. */
export interface Design {
  /** The intercept's is "(intercept)" and first. */
  names: string[];
  /** Scaled: the largest entry of each is between 1/2 and 2. */
  columns: Float64Array[];
  /** scaled column = column * scale. */
  scales: number[];
  /** X'X of the scaled columns, then one column more for the target, if there is one: X'y and y'y. */
  gram: DoubleDouble[][];
  /** R of X = QR for the scaled columns. */
  triangle: Triangle;
}

export const INTERCEPT = "(intercept)";

/**
 * A column of which less than this share of its length is left after the columns before it counts as a combination of
 * them. Rounding an input to float64 alone moves an estimate by 2^-53 over that share: here by more than one part in a
 * thousand, so that what could be computed would hardly be about the data. (Filip, the hardest NIST set, leaves 1e-10.)
 */
const DEPENDENT_SHARE = 1e-13;

/** The columns as one list, the intercept's ones first; throws, naming the caller, when they do not make a regression. */
export function designColumns(
  caller: string,
  columns: Record<string, readonly number[]>,
  rows: number,
  intercept: boolean,
): [string, readonly number[]][] {
  const named: [string, readonly number[]][] = Object.entries(columns);
  for (const [name, column] of named) {
    requireThat(name !== INTERCEPT, caller, worded`no column named "${INTERCEPT}"`, worded`one`);
    requireThat(column.length === rows, caller, worded`column "${name}" of length ${rows}`, column.length);
  }
  if (intercept) named.unshift([INTERCEPT, new Array<number>(rows).fill(1)]);
  requireThat(named.length > 0, caller, "at least one column or an intercept", 0);
  requireThat(
    rows > named.length,
    caller,
    named.length === 1
      ? worded`more than 1 rows for 1 term`
      : worded`more than ${named.length} rows for ${named.length} terms`,
    rows,
  );
  return named;
}

/** Scales and factorizes; a column that the ones before it determine is refused by name. */
export function factorize(
  caller: string,
  named: readonly (readonly [string, readonly number[]])[],
  target: readonly Float64Array[] = [],
): Design {
  const names = named.map(([name]) => name);
  const scales = named.map(([, column]) => scaleOf(column));
  const columns = named.map(([, column], j) => scaled(column, scales[j]!));
  const gram = gramMatrix([...columns, ...target]);
  const triangle: DoubleDouble[][] = [];
  names.forEach((_, j) => {
    const gramColumn = gram[j]!;
    const length = gramColumn[j]![0];
    requireThat(length > 0, caller, worded`column "${names[j]}" to hold more than zeros`, worded`zeros only`);
    const { above, unexplained } = nextColumn(triangle, gramColumn);
    if (unexplained[0] < DEPENDENT_SHARE ** 2 * length)
      throw dependence(caller, names, triangle, above, gram);
    triangle.push(closeColumn(above, unexplained));
  });
  return { names, columns, scales, gram, triangle };
}

/** The error for a column that is a combination of those before it, naming those that take part. */
function dependence(
  caller: string,
  names: readonly string[],
  triangle: Triangle,
  above: readonly DoubleDouble[],
  gram: readonly DoubleDouble[][],
): RangeError {
  const weights = backSolve(triangle, above);
  const parts = weights.map(([weight], i) => Math.abs(weight) * Math.sqrt(gram[i]![i]![0]));
  const largest = Math.max(...parts);
  const others = names.slice(0, above.length).filter((_, i) => parts[i]! > 1e-8 * largest);
  const list = others.map((name) => `"${name}"`).join(", ");
  return new RangeError(
    worded`${caller} requires columns that do not determine one another, got "${names[above.length]}" as a combination of ${list}`,
  );
}

/** The power of two that brings the largest magnitude to between 1/2 and 2; 1 for zeros. */
export function scaleOf(values: readonly number[]): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!);
    if (size > largest) largest = size;
  }
  return largest === 0 ? 1 : 2 ** -Math.max(-1000, Math.round(Math.log2(largest)));
}

/** A copy, times a power of two. */
export function scaled(values: ArrayLike<number>, scale: number): Float64Array {
  const copy = new Float64Array(values.length);
  for (let i = 0; i < copy.length; i++) copy[i] = values[i]! * scale;
  return copy;
}
