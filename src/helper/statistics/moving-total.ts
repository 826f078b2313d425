import { sum } from "simple-statistics";
import { requireThat } from "../../base/check.js";
import { like, numbersOf, type Like, type Numbers } from "../table/numbers.js";

/**
 * Centered moving total: the sum of `width` neighboring values, written at the middle one.
 *
 * @param values n numbers in time order
 * @param width odd, 1 to n; an even window has no middle value and is an error (see `movingAverage`)
 * @returns n entries, NaN where the window is incomplete; a Series of a Series, with its index
 * @throws RangeError or TypeError on a width out of range or even, a value that is not finite, no values
 * @see Table 5 of the paper, columns m=3 and m=5
 * @example table5.addColumn("recomputed", movingTotal(table5["EGDI"], 5))
 */
export function movingTotal<Given extends Numbers>(values: Given, width: number): Like<Given> {
  const totals = windowTotals("movingTotal", values, width);
  requireThat(width % 2 === 1, "movingTotal", "need.oddWidthHasMiddleValue", width);
  return like(values, centre(totals, width - 1));
}

/**
 * Centered moving average. An odd width divides the moving total by the width. An even width is centered as in
 * textbooks (2 x m): the mean of the two neighboring averages, so the outer two of its m + 1 values weigh one half.
 *
 * @param values n numbers in time order
 * @param width 1 to n, an even one at most n - 1
 * @returns n entries, NaN where the window is incomplete; a Series of a Series, with its index
 * @throws RangeError or TypeError on a width out of range, a value that is not finite, no values
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, "Moving averages of moving averages"
 * @example movingAverage([1, 2, 3, 4], 3) // [NaN, 2, 3, NaN]
 */
export function movingAverage<Given extends Numbers>(values: Given, width: number): Like<Given> {
  const totals = windowTotals("movingAverage", values, width);
  if (width % 2 === 1) return like(values, centre(totals.map((total) => total / width), width - 1)); // prettier-ignore
  const pairs = totals.slice(1).map((total, at) => (totals[at]! + total) / (2 * width));
  const length = totals.length + width - 1;
  requireThat(pairs.length > 0, "movingAverage", "need.evenWidthBelow", width, { length });
  return like(values, centre(pairs, width));
}

/**
 * Sums of all n - width + 1 complete windows, in order; each is summed afresh, so that rounding errors do not
 * accumulate.
 */
function windowTotals(caller: string, values: Numbers, width: number): number[] {
  const all = numbersOf(caller, "values", values);
  const fits = Number.isInteger(width) && width >= 1 && width <= all.length;
  requireThat(fits, caller, "need.widthFrom1", width, { length: all.length });
  const totals = all.slice(width - 1).map((_, at) => sum(all.slice(at, at + width)));
  const lost = totals.findIndex((total) => !Number.isFinite(total));
  requireThat(lost < 0, caller, "moving.finite", all[lost]);
  return totals;
}

/** Values in the middle, with `empty` NaN entries in all before and after. */
function centre(values: number[], empty: number): number[] {
  const margin = new Array<number>(empty / 2).fill(NaN);
  return [...margin, ...values, ...margin];
}
