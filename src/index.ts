// The helper module: tables, reading, the paper's methods
export * from "./helper/index.js";

// The subject and this paper
export { firstDifferences } from "./egov/first-differences.js";
export { rankSeries, type RankSeries } from "./egov/rank-series.js";
export { seriesDynamics, type SeriesDynamics } from "./egov/series-dynamics.js";
export { egdiOf, growthContributions, type Components } from "./egov/index-identity.js";
export { loadOfficial, loadOfficialRanks, loadWef } from "./egov/official.js";
export { judgeClaims } from "./paper/judge.js";
export { check } from "./paper/exercises.js";
export { loadPaper, printedCells, type Paper, type PrintedCell, type PrintedFigure } from "./paper/paper.js";

// Figures, and what a cell shows
export { type Language } from "./base/language.js";
export { setLanguage } from "./base/text.js";
export { dataPath } from "./base/project.js";
export { chart, type ChartOptions, type ChartSeries } from "./figures/chart.js";
export { correlationHeatMap, type HeatMapOptions } from "./figures/correlation-heat-map.js";
export { forecastFan, type FanOptions, type Forecast } from "./figures/forecast-fan.js";
export { indexSeries, rankLines } from "./figures/series-lines.js";
export { movingTotals, type MovingTotalsOptions } from "./figures/moving-totals.js";
export { printedTrend, type PrintedTrendOptions } from "./figures/printed-trend.js";
export { verdictsByExhibit, type VerdictChartOptions } from "./figures/verdicts-by-exhibit.js";
export { progress } from "./show/progress.js";
export { show, sideBySide, type ShowOptions } from "./show/show.js";
