import type { Matrix } from "ml-matrix";
import { requireThat } from "../base/check.js";
import { latePackage } from "../base/late-package.js";
import { text } from "../base/text.js";

/**
 * A regression's columns, factorized by ml-matrix's Householder QR; each is scaled by a power of two, which causes no
 * rounding.
 */
export interface Design {
  /** The intercept's, "(intercept)", is first. */
  names: string[];
  /** Scaled column = column / scale; its length is near 1. */
  scales: number[];
  /** From X = Q R for the scaled columns: n rows, as many orthonormal columns as X has. */
  q: Matrix;
  /** Upper triangular, and its inverse. */
  r: Matrix;
  inverse: Matrix;
}

/** What is fitted: y by columns, and by a column of ones unless `intercept` is false. */
export interface Regression {
  y: readonly number[];
  columns: Record<string, readonly number[]>;
  intercept?: boolean;
}

/** A least-squares fit before any statistics are computed from it. */
export interface Fit {
  design: Design;
  estimates: number[];
  /** Classical: the roots of SSE / (n - terms) times the diagonal of the inverse of X'X. */
  standardErrors: number[];
  /** In the units of y. */
  residuals: number[];
  /** Sum of squared residuals, divided by the square of `unit`. */
  sse: number;
  /** Sum of squares of y (about its mean if there is an intercept), divided by the square of `unit`. */
  total: number;
  /** The power of two by which y was divided, so that no square leaves float64. */
  unit: number;
}

export const INTERCEPT = "(intercept)";

/**
 * A column counts as a combination of those before it when less than this share of its length remains after them:
 * float64 QR leaves about 1e-15 of one that is. (Filip, the hardest NIST set, leaves 1e-10; R's `lm` stops at 1e-7.)
 */
const DEPENDENT_SHARE = 1e-12;

export const mlMatrix = latePackage<typeof import("ml-matrix")>("ml-matrix");

/**
 * Scales and factorizes columns, after one of ones for the intercept.
 * @throws RangeError, naming the caller, on columns that do not make a regression, or one that those before it determine
 */
export function designOf(
  caller: string,
  columns: Record<string, readonly number[]>,
  rows: number,
  intercept = true,
): Design {
  const named: [string, readonly number[]][] = Object.entries(columns);
  for (const [name, column] of named) {
    requireThat(name !== INTERCEPT, caller, "need.noColumnNamed", text("error.gotOne"), { INTERCEPT });
    requireThat(column.length === rows, caller, "need.columnLength", column.length, { name, rows });
  }
  if (intercept) named.unshift([INTERCEPT, new Array<number>(rows).fill(1)]);
  requireThat(named.length > 0, caller, "need.atLeastOneColumnOr", 0);
  const terms = { rows: named.length, count: named.length };
  requireThat(rows > named.length, caller, "need.rowsForTerms", rows, terms);
  const names = named.map(([name]) => name);
  const scales = named.map(([name, column]) => {
    const isZero = column.every((value) => value === 0);
    requireThat(!isZero, caller, "need.columnHoldMoreThanZeros", text("error.gotZeros"), { names: name });
    return scaleOf(column);
  });
  const { Matrix, QrDecomposition, inverse } = mlMatrix();
  const scaled = Array.from({ length: rows }, (_, row) => named.map(([, column], j) => column[row]! / scales[j]!)); // prettier-ignore
  const qr = new QrDecomposition(new Matrix(scaled));
  const r = qr.upperTriangularMatrix;
  names.forEach((_, j) => {
    if (Math.abs(r.get(j, j)) < DEPENDENT_SHARE) throw dependence(caller, names, r, j);
  });
  return { names, scales, q: qr.orthogonalMatrix, r, inverse: inverse(r) };
}

/** The error for a column that is a combination of those before it, naming the columns involved. */
function dependence(caller: string, names: readonly string[], r: Matrix, at: number): RangeError {
  const before = at - 1;
  const { solve } = mlMatrix();
  const weights = solve(r.subMatrix(0, before, 0, before), r.subMatrix(0, before, at, at)).to1DArray();
  const largest = Math.max(...weights.map(Math.abs));
  const others = names.slice(0, at).filter((_, i) => Math.abs(weights[i]!) > 1e-8 * largest);
  const list = others.map((name) => `"${name}"`).join(", ");
  return new RangeError(text("error.columnsDoNotDetermineOne", { caller, names: names[at], list }));
}

/**
 * Fits y = X b by QR on scaled columns, as accurately as R's `lm` and statsmodels' `OLS`: docs/accuracy.md compares all
 * three on NIST's data sets.
 *
 * @throws RangeError or TypeError, naming `caller`, on columns that do not make a regression
 */
export function leastSquares(caller: string, { y, columns, intercept = true }: Regression): Fit {
  const design = designOf(caller, columns, y.length, intercept);
  const { scales, q, r } = design;
  const { Matrix, solve } = mlMatrix();
  const unit = scaleOf(y);
  const target = Matrix.columnVector(y.map((value) => value / unit));
  const projection = q.transpose().mmul(target);
  const residuals = Matrix.sub(target, q.mmul(projection)).to1DArray();
  const sse = sumOfSquares(residuals);
  const mean = intercept ? y.reduce((sum, value) => sum + value / unit, 0) / y.length : 0;
  const variance = sse / (y.length - scales.length);
  const inUnits = (value: number, j: number) => (value / scales[j]!) * unit;
  return {
    design,
    estimates: solve(r, projection).to1DArray().map(inUnits),
    standardErrors: unitVariances(design).map((own, j) => inUnits(Math.sqrt(variance * own), j)),
    residuals: residuals.map((value) => value * unit),
    sse,
    total: sumOfSquares(y.map((value) => value / unit - mean)),
    unit,
  };
}

/** Whether the unexplained part can be due to rounding alone. */
export const isExact = ({ sse, total }: Fit): boolean => sse <= Math.max(1e-26 * total, 1e-29);

export const sumOfSquares = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value ** 2, 0);

/** a / b, with 0 / 0 as 0. */
export const ratio = (a: number, b: number): number => (a === 0 ? 0 : a / b);

/** The power of two nearest a column's length, even if its squares leave float64; 1 for zeros. */
function scaleOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const length = Math.sqrt(sumOfSquares(values.map((value) => value / largest)));
  return largest === 0 ? 1 : 2 ** Math.min(1000, Math.round(Math.log2(largest) + Math.log2(length)));
}

/** Diagonal of the inverse of X'X for the scaled columns. */
export function unitVariances({ inverse }: Design): number[] {
  return inverse.to2DArray().map(sumOfSquares);
}

/** The weight of each row of y in each coefficient, by coefficient: the rows of the inverse of X'X times X'. */
export function coefficientWeights({ q, inverse, scales }: Design): number[][] {
  return inverse
    .mmul(q.transpose())
    .to2DArray()
    .map((weights, j) => weights.map((weight) => weight / scales[j]!));
}

/** Diagonal of the hat matrix: the weight of each row in its own fitted value. */
export function leverageOf({ q }: Design): number[] {
  return q.to2DArray().map(sumOfSquares);
}
