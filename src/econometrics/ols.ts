import { requireThat, requireVariation } from "../base/check.js";
import { requireLevel, tCritical, tPValue } from "../helper/statistics/distributions.js";
import { fPValue } from "../helper/statistics/tail-areas.js";
import { withTable } from "../base/display.js";
import { label } from "../base/text.js";
import { type NumberColumns, type Numbers } from "../helper/table/numbers.js";
import { leastSquares, type Fit } from "./least-squares.js";
import { regressionRows, type RegressionColumns } from "./regression-rows.js";

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
  /** Rows left out, where `missing` is "omit". */
  omitted?: number;
}

/**
 * Ordinary least squares of y on any number of columns, by QR on scaled columns;
 * classical standard errors (for others see `robustStandardErrors`), Student's t with n - terms degrees of freedom.
 *
 * @param y n numbers, not all equal
 * @param columns a DataFrame, or name -> n numbers; n must exceed the number of terms
 * @param options columns: those to take, in this order; intercept: whether to add a column of ones; level: of the
 *   intervals, between 0 and 1; missing: "omit" leaves out rows in which a value is NaN
 * @throws RangeError or TypeError on unequal lengths, values that are not finite, too few rows, a constant y,
 *   a column that others determine (all named)
 * @see NIST Statistical Reference Datasets, linear least squares, all eleven of which are in docs/accuracy.md
 * @example ols(table3["EGDI"], table3, { columns: ["OSI", "TII", "HCI"] })
 */
export function ols(
  y: Numbers,
  columns: NumberColumns,
  {
    intercept = true,
    level = 0.95,
    ...which
  }: { intercept?: boolean; level?: number } & RegressionColumns = {},
): Ols {
  requireLevel("ols", level);
  const { y: target, columns: chosen, ...rows } = regressionRows("ols", y, columns, which);
  const fit = leastSquares("ols", target, chosen, intercept);
  requireVariation("ols", "y", target);
  const df = target.length - fit.estimates.length;
  const residualStandardError = Math.sqrt(fit.sse / df) * fit.unit;
  return asCoefficients({
    terms: termsOf("ols", fit, fit.standardErrors, df, level),
    n: target.length,
    df,
    ...goodness(fit, df, intercept),
    residualStandardError,
    residuals: fit.residuals,
    fitted: target.map((value, row) => value - fit.residuals[row]!),
    ...rows,
  });
}

/** Shown as the table of coefficients with a line of fit below. */
function asCoefficients(result: Ols): Ols {
  return withTable(result, () => ({
    columns: termColumns(result.terms),
    notes: [
      `n = ${result.n}, df = ${result.df}, R² = ${result.rSquared.toFixed(4)}, ${label("adjusted R²")} = ${result.adjustedRSquared.toFixed(4)}, ` +
        `s = ${result.residualStandardError.toPrecision(4)}, F = ${result.fStatistic.toPrecision(4)} (p = ${result.fPValue.toPrecision(2)})`,
    ],
  }));
}

/** Terms as columns, as a table of coefficients has them. */
export function termColumns(terms: readonly OlsTerm[]): Record<string, unknown[]> {
  const column = (name: keyof OlsTerm): unknown[] => terms.map((term) => term[name]);
  return {
    term: column("name"),
    estimate: column("estimate"),
    standardError: column("standardError"),
    statistic: column("statistic"),
    pValue: column("pValue"),
    interval: column("interval"),
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
      "need.onScaleAtCoefficientFloat64",
      `${estimate} ± ${standardError}`,
      { name },
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
  const rSquared = slopes === 0 && intercept ? 0 : Math.max(0, 1 - sse / total);
  const adjustedRSquared = 1 - ((1 - rSquared) * (df + slopes)) / df;
  if (slopes === 0) return { rSquared, adjustedRSquared, fStatistic: 0, fPValue: 1 };
  const fStatistic = ratio(Math.max(0, total - sse) / slopes, sse / df);
  return { rSquared, adjustedRSquared, fStatistic, fPValue: fPValue(fStatistic, slopes, df) };
}

/** a / b, with 0 / 0 as 0: nothing estimated and nothing left over. */
function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
