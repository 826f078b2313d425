import { requireThat } from "../base/check.js";
import { withTable } from "../base/display.js";
import { text } from "../base/text.js";
import { requireLevel, tCritical } from "../helper/statistics/distributions.js";
import { listOf, namedColumns, rowsOf, type NumberColumns, type Numbers } from "../helper/table/numbers.js";
import { INTERCEPT, leastSquares, sumOfSquares } from "./least-squares.js";
import type { Fitted } from "./regression.js";

export interface Prediction {
  /** The row's fitted value. */
  fit: number;
  /** Confidence interval for the mean of all such cases. */
  meanInterval: [number, number];
  /** Prediction interval for one new case. */
  interval: [number, number];
}

/**
 * Predicts new rows from a fit from `ols`, with confidence and prediction intervals.
 * @param fit of `ols`
 * @param rows a DataFrame, or name -> numbers; must have the fit's columns; others are ignored
 * @throws RangeError or TypeError on a missing column, unequal lengths, or a non-finite value
 * @see Draper & Smith, Applied Regression Analysis, section 3.1
 * @example predict(ols("EGDI ~ year", table3), { year: [2026, 2028] })[0].interval
 */
export function predict(
  { model }: Fitted,
  rows: NumberColumns,
  { level = 0.95 }: { level?: number } = {},
): Prediction[] {
  requireLevel("predict", level);
  const fit = leastSquares("predict", model);
  const { names, scales, inverse } = fit.design;
  const given = namedColumns("predict", rows, Object.keys(model.columns));
  const { columns } = rowsOf("predict", given);
  for (const [name, levels] of Object.entries(model.levels ?? {})) {
    const [[, values]] = namedColumns("predict", rows, [name]) as [[string, Numbers]];
    const stranger = listOf(values).find((one) => !levels.includes(String(one)));
    requireThat(stranger === undefined, "predict", "table.oneOf", stranger, { columns: levels.join(", ") });
  }
  const df = model.y.length - names.length;
  const s = Math.sqrt(fit.sse / df) * fit.unit;
  const half = tCritical(level, df) * s;
  const found = columns[0]!.map((_, row): Prediction => {
    const x = names.map((name) =>
      name === INTERCEPT ? 1 : columns[given.findIndex(([one]) => one === name)]![row]!,
    );
    const value = x.reduce((sum, one, j) => sum + one * fit.estimates[j]!, 0);
    // The squared length of x R^-1: the fitted value's variance divided by an error's.
    const weights = names.map((__, k) =>
      x.reduce((sum, one, j) => sum + (one / scales[j]!) * inverse.get(j, k), 0),
    );
    const share = sumOfSquares(weights);
    const around = (width: number): [number, number] => [value - width, value + width];
    const [meanInterval, interval] = [half * Math.sqrt(share), half * Math.sqrt(1 + share)].map(around);
    return { fit: value, meanInterval: meanInterval!, interval: interval! };
  });
  const head = { mean: text("regression.meanInterval"), one: text("regression.newInterval") };
  return withTable(found, () => ({
    columns: {
      ...Object.fromEntries(given.map(([name], at) => [name, columns[at]!])),
      fit: found.map((one) => one.fit),
      [head.mean]: found.map((one) => one.meanInterval),
      [head.one]: found.map((one) => one.interval),
    },
  }));
}
