/** `egov-kz/econometrics`: methods beyond the paper's. */
import { regressionDiagnostics } from "./econometrics/regression-diagnostics.js";
import type { Fitted } from "./econometrics/regression.js";
import type { Figure } from "./figures/figure.js";
import { regressionPlots } from "./figures/regression-plots.js";
import "./show/show.js"; // shows a cell's last expression as a table, and errors in its language
export { breuschGodfrey, type BreuschGodfrey } from "./econometrics/breusch-godfrey.js";
export { collinearity, varianceInflation, type Collinearity } from "./econometrics/collinearity.js";
export { dependentCorrelations, type DependentCorrelations } from "./econometrics/dependent-correlations.js";
export { type ForecastMethod } from "./econometrics/forecast.js";
export { type LongRun } from "./econometrics/in-slices.js";
export { kendall, type Kendall } from "./econometrics/kendall.js";
export { leaveOneOut, type LeaveOneOut } from "./econometrics/leave-one-out.js";
export { lineSimulation, type LineSimulation } from "./econometrics/line-simulation.js";
export { modelTable, type ModelTable, type ModelTableOptions } from "./econometrics/model-table.js";
export { ols, type Ols, type OlsTerm } from "./econometrics/ols.js";
export { partialCorrelation } from "./econometrics/partial-correlation.js";
export { permutationTest, type PermutationTest } from "./econometrics/permutation-test.js";
export { driftForecast, naiveForecast } from "./econometrics/random-walk-forecast.js";
export { predict, type Prediction } from "./econometrics/predict.js";
export { regressionDiagnostics, type RegressionDiagnostics } from "./econometrics/regression-diagnostics.js";
export { robustStandardErrors, type RobustKind } from "./econometrics/robust-standard-errors.js";
export { rollingOrigin, type BackTest } from "./econometrics/rolling-origin.js";
export { smoothingSimulation, type SmoothingSimulation } from "./econometrics/smoothing-simulation.js";
export { totalsForecast } from "./econometrics/totals-forecast.js";
export { logitForecast, trendForecast } from "./econometrics/trend-forecast.js";

/**
 * Plots a fit's residuals three times: against fitted values, against leverage, and against the normal distribution.
 * @example plot(ols("EGDI ~ OSI + TII", table3))
 */
export const plot = (fit: Fitted): Figure => regressionPlots(regressionDiagnostics(fit));
