import { requireNumbers, requireThat } from "../check.js";
import { fPValue, requireLevel, tCritical, tPValue } from "./distributions.js";
import { backSolve, factorize, solveAugmented, type Factorization } from "./least-squares.js";
import { meanOf } from "./sums.js";

export interface OlsTerm {
  name: string;
  estimate: number;
  standardError: number;
  /** estimate / standardError, on df degrees of freedom. */
  statistic: number;
  /** Two-sided. */
  pValue: number;
  interval: [number, number];
}

export interface Ols {
  /** The intercept, if any, first, under the name "(intercept)". */
  terms: OlsTerm[];
  n: number;
  /** n minus the number of terms. */
  df: number;
  /** About the mean with an intercept, about zero without one. */
  rSquared: number;
  adjustedRSquared: number;
  /** sqrt(SSE / df). */
  residualStandardError: number;
  /** All slopes zero against the fitted model; NaN is never given: with the intercept alone it is 0 and its p-value 1. */
  fStatistic: number;
  fPValue: number;
  fitted: number[];
  residuals: number[];
}

/** Columns of length 1 this close to a combination of the others are dependent: what rounding leaves of zero. */
const DEPENDENT = 64 * Number.EPSILON;

/** Residuals in twice the working precision cost some 20 times a plain pass: spent where it is small, or the columns nearly dependent. */
const REFINE_UP_TO_ROWS = 10_000;
const REFINE_FROM_CONDITION = 100;

/**
 * Ordinary least squares of y on any number of columns, by Householder QR on scaled columns, refined where that is
 * cheap or the columns are nearly dependent; nonrobust standard errors (for robust ones see `robustStandardErrors`).
 *
 * @param y n numbers
 * @param columns name -> n numbers; n must exceed the number of terms
 * @throws RangeError or TypeError on unequal lengths, values that are not finite, too few rows, dependent columns (named)
 * @see Björck, Numerical Methods for Least Squares Problems; NIST Statistical Reference Datasets (docs/accuracy.md)
 * @example ols([1, 2, 4], { x: [1, 2, 3] }).terms[1].estimate // 1.5
 */
export function ols(
  y: readonly number[],
  columns: Record<string, readonly number[]>,
  { intercept = true, level = 0.95 }: { intercept?: boolean; level?: number } = {},
): Ols {
  requireLevel("ols", level);
  const design = designColumns("ols", y, columns, intercept);
  const { names, factors } = factorizeDesign("ols", design);
  const n = y.length;
  const df = n - names.length;
  const refinements = n <= REFINE_UP_TO_ROWS || conditionEstimate(factors) > REFINE_FROM_CONDITION ? 3 : 0;
  const zeros = names.map(() => 0);
  const { residuals, solution } = solveAugmented(factors, y, zeros, refinements);
  const sse = residuals.reduce((sum, value) => sum + value * value, 0);
  const residualStandardError = Math.sqrt(sse / df);
  const variances = inverseDiagonal(factors, refinements);
  const critical = tCritical(level, df);
  const terms = names.map((name, j): OlsTerm => {
    const estimate = solution[j]! * factors.scales[j]!;
    const standardError = residualStandardError * Math.sqrt(variances[j]!) * factors.scales[j]!;
    const statistic = ratio(estimate, standardError);
    const half = critical * standardError;
    return {
      name,
      estimate,
      standardError,
      statistic,
      pValue: tPValue(statistic, df),
      interval: [estimate - half, estimate + half],
    };
  });
  const fitted = y.map((value, i) => value - residuals[i]!);
  return {
    terms,
    n,
    df,
    ...goodness(y, fitted, sse, names.length, intercept),
    residualStandardError,
    fitted,
    residuals: [...residuals],
  };
}

/** Share of the variance explained and the F test of all slopes. */
function goodness(
  y: readonly number[],
  fitted: readonly number[],
  sse: number,
  terms: number,
  intercept: boolean,
) {
  const n = y.length;
  const centre = intercept ? meanOf(y) : 0;
  const total = y.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const explained = fitted.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const slopes = terms - Number(intercept);
  const df = n - terms;
  const rSquared = total === 0 ? 0 : Math.max(0, 1 - sse / total);
  const adjustedRSquared = 1 - ((1 - rSquared) * (n - Number(intercept))) / df;
  const fStatistic = slopes === 0 ? 0 : ratio(explained / slopes, sse / df);
  return {
    rSquared,
    adjustedRSquared,
    fStatistic,
    fPValue: slopes === 0 ? 1 : fPValue(fStatistic, slopes, df),
  };
}

/** a / b, with 0 / 0 as 0: nothing to explain and nothing left over. */
function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}

/** The columns of the design matrix, checked, the intercept's first. */
export function designColumns(
  caller: string,
  y: readonly number[],
  columns: Record<string, readonly number[]>,
  intercept: boolean,
): Record<string, readonly number[]> {
  requireNumbers(caller, "y", y);
  const names = Object.keys(columns);
  requireThat(!names.includes("(intercept)"), caller, 'no column named "(intercept)"', "one");
  requireThat(names.length + Number(intercept) > 0, caller, "at least one column or an intercept", 0);
  for (const name of names) {
    requireNumbers(caller, `column "${name}"`, columns[name]!);
    requireThat(
      columns[name]!.length === y.length,
      caller,
      `column "${name}" of length ${y.length}`,
      columns[name]!.length,
    );
  }
  const terms = names.length + Number(intercept);
  requireThat(y.length > terms, caller, `more than ${terms} rows for ${terms} terms`, y.length);
  return intercept ? { "(intercept)": y.map(() => 1), ...columns } : columns;
}

/** QR of the design; a column that the ones before it determine is refused by name. */
export function factorizeDesign(
  caller: string,
  design: Record<string, readonly number[]>,
): { names: string[]; factors: Factorization } {
  const names = Object.keys(design);
  for (const name of names) {
    requireThat(
      design[name]!.some((value) => value !== 0),
      caller,
      `column "${name}" to hold more than zeros`,
      "zeros only",
    );
  }
  const factors = factorize(names.map((name) => design[name]!));
  factors.triangle.forEach((column, j) => {
    if (Math.abs(column[j]!) > DEPENDENT * Math.sqrt(factors.columns[0]!.length)) return;
    const weights = backSolve(factors.triangle.slice(0, j), column.slice(0, j));
    const others = names.slice(0, j).filter((_, i) => Math.abs(weights[i]!) > 1e-8);
    throw new RangeError(
      `${caller} requires linearly independent columns, got "${names[j]}" as a combination of ${others.map((name) => `"${name}"`).join(", ")}`,
    );
  });
  return { names, factors };
}

/** Largest over smallest diagonal entry of R: a lower bound of the condition of the scaled columns. */
function conditionEstimate(factors: Factorization): number {
  const diagonal = factors.triangle.map((column, j) => Math.abs(column[j]!));
  return Math.max(...diagonal) / Math.min(...diagonal);
}

/** Diagonal of the inverse of X'X for the scaled columns. */
function inverseDiagonal(factors: Factorization, refinements: number): number[] {
  const size = factors.triangle.length;
  const unit = (j: number, value: number) => Array.from({ length: size }, (_, i) => (i === j ? value : 0));
  if (refinements === 0) {
    const inverse = Array.from({ length: size }, (_, j) => backSolve(factors.triangle, unit(j, 1)));
    return Array.from({ length: size }, (_, i) => inverse.reduce((sum, column) => sum + column[i]! ** 2, 0));
  }
  const zeros = new Float64Array(factors.columns[0]!.length);
  return Array.from(
    { length: size },
    (_, j) => solveAugmented(factors, zeros, unit(j, -1), refinements).solution[j]!,
  );
}
