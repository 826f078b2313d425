import { requireEditions } from "./series-dynamics.js";

/**
 * Change between one edition and the next, for each calendar year between them: what is left of a series when its
 * level is taken away. Series that merely climb together have differences with nothing in common.
 * @param years n whole years, strictly increasing, n >= 2
 * @param values n numbers
 * @returns n - 1 changes per year
 * @throws RangeError or TypeError on unsorted or duplicate years, unequal lengths, fewer than 2 editions
 * @see Yule, G. U. (1926) Why do we sometimes get nonsense-correlations between time-series? J. R. Stat. Soc. 89, 1-63
 * @example firstDifferences([2008, 2010, 2012], [1, 3, 4]) // [1, 0.5]
 */
export function firstDifferences(years: readonly number[], values: readonly number[]): number[] {
  requireEditions("firstDifferences", years, values);
  return values.slice(1).map((value, at) => (value - values[at]!) / (years[at + 1]! - years[at]!));
}
