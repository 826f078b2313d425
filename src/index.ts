/** The public surface of egov-kz: all that a notebook may import. */
export { caption } from "./captions.js";
export { type Claim, type Finding, type Judged, type Verdict } from "./claims/claim.js";
export { checkConclusions, type Conclusion } from "./claims/conclusions.js";
export { judgeClaims } from "./claims/judge.js";
export { loadClaims } from "./claims/load.js";
export { mutations, type Mutation } from "./claims/mutation.js";
export { missingEditions, type MissingEdition } from "./data/missing-editions.js";
export { readCountry } from "./data/read-country.js";
export { egovkbCountries, readEgovkb } from "./data/read-egovkb.js";
export { readIndexSeries } from "./data/read-index-series.js";
export { backTest, type BackTestPoint } from "./figures/back-test.js";
export { chart, type ChartOptions, type ChartSeries } from "./figures/chart.js";
export { contributionBars, type ContributionOptions } from "./figures/contribution-bars.js";
export { correlationHeatMap, type HeatMapOptions } from "./figures/correlation-heat-map.js";
export { isFigure, type Figure } from "./figures/figure.js";
export { forecastFan, type FanOptions, type Forecast } from "./figures/forecast-fan.js";
export { indexSeries } from "./figures/index-series.js";
export { movingTotals, type MovingTotalsOptions } from "./figures/moving-totals.js";
export { printedTrend, type PrintedTrendOptions, type TrendPoint } from "./figures/printed-trend.js";
export { rSquaredHistogram, type HistogramOptions } from "./figures/r-squared-histogram.js";
export { rankAgainstValue, type RankedValue } from "./figures/rank-against-value.js";
export { rankLines } from "./figures/rank-lines.js";
export { type SeriesOptions } from "./figures/series-lines.js";
export { smallMultiples, type Panel, type SmallMultiplesOptions } from "./figures/small-multiples.js";
export { verdictsByExhibit, type VerdictChartOptions } from "./figures/verdicts-by-exhibit.js";
export { check } from "./notebook/exercises.js";
export { getLanguage, label, setLanguage, type Language } from "./notebook/language.js";
export { progress } from "./notebook/progress.js";
export { show, sideBySide, type ShowOptions } from "./notebook/show.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./official.js";
export { loadPaper, printedCells, type Paper, type PrintedCell, type PrintedFigure } from "./paper.js";
export { bootstrapInterval, type BootstrapInterval } from "./stats/bootstrap-interval.js";
export { breuschGodfrey, type BreuschGodfrey } from "./stats/breusch-godfrey.js";
export { checkCorrelationMatrix, type CorrelationMatrixCheck } from "./stats/check-correlation-matrix.js";
export { checkIndexSeries, type IndexSeries, type SeriesCheck } from "./stats/check-index-series.js";
export { collinearity, type Collinearity } from "./stats/collinearity.js";
export { correlationMatrix, pearson, type Correlation } from "./stats/correlation.js";
export { dependentCorrelations, type DependentCorrelations } from "./stats/dependent-correlations.js";
export { describeSeries, type Description } from "./stats/describe.js";
export { firstDifferences } from "./stats/first-differences.js";
export { type ForecastMethod } from "./stats/forecast.js";
export { dampedForecast, holtForecast } from "./stats/holt-forecast.js";
export { type LongRun } from "./stats/in-slices.js";
export { egdiOf, egdiWeights, growthContributions, type Components } from "./stats/index-identity.js";
export { kendall, type Kendall } from "./stats/kendall.js";
export { leaveOneOut, type LeaveOneOut } from "./stats/leave-one-out.js";
export { linearTrend, type LinearTrend, type TrendPrediction } from "./stats/linear-trend.js";
export { movingAverage, movingTotal } from "./stats/moving-total.js";
export { ols, type Ols, type OlsTerm } from "./stats/ols.js";
export { partialCorrelation } from "./stats/partial-correlation.js";
export { permutationTest, type PermutationTest } from "./stats/permutation-test.js";
export { driftForecast, naiveForecast } from "./stats/random-walk-forecast.js";
export { rankSeries, type RankSeries } from "./stats/rank-series.js";
export { regressionDiagnostics, type RegressionDiagnostics } from "./stats/regression-diagnostics.js";
export { robustStandardErrors, type RobustKind } from "./stats/robust-standard-errors.js";
export { rollingOrigin, type BackTestRow, type BackTestSummary } from "./stats/rolling-origin.js";
export { seriesDynamics, type DynamicsRow, type SeriesDynamics } from "./stats/series-dynamics.js";
export { smoothingSimulation, type SmoothingSimulation } from "./stats/smoothing-simulation.js";
export { spearman, type Spearman } from "./stats/spearman.js";
export { logitForecast, trendForecast } from "./stats/trend-forecast.js";
export { varianceInflation } from "./stats/variance-inflation.js";
export {
  DataFrame,
  dataFrame,
  numbers,
  readTable,
  Series,
  toRecords,
  type ColumnSchema,
  type TableSchema,
} from "./table.js";
