import { requireThat, requireVariation } from "../base/check.js";
import { asColumns, withTable } from "../base/display.js";
import { text } from "../base/text.js";
import { namedColumns, rowsByName, type NumberColumns } from "../helper/table/numbers.js";
import { designOf, mlMatrix, sumOfSquares, unitVariances } from "./least-squares.js";

/** The columns to use, in this order. Default: all. */
type Which = { columns?: readonly string[] };

/**
 * Variance inflation factor of each column: 1 / (1 - R²) of its regression on all the others, with an intercept. It
 * says how many times larger the variance of the column's coefficient is than if the others were uncorrelated with it.
 * Computed from the diagonal of the inverse of X'X, which gives the same number.
 *
 * @param columns a DataFrame, or name -> n numbers; at least two columns, n > number of columns + 1
 * @param options columns: which to use, in this order
 * @throws RangeError or TypeError on fewer than two columns, a constant column, or columns that determine one another
 *   (the message names them)
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), section 3.1
 * @example varianceInflation({ a: [1, 2, 3, 4], b: [1, -1, -1, 1] }) // { a: 1, b: 1 }
 */
export function varianceInflation(columns: NumberColumns, which: Which = {}): Record<string, number> {
  const design = severalColumns("varianceInflation", columns, which);
  const variances = unitVariances(design);
  // For a column of X = QR, all but its first entry in R is what remains of it about its mean.
  const spread = (j: number) => sumOfSquares(design.r.getColumn(j).slice(1));
  const factors = design.names
    .map((name, j): [string, number] => [name, Math.max(1, variances[j]! * spread(j))])
    .slice(1);
  const [column, inflation] = [factors.map(([name]) => name), factors.map(([, factor]) => factor)];
  return withTable(Object.fromEntries(factors), () => ({ columns: { column, inflation } }));
}

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
export function collinearity(columns: NumberColumns, which: Which = {}): Collinearity {
  const { names, r } = severalColumns("collinearity", columns, which);
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

/** Intercept and columns, factorized after checking that there are at least two columns and none is constant. */
function severalColumns(caller: string, columns: NumberColumns, which: Which) {
  const given = namedColumns(caller, columns, which.columns);
  requireThat(given.length >= 2, caller, "need.atLeastTwoColumns", given.length);
  const plain = rowsByName(caller, [], given).columns;
  for (const [name, values] of Object.entries(plain))
    requireVariation(caller, text("error.columnNamed", { name }), values);
  return designOf(caller, plain, Object.values(plain)[0]!.length);
}
