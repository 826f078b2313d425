import { like, numbersOf, type Like, type Numbers } from "../table/numbers.js";

/**
 * Ranks from 1, smallest first; equal values share their mean rank. simple-statistics computes ranks only inside
 * `sampleRankCorrelation`.
 * @returns n ranks; a Series of a Series, with its index
 * @throws TypeError on a value that is not a finite number
 * @example ranks([0.9, 0.4, 0.9]) // [2.5, 1, 2.5]
 */
export function ranks<Given extends Numbers>(values: Given): Like<Given> {
  const all = numbersOf("ranks", "values", values);
  const sorted = [...all].sort((a, b) => a - b);
  const last = new Map(sorted.map((value, at) => [value, at]));
  const first = new Map(sorted.map((value, at) => [value, at] as const).reverse());
  return like(values, all.map((value) => (first.get(value)! + last.get(value)!) / 2 + 1)); // prettier-ignore
}
