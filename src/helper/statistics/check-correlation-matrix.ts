import { asNamedValues } from "../../base/display.js";
import { requireNumbers, requireThat } from "../../base/check.js";
import { withDecimalMark } from "../../base/language.js";
import { latePackage } from "../../base/late-package.js";
import type { AnyDataFrame } from "../table/data-frame.js";
import { isDataFrame } from "../table/numbers.js";
import { text } from "../../base/text.js";

const mlMatrix = latePackage<typeof import("ml-matrix")>("ml-matrix");

export interface CorrelationMatrixCheck {
  /** false if no data can have this matrix, at the printed precision. */
  possible: boolean;
  smallestEigenvalue: number;
  /** The most by which rounding can have lowered an eigenvalue. */
  roundingSlack: number;
  reason: string;
}

/**
 * Whether a printed matrix can be the correlation matrix of any data.
 *
 * Every correlation matrix is positive semi-definite. Let P be the printed matrix of k variables and R the unrounded
 * one. E = P - R has a zero diagonal and off-diagonal entries of at most h = 0.5 * 10^-decimals. For a symmetric E the
 * largest absolute eigenvalue is at most the largest row sum of absolute values (Gershgorin), here (k - 1) h. By Weyl's
 * inequality the smallest eigenvalue of P is at least that of R minus that bound, so at least -(k - 1) h when R is
 * positive semi-definite. A smallest eigenvalue below -(k - 1) h therefore proves that P is impossible. The bound is
 * sharp for k = 2. The converse does not hold: `possible` means "not shown impossible".
 *
 * @param matrix symmetric, with 1 on the diagonal: k rows of k numbers, or a DataFrame of k numeric columns and an
 *   optional column of names; if everything above the diagonal is missing, as in print, it is copied from below
 * @param decimals decimal places printed, 0 to 15
 * @throws RangeError or TypeError on a matrix that is not square, not symmetric, or has no unit diagonal
 * @see Horn & Johnson, Matrix Analysis, theorems 4.3.1 (Weyl) and 6.1.1 (Gershgorin)
 * @example checkCorrelationMatrix([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]], { decimals: 1 }).possible // false
 */
export function checkCorrelationMatrix(
  matrix: AnyDataFrame | number[][],
  { decimals }: { decimals: number } = {} as { decimals: number },
): CorrelationMatrixCheck {
  const caller = "checkCorrelationMatrix";
  const values = isDataFrame(matrix) ? wholeMatrix(matrix.values as unknown[][]) : matrix;
  const fits = Number.isInteger(decimals) && decimals >= 0 && decimals <= 15;
  requireThat(fits, caller, "need.decimalsFrom015", decimals);
  requireCorrelationShape(caller, values);
  const size = values.length;
  const half = 0.5 * 10 ** -decimals;
  const { EigenvalueDecomposition, Matrix } = mlMatrix();
  const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(values), { assumeSymmetric: true });
  const smallestEigenvalue = Math.min(...realEigenvalues);
  // The solver's own error is a few units in the last place of the largest eigenvalue, which is at most k.
  const roundingSlack = (size - 1) * half + size * 16 * Number.EPSILON;
  const outside = values.flat().find((value) => Math.abs(value) > 1 + half);
  const possible = outside === undefined && smallestEigenvalue >= -roundingSlack;
  const [smallest, least] = [smallestEigenvalue.toPrecision(6), `-${roundingSlack.toPrecision(3)}`];
  const key = possible ? "matrix.possible" : outside === undefined ? "matrix.impossible" : "matrix.outside";
  const reason = withDecimalMark(text(key, { smallest, least, decimals, value: outside }));
  return asNamedValues({ possible, smallestEigenvalue, roundingSlack, reason });
}

/** The numbers of a table that may have a column of names and nothing above its diagonal. */
function wholeMatrix(table: readonly unknown[][]): number[][] {
  const rows = table.map((row) => row.filter((value) => typeof value === "number"));
  const isLower = rows.every((row, i) => row.every((value, j) => Number.isNaN(value) === j > i));
  return isLower ? rows.map((row, i) => row.map((value, j) => (j > i ? rows[j]![i]! : value))) : rows;
}

function requireCorrelationShape(caller: string, values: number[][]): void {
  requireThat(Array.isArray(values) && values.length > 0, caller, "need.matrixWithAtLeastOne", values);
  for (const [i, row] of values.entries()) {
    requireNumbers(caller, text("error.rowNumber", { row: i + 1 }), row);
    const { length } = values;
    requireThat(row.length === length, caller, "need.rowHaveColumns", row.length, { i: i + 1, length });
    requireThat(row[i] === 1, caller, "need.oneOnDiagonal", row[i], { row: i + 1 });
  }
  for (const [i, row] of values.entries())
    for (const [j, value] of row.entries())
      requireThat(value === values[j]![i], caller, "need.symmetricMatrixRowColumn", value, { i: i + 1, j: j + 1 }); // prettier-ignore
}
