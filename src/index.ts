/** The public surface of egov-kz: all that a notebook may import. */
export { isFigure, type Figure } from "./figures/figure.js";
export { getLanguage, label, setLanguage, type Language } from "./notebook/language.js";
export { show, sideBySide, type ShowOptions } from "./notebook/show.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./official.js";
export { loadPaper, printedCells, type Paper, type PrintedCell, type PrintedFigure } from "./paper.js";
export { checkCorrelationMatrix, type CorrelationMatrixCheck } from "./stats/check-correlation-matrix.js";
export { correlationMatrix, pearson, type Correlation } from "./stats/correlation.js";
export { describeSeries, type Description } from "./stats/describe.js";
export { egdiOf, egdiWeights, growthContributions, type Components } from "./stats/index-identity.js";
export { linearTrend, type LinearTrend, type TrendPrediction } from "./stats/linear-trend.js";
export { movingAverage, movingTotal } from "./stats/moving-total.js";
export { ols, type Ols, type OlsTerm } from "./stats/ols.js";
export { rankSeries, type RankSeries } from "./stats/rank-series.js";
export { seriesDynamics, type DynamicsRow, type SeriesDynamics } from "./stats/series-dynamics.js";
export { collinearity, varianceInflation, type Collinearity } from "./stats/variance-inflation.js";
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
