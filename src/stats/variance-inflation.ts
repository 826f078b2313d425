import { requireThat, requireVariation } from "../check.js";
import { designColumns, factorize } from "./design.js";
import { multiply } from "./double-double.js";
import { sumOfSquares, unitVariances } from "./least-squares.js";

/**
 * Variance inflation factor of each column: 1 / (1 - R²) of its regression on all the others, with an intercept. It says
 * how many times larger the variance of the column's coefficient is than if the others were uncorrelated with it.
 * Taken from the diagonal of the inverse of X'X, which is the same number.
 *
 * @param columns name -> n numbers, at least two columns, n > number of columns + 1
 * @throws RangeError or TypeError on fewer than two columns, a constant column, columns that determine one another (named)
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), section 3.1
 * @example varianceInflation({ a: [1, 2, 3, 4], b: [1, -1, -1, 1] }) // { a: 1, b: 1 }
 */
export function varianceInflation(columns: Record<string, readonly number[]>): Record<string, number> {
  const caller = "varianceInflation";
  const named = severalColumns(caller, columns);
  const design = factorize(caller, named);
  const rows = named[0]![1].length;
  const variances = unitVariances(design);
  const factors = design.names.slice(1).map((name, index): [string, number] => {
    const own = design.gram[index + 1]!;
    const spread = sumOfSquares(own[index + 1]!, own[0]!, rows);
    return [name, Math.max(1, multiply(variances[index + 1]!, spread)[0])];
  });
  return Object.fromEntries(factors);
}

/** Intercept and columns, once these are at least two and none is constant. */
export function severalColumns(caller: string, columns: Record<string, readonly number[]>) {
  const names = Object.keys(columns);
  requireThat(names.length >= 2, caller, "at least two columns", names.length);
  const named = designColumns(caller, columns, columns[names[0]!]!.length, true);
  for (const name of names) requireVariation(caller, `column "${name}"`, columns[name]!);
  return named;
}
