import type { Matrix } from "ml-matrix";
import { withTable } from "../base/display.js";
import { text } from "../base/text.js";
import { normalCdf, pText } from "../helper/statistics/distributions.js";
import { leverageOf, mlMatrix, ratio, sumOfSquares, type Design } from "./least-squares.js";
import { fitOf, type OfRegression } from "./regression.js";

export interface RegressionDiagnostics {
  /**
   * Diagonal of the hat matrix: how much each row determines its own fitted value, 0 to 1; they sum to the number of
   * terms.
   */
  leverage: number[];
  /** Residuals divided by their own standard errors (internally studentized). */
  studentizedResiduals: number[];
  /** How far all fitted values together move when the row is left out. */
  cooksDistance: number[];
  fitted: number[];
  /** Durbin-Watson: near 2 when neighboring residuals are uncorrelated, below when they are positively correlated. */
  durbinWatson: number;
  /** Probability of a smaller d without autocorrelation: exact below 100 rows, otherwise normal. */
  durbinWatsonPValue: number;
  /** n/6 (skewness² + (kurtosis - 3)²/4) of the residuals; p from chi-squared with 2 degrees of freedom, rough in small samples. */
  jarqueBera: { statistic: number; pValue: number; skewness: number; kurtosis: number };
}

/**
 * Computes which rows a regression depends on, whether its residuals are autocorrelated, and whether they look normal.
 * @param given a fit of `ols`; or y (n numbers in time order) and columns; or a formula and a table
 * @throws RangeError or TypeError as `ols`
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), chapter 2; Durbin & Watson (1950), Biometrika 37, 409-428
 * @see Jarque & Bera (1987), Int. Stat. Review 55, 163-172
 * @example regressionDiagnostics(ols([1, 3, 2, 5], { x: [1, 2, 3, 4] })).durbinWatson // 3.2704
 */
export const regressionDiagnostics: OfRegression<object, RegressionDiagnostics> = (...given: unknown[]) => {
  const { model, fit } = fitOf("regressionDiagnostics", given);
  const { design, residuals: inUnits, sse, unit } = fit;
  const residuals = inUnits.map((value) => value / unit);
  const terms = design.names.length;
  const variance = sse / (residuals.length - terms);
  const leverage = leverageOf(design);
  const studentizedResiduals = leverage.map((h, row) =>
    ratio(residuals[row]!, Math.sqrt(variance * (1 - h))),
  );
  const cooksDistance = leverage.map((h, row) => ratio(studentizedResiduals[row]! ** 2 * h, terms * (1 - h)));
  const durbinWatson = durbinWatsonOf(residuals);
  const result = {
    leverage,
    studentizedResiduals,
    cooksDistance,
    fitted: model.y.map((value, row) => value - inUnits[row]!),
    durbinWatson,
    durbinWatsonPValue: sse === 0 ? NaN : durbinWatsonPValue(durbinWatson, design),
    jarqueBera: jarqueBera(residuals),
  };
  const table = { leverage, studentizedResiduals, cooksDistance };
  return withTable(result, () => ({
    columns: table,
    notes: [autocorrelationText(result), normalityText(result)],
  }));
};

/** Sum of squared steps from residual to residual, divided by their sum of squares. */
export const durbinWatsonOf = (residuals: readonly number[]): number =>
  ratio(
    sumOfSquares(residuals.slice(1).map((value, row) => value - residuals[row]!)),
    sumOfSquares(residuals),
  );

/** Durbin-Watson with its p-value, as a line below a table. */
export const autocorrelationText = ({ durbinWatson, durbinWatsonPValue }: RegressionDiagnostics): string =>
  text("regression.durbinWatson", { d: durbinWatson.toFixed(4), p: pText(durbinWatsonPValue) });

export const normalityText = ({ jarqueBera: { statistic, pValue } }: RegressionDiagnostics): string =>
  text("regression.jarqueBera", { statistic: statistic.toFixed(4), p: pText(pValue) });

function jarqueBera(residuals: readonly number[]): RegressionDiagnostics["jarqueBera"] {
  const n = residuals.length;
  const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
  const moment = (k: number): number => residuals.reduce((sum, value) => sum + (value - mean) ** k, 0) / n;
  const spread = moment(2);
  const skewness = ratio(moment(3), spread ** 1.5);
  const kurtosis = ratio(moment(4), spread ** 2);
  const statistic = (n / 6) * (skewness ** 2 + (kurtosis - 3) ** 2 / 4);
  return { statistic, pValue: Math.exp(-statistic / 2), skewness, kurtosis };
}

/** From this many rows on, the distribution of d is treated as normal, as in R's lmtest. */
const MANY = 100;

/**
 * d = e'Ae / e'e with e = M u, so that P(d < found) = P(sum of (l_i - found) z_i² < 0) over the eigenvalues l_i of MAM
 * that belong to residuals.
 */
function durbinWatsonPValue(found: number, { q }: Design): number {
  const { Matrix, EigenvalueDecomposition } = mlMatrix();
  const n = q.rows;
  const df = n - q.columns;
  if (n >= MANY) {
    const aq = timesA(q);
    const qaq = q.transpose().mmul(aq);
    // Of MAM and its square, as traces of small matrices; A has 2 (n - 1), its square 6 n - 8.
    const mean = (2 * (n - 1) - qaq.trace()) / df;
    const squares = 6 * n - 8 - 2 * sumOfSquares(aq.to1DArray()) + sumOfSquares(qaq.to1DArray());
    const variance = (2 / (df * (df + 2))) * (squares - df * mean ** 2);
    return normalCdf((found - mean) / Math.sqrt(variance));
  }
  const m = Matrix.sub(Matrix.eye(n), q.mmul(q.transpose()));
  const all = new EigenvalueDecomposition(m.mmul(timesA(m)), { assumeSymmetric: true }).realEigenvalues;
  const eigenvalues = all.sort((a, b) => b - a).slice(0, df);
  return belowZero(eigenvalues.map((value) => value - found));
}

/** A m without building A: each row, doubled except at the ends, minus its neighbors. */
function timesA(m: Matrix): Matrix {
  const rows = m.to2DArray();
  return new (mlMatrix().Matrix)(
    rows.map((row, i) =>
      row.map((value, j) => {
        const [before, after] = [rows[i - 1]?.[j], rows[i + 1]?.[j]];
        return value - (before ?? value) + (value - (after ?? value));
      }),
    ),
  );
}

/**
 * P(sum of w_i z_i² < 0) for independent standard normal z_i, by Imhof's integral. Over the logarithm of its variable the
 * integrand falls off at both ends and is smooth, so that a sum of equal steps is exact to float64.
 * @see Imhof, J. P. (1961) Computing the distribution of quadratic forms in normal variables. Biometrika 48, 419-426
 */
function belowZero(weights: readonly number[]): number {
  const largest = Math.max(...weights.map(Math.abs));
  const step = 0.1;
  let sum = 0;
  for (let s = -40; s <= 120; s += step) {
    const u = Math.exp(s);
    const scaled = weights.map((weight) => (weight / largest) * u);
    const angle = scaled.reduce((total, value) => total + Math.atan(value), 0) / 2;
    const logSize = scaled.reduce((total, value) => total + Math.log1p(value ** 2), 0) / 4;
    sum += Math.sin(angle) * Math.exp(-logSize) * step;
  }
  return Math.min(1, Math.max(0, 0.5 - sum / Math.PI));
}
