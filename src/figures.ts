/** `egov-kz/figures`: functions that turn data into Plotly figures. */
import "./show/show.js"; // shows a cell's last expression as a table, and errors in its language
export { backTest } from "./figures/back-test.js";
export { chart, type ChartOptions, type ChartSeries } from "./figures/chart.js";
export { contributionBars, type ContributionOptions } from "./figures/contribution-bars.js";
export { correlationHeatMap, type HeatMapOptions } from "./figures/correlation-heat-map.js";
export { isFigure, type Figure } from "./figures/figure.js";
export { forecastFan, type FanOptions, type Forecast } from "./figures/forecast-fan.js";
export { indexSeries, rankLines, type SeriesOptions } from "./figures/series-lines.js";
export { movingTotals, type MovingTotalsOptions } from "./figures/moving-totals.js";
export { printedTrend, type PrintedTrendOptions } from "./figures/printed-trend.js";
export { rSquaredHistogram, type HistogramOptions } from "./figures/r-squared-histogram.js";
export { smallMultiples, type Panel, type SmallMultiplesOptions } from "./figures/small-multiples.js";
export { verdictsByExhibit, type VerdictChartOptions } from "./figures/verdicts-by-exhibit.js";
