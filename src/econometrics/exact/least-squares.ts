import {
  namedColumns,
  rowsOf,
  type Missing,
  type NumberColumns,
  type Numbers,
} from "../../helper/table/numbers.js";
import { worded } from "../../base/language.js";
import { designColumns, factorize, scaled, scaleOf, type Design } from "./design.js";
import { addLong, divideLong, multiplyLong, subtractLong, ZERO, type DoubleDouble } from "./double-double.js";
import { gramMatrix, residualsOf } from "./gram.js";
import { backSolve, inverseOf, nextColumn } from "./triangular.js";

/** A least-squares fit before any statistics are made of it. */
export interface Fit {
  design: Design;
  estimates: number[];
  /** Classical: the roots of SSE / (n - terms) times the diagonal of the inverse of X'X. */
  standardErrors: number[];
  /** In the units of y. */
  residuals: Float64Array;
  /** Sum of squared residuals. */
  sse: number;
  /** Sum of squares of y, about its mean with an intercept. */
  total: number;
}

/** Which of the columns given are a regression's, and what becomes of rows in which a value is missing. */
export interface RegressionColumns extends Missing {
  /** The columns to take, in this order. Default: all. */
  columns?: readonly string[];
}

/** The target and the columns of a regression as plain numbers, row for row. */
export function regressionRows(
  caller: string,
  y: Numbers,
  columns: NumberColumns,
  options: RegressionColumns = {},
) {
  const named = namedColumns(caller, columns, options.columns);
  const described = named.map(([name, values]) => [worded`column "${name}"`, values] as const);
  const rows = rowsOf(caller, [["y", y], ...described], { missing: options.missing });
  const [target, ...plain] = rows.columns;
  return {
    y: target!,
    columns: Object.fromEntries(named.map(([name], at) => [name, plain[at]!])),
    ...(rows.omitted !== undefined && { omitted: rows.omitted }),
  };
}

/**
 * Fits y = X b by QR on scaled columns. R comes from X'X in twice the working precision (mixed-precision Cholesky QR):
 * one pass over the rows, and all of float64's digits while the condition of the scaled columns is below some 1e13,
 * of which a Householder QR in float64 would lose 13.
 *
 * @throws RangeError or TypeError, naming `caller`, on columns that do not make a regression
 * @see Yamazaki, Tomov & Dongarra (2015) Mixed-precision Cholesky QR factorization. SIAM J. Sci. Comput. 37, C307-C330
 */
export function leastSquares(
  caller: string,
  y: readonly number[],
  columns: Record<string, readonly number[]>,
  intercept: boolean,
): Fit {
  const yScale = scaleOf(y);
  const target = scaled(y, yScale);
  const design = factorize(caller, designColumns(caller, columns, y.length, intercept), [target]);
  const products = design.gram[design.names.length]!;
  const solution = backSolve(design.triangle, nextColumn(design.triangle, products).above);
  const residuals = residualsOf(target, design.columns, solution);
  const sse = gramMatrix([residuals])[0]![0]!;
  const variance = divideLong(sse, [y.length - design.names.length, 0]);
  const total = sumOfSquares(products[design.names.length]!, products[0]!, intercept ? y.length : null);
  return {
    design,
    estimates: solution.map(([value], j) => (value * design.scales[j]!) / yScale),
    standardErrors: unitVariances(design).map(
      (unit, j) => (Math.sqrt(multiplyLong(variance, unit)[0]) * design.scales[j]!) / yScale,
    ),
    residuals: scaled(residuals, 1 / yScale),
    sse: sse[0] / yScale / yScale,
    total: total[0] / yScale / yScale,
  };
}

/** A sum of squares, less that of the mean when a number of rows is given. */
export function sumOfSquares(square: DoubleDouble, sum: DoubleDouble, rows: number | null): DoubleDouble {
  return rows === null ? square : subtractLong(square, divideLong(multiplyLong(sum, sum), [rows, 0]));
}

/** Diagonal of the inverse of X'X for the scaled columns. */
export function unitVariances({ triangle }: Design): DoubleDouble[] {
  const variances = triangle.map(() => ZERO);
  for (const column of inverseOf(triangle)) {
    column.forEach((value, i) => (variances[i] = addLong(variances[i]!, multiplyLong(value, value))));
  }
  return variances;
}

/** Rows of Q in X = QR, by columns: X times the inverse of R, rounded to float64. */
function orthonormalColumns({ columns, triangle }: Design): Float64Array[] {
  return inverseOf(triangle).map((weights) => {
    const result = new Float64Array(columns[0]!.length);
    weights.forEach(([weight], i) => {
      const column = columns[i]!;
      for (let row = 0; row < result.length; row++) result[row] = result[row]! + weight * column[row]!;
    });
    return result;
  });
}

/** What each row of y adds to each coefficient, by coefficient: the rows of the inverse of X'X times X', unscaled. */
export function coefficientWeights(design: Design): Float64Array[] {
  const orthonormal = orthonormalColumns(design);
  const inverse = inverseOf(design.triangle);
  return design.scales.map((scale, j) => {
    const weights = new Float64Array(orthonormal[0]!.length);
    orthonormal.forEach((column, k) => {
      const factor = (inverse[k]![j]?.[0] ?? 0) * scale;
      for (let row = 0; row < weights.length; row++) weights[row] = weights[row]! + factor * column[row]!;
    });
    return weights;
  });
}

/** Diagonal of the hat matrix: the weight of each row in its own fitted value. */
export function leverageOf(design: Design): number[] {
  const leverage = new Array<number>(design.columns[0]!.length).fill(0);
  for (const column of orthonormalColumns(design))
    column.forEach((value, row) => (leverage[row] = leverage[row]! + value * value));
  return leverage;
}
