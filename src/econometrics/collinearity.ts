import { asColumns, withTable } from "../base/display.js";
import type { NumberColumns } from "../helper/table/numbers.js";
import { factorize, mlMatrix } from "./least-squares.js";
import { severalColumns } from "./variance-inflation.js";

export interface Collinearity {
  /**
   * Ratio of the largest to the smallest singular value of the columns scaled to length 1 (not centered, with the
   * intercept).
   */
  conditionNumber: number;
  /** One row per singular value, largest index last; each column's proportions sum to 1 over the rows. */
  dimensions: { conditionIndex: number; proportions: Record<string, number> }[];
}

/**
 * Belsley's collinearity diagnostics: condition indices and the share of each coefficient's variance that belongs to
 * each. An index above 30 with two or more shares above 0.5 marks the columns that cannot be distinguished.
 *
 * @param columns name -> n numbers, at least two columns, n > number of columns + 1; an intercept is added
 * @throws RangeError or TypeError as `varianceInflation`
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), section 3.2
 * @example collinearity({ a: [1, -1, 1, -1], b: [1, 1, -1, -1] }).conditionNumber // 1
 */
export function collinearity(
  columns: NumberColumns,
  which: { columns?: readonly string[] } = {},
): Collinearity {
  const { names, r } = factorize("collinearity", severalColumns("collinearity", columns, which.columns));
  // X = QR, so that R has the singular values and right singular vectors of X, and its columns the lengths of X's.
  const unit = r.clone().divRowVector(r.to2DArray()[0]!.map((_, j) => r.getColumnVector(j).norm()));
  const { SingularValueDecomposition } = mlMatrix();
  const { diagonal, rightSingularVectors } = new SingularValueDecomposition(unit);
  const share = (j: number, k: number) => (rightSingularVectors.get(j, k) / diagonal[k]!) ** 2;
  const totals = names.map((_, j) => diagonal.reduce((sum, _value, k) => sum + share(j, k), 0));
  const dimensions = diagonal.map((value, k) => ({
    conditionIndex: diagonal[0]! / value,
    proportions: Object.fromEntries(names.map((name, j) => [name, share(j, k) / totals[j]!])),
  }));
  const rows = dimensions.map(({ conditionIndex, proportions }) => ({ conditionIndex, ...proportions }));
  return withTable({ conditionNumber: dimensions.at(-1)!.conditionIndex, dimensions }, () => ({
    columns: asColumns(rows),
  }));
}
