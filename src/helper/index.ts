/**
 * The helper module: the paper's methods, built on two libraries.
 *
 * danfojs-node provides tables (DataFrame) and columns (Series); `table/frames.ts` loads it. `table/danfo.ts` fixes
 * danfo 1.2's bugs, `table/more-methods.ts` adds missing methods; everything else is danfo's own.
 *
 * simple-statistics computes; for each method, a file in `statistics/` checks the arguments and adds tests and
 * intervals:
 * - pearson, correlationMatrix: sampleCorrelation, of columns about their means
 * - spearman: sampleRankCorrelation
 * - linearTrend: linearRegression, linearRegressionLine, rSquared
 * - movingTotal, movingAverage: sum
 * - describeSeries: mean, median, min, max, sampleStandardDeviation, sampleSkewness, sampleKurtosis
 * - a DataFrame's and a Series' own mean, median, std, var, min, max, sum: those of the same names
 *
 * `ranks` has no counterpart there. checkCorrelationMatrix takes eigenvalues from ml-matrix; p-values come from @stdlib.
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
