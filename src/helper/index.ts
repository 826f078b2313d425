/**
 * The helper module: the paper's methods over danfojs-node DataFrames and simple-statistics. `read/` reads files and numbers
 * as printed, `table/` holds danfo's DataFrame and what is mended in it, `statistics/` has one method a file.
 */
export { DataFrame, Series, type AnyDataFrame, type Groups } from "./table/data-frame.js";
export { type Missing, type NumberColumns, type Numbers } from "./table/numbers.js";
export { dataFrame, fromRecords, readTable, toRecords, type ReadOptions } from "./table/table.js";

export {
  checkCorrelationMatrix,
  type CorrelationMatrixCheck,
} from "./statistics/check-correlation-matrix.js";
export { correlationMatrix, pearson, type Correlation } from "./statistics/correlation.js";
export { describeSeries, type Description } from "./statistics/describe.js";
export { linearTrend, type LinearTrend, type TrendPrediction } from "./statistics/linear-trend.js";
export { movingAverage, movingTotal } from "./statistics/moving-total.js";
export { ranks } from "./statistics/ranks.js";
export { spearman, type Spearman } from "./statistics/spearman.js";
