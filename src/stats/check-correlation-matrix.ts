import { requireNumbers, requireThat } from "../check.js";
import { latePackage } from "../late-package.js";

const mlMatrix = latePackage<typeof import("ml-matrix")>("ml-matrix");

export interface CorrelationMatrixCheck {
  /** false when no data whatever can have this matrix, at the printed precision. */
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
 * one. E = P - R has a zero diagonal and off-diagonal entries of at most h = 0.5 * 10^-decimals. For a symmetric E
 * the largest absolute eigenvalue is at most the largest row sum of absolute values (Gershgorin), here (k - 1) h. By
 * Weyl's inequality the smallest eigenvalue of P is at least that of R minus that bound, so at least -(k - 1) h when
 * R is positive semi-definite. A smallest eigenvalue below -(k - 1) h therefore proves that P is impossible.
 * The bound is sharp for k = 2; the other direction is not claimed: `possible` means "not shown impossible".
 *
 * @param values the symmetric matrix, k rows of k numbers, 1 on the diagonal
 * @param decimals decimals printed, 0 to 15
 * @throws RangeError or TypeError on a matrix that is not square, not symmetric, or has no unit diagonal
 * @see Horn & Johnson, Matrix Analysis, theorems 4.3.1 (Weyl) and 6.1.1 (Gershgorin)
 * @example checkCorrelationMatrix([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]], { decimals: 1 }).possible // false
 */
export function checkCorrelationMatrix(
  values: number[][],
  { decimals }: { decimals: number },
): CorrelationMatrixCheck {
  const caller = "checkCorrelationMatrix";
  requireThat(
    Number.isInteger(decimals) && decimals >= 0 && decimals <= 15,
    caller,
    "decimals from 0 to 15",
    decimals,
  );
  requireCorrelationShape(caller, values);
  const size = values.length;
  const half = 0.5 * 10 ** -decimals;
  const { EigenvalueDecomposition, Matrix } = mlMatrix();
  const eigenvalues = new EigenvalueDecomposition(new Matrix(values), { assumeSymmetric: true })
    .realEigenvalues;
  const smallestEigenvalue = Math.min(...eigenvalues);
  // The solver's own error is a few units of the last place of the largest eigenvalue, which is at most k.
  const roundingSlack = (size - 1) * half + size * 16 * Number.EPSILON;
  const outside = values.flat().find((value) => Math.abs(value) > 1 + half);
  const possible = outside === undefined && smallestEigenvalue >= -roundingSlack;
  let reason = `the smallest eigenvalue ${smallestEigenvalue.toPrecision(6)} is not below -${roundingSlack.toPrecision(3)}, what rounding can explain`;
  if (outside !== undefined) reason = `${outside} is outside -1..1 by more than rounding can explain`;
  else if (!possible) {
    reason =
      `the smallest eigenvalue ${smallestEigenvalue.toPrecision(6)} is below -${roundingSlack.toPrecision(3)}, the most that rounding to ` +
      `${decimals} decimals can explain: the matrix is not positive semi-definite, so no data can have it`;
  }
  return { possible, smallestEigenvalue, roundingSlack, reason };
}

function requireCorrelationShape(caller: string, values: number[][]): void {
  requireThat(Array.isArray(values) && values.length > 0, caller, "a matrix with at least one row", values);
  values.forEach((row, i) => {
    requireNumbers(caller, `row ${i + 1}`, row);
    requireThat(
      row.length === values.length,
      caller,
      `row ${i + 1} to have ${values.length} columns`,
      row.length,
    );
    requireThat(row[i] === 1, caller, `1 on the diagonal of row ${i + 1}`, row[i]);
  });
  values.forEach((row, i) =>
    row.forEach((value, j) =>
      requireThat(
        value === values[j]![i],
        caller,
        `a symmetric matrix (row ${i + 1}, column ${j + 1})`,
        value,
      ),
    ),
  );
}
