import {
  addLong,
  divideLong,
  multiplyLong,
  rootLong,
  subtractLong,
  ZERO,
  type DoubleDouble,
} from "./double-double.js";

/**
 * Upper triangular matrix by columns: `triangle[j][i]` is row i of column j, i <= j. All in twice the working precision.
 */
export type Triangle = readonly (readonly DoubleDouble[])[];

/** sum of a[i] b[i] for i < length. */
function dot(a: readonly DoubleDouble[], b: readonly DoubleDouble[], length: number): DoubleDouble {
  let sum = ZERO;
  for (let i = 0; i < length; i++) sum = addLong(sum, multiplyLong(a[i]!, b[i]!));
  return sum;
}

/**
 * The next column of R in R'R = G, from the columns found before it.
 * @param before the first j columns of R
 * @param gramColumn rows 0..j of column j of G
 * @returns rows 0..j-1 of column j of R, and the square of its diagonal entry: the part of the column's squared length
 *   that the columns before it do not explain
 */
export function nextColumn(before: Triangle, gramColumn: readonly DoubleDouble[]) {
  const above: DoubleDouble[] = [];
  before.forEach((column, i) =>
    above.push(divideLong(subtractLong(gramColumn[i]!, dot(column, above, i)), column[i]!)),
  );
  const unexplained = subtractLong(gramColumn[before.length]!, dot(above, above, above.length));
  return { above, unexplained };
}

/** The column with its diagonal entry below. */
export function closeColumn(above: readonly DoubleDouble[], unexplained: DoubleDouble): DoubleDouble[] {
  return [...above, rootLong(unexplained)];
}

/** b of R b = c. */
export function backSolve(triangle: Triangle, c: readonly DoubleDouble[]): DoubleDouble[] {
  const b = [...c];
  for (let i = c.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < c.length; j++) b[i] = subtractLong(b[i]!, multiplyLong(triangle[j]![i]!, b[j]!));
    b[i] = divideLong(b[i]!, triangle[i]![i]!);
  }
  return b;
}

/** The inverse of R, upper triangular and by columns as R is. */
export function inverseOf(triangle: Triangle): DoubleDouble[][] {
  return triangle.map((_, j) => {
    const unit = Array.from({ length: j + 1 }, (_, i): DoubleDouble => [i === j ? 1 : 0, 0]);
    return backSolve(triangle.slice(0, j + 1), unit);
  });
}
