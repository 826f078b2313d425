import { requireThat, requireVariation } from "../check.js";
import { fPValue, requireLevel, tCritical, tPValue } from "./distributions.js";
import { leastSquares, type Fit } from "./least-squares.js";

export interface OlsTerm {
  name: string;
  estimate: number;
  standardError: number;
  /** estimate / standardError, on df degrees of freedom; infinite when the fit is perfect. */
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
  /** All slopes zero against the fitted model; infinite when the fit is perfect, 0 with the intercept alone. */
  fStatistic: number;
  fPValue: number;
  fitted: number[];
  residuals: number[];
}

/**
 * Ordinary least squares of y on any number of columns, by QR on scaled columns in twice the working precision;
 * classical standard errors (for others see `robustStandardErrors`), Student's t with n - terms degrees of freedom.
 *
 * @param y n numbers, not all equal
 * @param columns name -> n numbers; n must exceed the number of terms
 * @param options intercept: whether to add a column of ones; level: of the intervals, between 0 and 1
 * @throws RangeError or TypeError on unequal lengths, values that are not finite, too few rows, a constant y,
 *   a column that others determine (all named)
 * @see NIST Statistical Reference Datasets, linear least squares, all eleven of which are in docs/accuracy.md
 * @example ols([1, 2, 4], { x: [1, 2, 3] }).terms[1].estimate // 1.5
 */
export function ols(
  y: readonly number[],
  columns: Record<string, readonly number[]>,
  { intercept = true, level = 0.95 }: { intercept?: boolean; level?: number } = {},
): Ols {
  requireLevel("ols", level);
  const fit = leastSquares("ols", y, columns, intercept);
  requireVariation("ols", "y", y);
  const df = y.length - fit.estimates.length;
  const residualStandardError = Math.sqrt(fit.sse / df);
  return {
    terms: termsOf("ols", fit, fit.standardErrors, df, level),
    n: y.length,
    df,
    ...goodness(fit, df, intercept),
    residualStandardError,
    ...rowsOf(y, fit.residuals),
  };
}

/** The table of coefficients for given standard errors. */
export function termsOf(
  caller: string,
  { design, estimates }: Fit,
  standardErrors: readonly number[],
  df: number,
  level: number,
): OlsTerm[] {
  const critical = tCritical(level, df);
  return estimates.map((estimate, j) => {
    const name = design.names[j]!;
    const standardError = standardErrors[j]!;
    requireThat(
      Number.isFinite(estimate) && Number.isFinite(standardError),
      caller,
      `"${name}" on a scale at which its coefficient is a float64`,
      `${estimate} ± ${standardError}`,
    );
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
}

/** Share of the variance explained and the F test of all slopes. */
function goodness({ design, sse, total }: Fit, df: number, intercept: boolean) {
  const slopes = design.names.length - Number(intercept);
  const rSquared = Math.max(0, 1 - sse / total);
  const adjustedRSquared = 1 - ((1 - rSquared) * (df + slopes)) / df;
  if (slopes === 0) return { rSquared, adjustedRSquared, fStatistic: 0, fPValue: 1 };
  const fStatistic = ratio(Math.max(0, total - sse) / slopes, sse / df);
  return { rSquared, adjustedRSquared, fStatistic, fPValue: fPValue(fStatistic, slopes, df) };
}

/** Residuals and fitted values as plain arrays. */
function rowsOf(y: readonly number[], from: Float64Array): { fitted: number[]; residuals: number[] } {
  const fitted = new Array<number>(y.length);
  const residuals = new Array<number>(y.length);
  for (let i = 0; i < y.length; i++) {
    residuals[i] = from[i]!;
    fitted[i] = y[i]! - from[i]!;
  }
  return { fitted, residuals };
}

/** a / b, with 0 / 0 as 0: nothing estimated and nothing left over. */
function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
