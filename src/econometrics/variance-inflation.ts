import { withTable } from "../base/display.js";
import { requireThat, requireVariation } from "../base/check.js";
import { namedColumns, rowsByName, type NumberColumns } from "../helper/table/numbers.js";
import { designColumns, factorize, sumOfSquares, unitVariances } from "./least-squares.js";
import { text } from "../base/text.js";

/**
 * Variance inflation factor of each column: 1 / (1 - R²) of its regression on all the others, with an intercept. It
 * says how many times larger the variance of the column's coefficient is than if the others were uncorrelated with it.
 * Computed from the diagonal of the inverse of X'X, which gives the same number.
 *
 * @param columns a DataFrame, or name -> n numbers; at least two columns, n > number of columns + 1
 * @param options columns: which to use, in this order
 * @throws RangeError or TypeError on fewer than two columns, a constant column, or columns that determine one another
 *   (the message names them)
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), section 3.1
 * @example varianceInflation({ a: [1, 2, 3, 4], b: [1, -1, -1, 1] }) // { a: 1, b: 1 }
 */
export function varianceInflation(
  columns: NumberColumns,
  which: { columns?: readonly string[] } = {},
): Record<string, number> {
  const caller = "varianceInflation";
  const named = severalColumns(caller, columns, which.columns);
  const design = factorize(caller, named);
  const variances = unitVariances(design);
  // For a column of X = QR, all but its first entry in R is what remains of it about its mean.
  const spread = (j: number) => sumOfSquares(design.r.getColumn(j).slice(1));
  const factors = design.names
    .map((name, j): [string, number] => [name, Math.max(1, variances[j]! * spread(j))])
    .slice(1);
  const [column, inflation] = [factors.map(([name]) => name), factors.map(([, factor]) => factor)];
  return withTable(Object.fromEntries(factors), () => ({ columns: { column, inflation } }));
}

/** Intercept and columns, after checking that there are at least two columns and none is constant. */
export function severalColumns(caller: string, columns: NumberColumns, which?: readonly string[]) {
  const given = namedColumns(caller, columns, which);
  requireThat(given.length >= 2, caller, "need.atLeastTwoColumns", given.length);
  const plain = rowsByName(caller, [], given).columns;
  const named = designColumns(caller, plain, Object.values(plain)[0]!.length, true);
  for (const [name, values] of Object.entries(plain))
    requireVariation(caller, text("error.columnNamed", { name }), values);
  return named;
}
