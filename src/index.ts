import "./paper/notebook-labels.js";

export { DataFrame, Series, type AnyDataFrame, type NoSuchColumn } from "./table/data-frame.js";
export { type Missing, type NumberColumns, type Numbers } from "./table/numbers.js";
export {
  dataFrame,
  fromRecords,
  readTable,
  toRecords,
  type ColumnSchema,
  type TableSchema,
} from "./table/table.js";

export { checkCorrelationMatrix, type CorrelationMatrixCheck } from "./stats/check-correlation-matrix.js";
export { correlationMatrix, pearson, type Correlation } from "./stats/correlation.js";
export { describeSeries, type Description } from "./stats/describe.js";
export { firstDifferences } from "./stats/first-differences.js";
export { linearTrend, type LinearTrend, type TrendPrediction } from "./stats/linear-trend.js";
export { movingAverage, movingTotal } from "./stats/moving-total.js";
export { rankSeries, type RankSeries } from "./stats/rank-series.js";
export { ranks } from "./stats/ranks.js";
export { seriesDynamics, type SeriesDynamics } from "./stats/series-dynamics.js";
export { spearman, type Spearman } from "./stats/spearman.js";

export { egdiOf, growthContributions, type Components } from "./egov/index-identity.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./egov/official.js";
export { judgeClaims } from "./paper/judge.js";
export { check } from "./paper/exercises.js";
export { loadPaper, printedCells, type Paper, type PrintedCell, type PrintedFigure } from "./paper/paper.js";

export { setLanguage, type Language } from "./base/language.js";
export { dataPath } from "./base/project.js";
export { chart, type ChartOptions, type ChartSeries } from "./figures/chart.js";
export { correlationHeatMap, type HeatMapOptions } from "./figures/correlation-heat-map.js";
export { forecastFan, type FanOptions, type Forecast } from "./figures/forecast-fan.js";
export { indexSeries } from "./figures/index-series.js";
export { movingTotals, type MovingTotalsOptions } from "./figures/moving-totals.js";
export { printedTrend, type PrintedTrendOptions } from "./figures/printed-trend.js";
export { rankLines } from "./figures/rank-lines.js";
export { verdictsByExhibit, type VerdictChartOptions } from "./figures/verdicts-by-exhibit.js";
export { progress } from "./show/progress.js";
export { show, sideBySide, type ShowOptions } from "./show/show.js";
