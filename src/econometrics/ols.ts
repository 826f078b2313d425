import { requireThat, requireVariation } from "../base/check.js";
import { asColumns, withTable } from "../base/display.js";
import { label, text } from "../base/text.js";
import { coefficient } from "../helper/statistics/centred.js";
import { fPValue, pText, requireLevel, tCritical, tPValue } from "../helper/statistics/distributions.js";
import type { NumberColumns, Numbers } from "../helper/table/numbers.js";
import { mlMatrix, ratio, type Design, type Fit } from "./least-squares.js";
import { fitOf, type Fitted, type Model, type RegressionColumns } from "./regression.js";
import { autocorrelationText, normalityText, regressionDiagnostics } from "./regression-diagnostics.js";

export interface OlsTerm {
  name: string;
  estimate: number;
  standardError: number;
  /** estimate / standardError, with df degrees of freedom; infinite when the fit is perfect. */
  statistic: number;
  /** Two-sided. */
  pValue: number;
  interval: [number, number];
}

export interface Ols extends Fitted {
  /** The dependent variable's name. */
  dependent: string;
  /** Confidence level of the intervals. */
  level: number;
  /** The intercept, if any, comes first, as "(intercept)". */
  terms: OlsTerm[];
  n: number;
  /** n minus the number of terms. */
  df: number;
  /** About the mean with an intercept, about zero without one. */
  rSquared: number;
  adjustedRSquared: number;
  /** sqrt(SSE / df). */
  residualStandardError: number;
  /** Tests that all slopes are zero; infinite when the fit is perfect, 0 with the intercept alone. */
  fStatistic: number;
  fPValue: number;
  /** For normal errors; AIC and BIC count the terms, as in statsmodels (R's `AIC` counts the variance, too). */
  logLikelihood: number;
  aic: number;
  bic: number;
  /** Ratio of the largest to the smallest singular value of the unscaled columns. */
  conditionNumber: number;
  /** Warnings, in the current language. */
  warnings: string[];
  fitted: number[];
  residuals: number[];
  /** Rows left out, where `missing` is "omit". */
  omitted?: number;
}

/** Level of the intervals, and the options of `RegressionColumns`. */
type OlsOptions = { level?: number } & RegressionColumns;

/**
 * Regresses y on any number of columns by ordinary least squares, using QR on scaled columns. Standard errors are
 * classical (for others see `robustStandardErrors`); tests use Student's t with n - terms degrees of freedom.
 *
 * @param y n numbers; or a formula, "EGDI ~ OSI + TII": names of columns, in backquotes if they contain special
 *   characters; "." means all others, "- 1" leaves out the intercept
 * @param columns a DataFrame, or name -> n numbers; n must exceed the number of terms
 * @param options columns: which to use, in this order; intercept: whether to add a column of ones; level: of the
 *   intervals, between 0 and 1; missing: "omit" leaves out rows with a NaN
 * @throws RangeError or TypeError on unequal lengths, non-finite values, too few rows, a constant y, a column that
 *   others determine or that is named twice (the message names them)
 * @see NIST Statistical Reference Datasets, linear least squares; docs/accuracy.md covers all eleven
 * @example ols("EGDI ~ OSI + TII + HCI", table3)
 */
export function ols(y: string | Numbers, columns: NumberColumns, options: OlsOptions = {}): Ols {
  const { level = 0.95 } = options;
  requireLevel("ols", level);
  const { model, fit } = fitOf("ols", [y, columns, options]);
  const { y: target, dependent, omitted, intercept = true } = model;
  requireVariation("ols", "y", target);
  const n = target.length;
  const df = n - fit.estimates.length;
  const logLikelihood =
    (-n / 2) * (Math.log(2 * Math.PI) + Math.log(fit.sse / n) + 2 * Math.log(fit.unit) + 1);
  const conditionNumber = conditionOf(fit.design);
  const result = {
    dependent,
    level,
    terms: termsOf("ols", fit, fit.standardErrors, df, level),
    n,
    df,
    ...goodness(fit, df, intercept),
    residualStandardError: Math.sqrt(fit.sse / df) * fit.unit,
    logLikelihood,
    aic: 2 * (n - df) - 2 * logLikelihood,
    bic: Math.log(n) * (n - df) - 2 * logLikelihood,
    conditionNumber,
    warnings: warningsOf(model, conditionNumber),
    fitted: target.map((value, row) => value - fit.residuals[row]!),
    residuals: fit.residuals,
    ...(omitted !== undefined && { omitted }),
  };
  return asCoefficients(Object.defineProperty(result as unknown as Ols, "model", { value: model }));
}

/** Makes the result display as a coefficient table, with the fit, residual tests and warnings below. */
function asCoefficients(result: Ols): Ols {
  const decimals = (value: number): string => value.toFixed(2);
  return withTable(result, () => {
    const diagnostics = regressionDiagnostics(result);
    return {
      columns: termColumns(result.terms, result.level),
      notes: [
        `${text("regression.dependent", { name: result.dependent })}, n = ${result.n}, df = ${result.df}, R² = ${result.rSquared.toFixed(4)}, ${label("adjusted R²")} = ${result.adjustedRSquared.toFixed(4)}, ` +
          `s = ${result.residualStandardError.toPrecision(4)}, F = ${result.fStatistic.toPrecision(4)} (p: ${pText(result.fPValue)})`,
        `AIC = ${decimals(result.aic)}, BIC = ${decimals(result.bic)}, ${text("regression.logLikelihood")} = ${decimals(result.logLikelihood)}, ${text("regression.condition")} = ${rounded(result.conditionNumber)}`,
        `${autocorrelationText(diagnostics)}; ${normalityText(diagnostics)}`,
        ...warningsOf(result.model, result.conditionNumber),
      ],
    };
  });
}

/** Condition number above which statsmodels also warns. */
const LARGE = 1000;
/**
 * Below this many rows, residual tests have little power; the second is the correlation with row order that counts as a
 * trend.
 */
const FEW = 20;
const TRENDING = 0.8;

function warningsOf({ dependent, y, columns }: Model, conditionNumber: number): string[] {
  const order = y.map((_, row) => row);
  const varies = (values: readonly number[]): boolean => values.some((value) => value !== values[0]);
  const trends = (values: readonly number[]): boolean =>
    varies(values) && values.length > 4 && Math.abs(coefficient(order, values, "ols")) > TRENDING;
  const counts = (values: readonly number[]): boolean =>
    values.every((value, row) => Number.isInteger(value) && (row === 0 || value > values[row - 1]!));
  const trending = Object.entries(columns)
    .filter(([, values]) => trends(values) && !counts(values))
    .map(([name]) => name);
  const all = [
    conditionNumber > LARGE && text("regression.warning.condition", { value: rounded(conditionNumber) }),
    y.length < FEW && text("regression.warning.few", { count: y.length }),
    trends(y) && trending.length > 0 && text("regression.warning.trend", { names: [dependent, ...trending].join(", ") }), // prettier-ignore
  ];
  return all.filter((warning) => warning !== false);
}

const rounded = (value: number): string => String(Number(value.toPrecision(3)));

function conditionOf({ r, scales }: Design): number {
  const { SingularValueDecomposition } = mlMatrix();
  const { diagonal } = new SingularValueDecomposition(r.clone().mulRowVector(scales));
  return Math.max(...diagonal) / Math.min(...diagonal);
}

/** Terms as the columns of a coefficient table. */
export function termColumns(terms: readonly OlsTerm[], level: number): Record<string, unknown[]> {
  const head = text("regression.interval", { level: Number((100 * level).toPrecision(12)) });
  return asColumns(terms.map(({ name: term, interval, ...rest }) => ({ term, ...rest, [head]: interval })));
}

/** The coefficient table for given standard errors. */
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
    const isFinite = Number.isFinite(estimate) && Number.isFinite(standardError);
    requireThat(isFinite, caller, "need.onScaleAtCoefficientFloat64", `${estimate} ± ${standardError}`, { name }); // prettier-ignore
    const statistic = ratio(estimate, standardError);
    const half = critical * standardError;
    const pValue = tPValue(statistic, df);
    return { name, estimate, standardError, statistic, pValue, interval: [estimate - half, estimate + half] };
  });
}

/** R² and the F test of all slopes. */
function goodness({ design, sse, total }: Fit, df: number, intercept: boolean) {
  const slopes = design.names.length - Number(intercept);
  const rSquared = slopes === 0 && intercept ? 0 : Math.max(0, 1 - sse / total);
  const adjustedRSquared = 1 - ((1 - rSquared) * (df + slopes)) / df;
  if (slopes === 0) return { rSquared, adjustedRSquared, fStatistic: 0, fPValue: 1 };
  const fStatistic = ratio(Math.max(0, total - sse) / slopes, sse / df);
  return { rSquared, adjustedRSquared, fStatistic, fPValue: fPValue(fStatistic, slopes, df) };
}
