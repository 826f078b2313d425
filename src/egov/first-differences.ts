import { like, type Like, type Numbers } from "../helper/table/numbers.js";
import { editionsOf } from "../helper/statistics/editions.js";

/**
 * Computes the annual change from one edition to the next, which removes the level of a series. Series that merely
 * trend together have unrelated differences.
 * @param years n whole years, strictly increasing, n >= 2
 * @param values n numbers
 * @returns n - 1 changes per year; a Series of a Series, with the index of the later editions
 * @throws RangeError or TypeError on unsorted or duplicate years, unequal lengths, fewer than 2 editions
 * @see Yule, G. U. (1926) Why do we sometimes get nonsense-correlations between time-series? J. R. Stat. Soc. 89, 1-63
 * @example firstDifferences([2008, 2010, 2012], [1, 3, 4]) // [1, 0.5]
 */
export function firstDifferences<Given extends Numbers>(years: Numbers, values: Given): Like<Given> {
  const editions = editionsOf("firstDifferences", years, values);
  const changes = editions.values
    .slice(1)
    .map((value, at) => (value - editions.values[at]!) / (editions.years[at + 1]! - editions.years[at]!));
  return like(values, changes);
}
