import { requireNumbers, requireThat } from "../check.js";

/**
 * Centred moving total: the sum of `width` neighbouring values, written at the middle one.
 * Costs the same whatever the width, and nothing is ever subtracted, so that no error drifts along the series: a total
 * is as exact as the plain sum of its window.
 *
 * @param values n numbers in time order
 * @param width odd, 1 to n; an even window has no middle value and is refused (see `movingAverage`)
 * @returns n entries, null where the window is incomplete
 * @throws RangeError or TypeError on a width out of range or even, a value that is not finite, no values
 * @see Table 5 of the paper, columns m=3 and m=5
 * @example movingTotal([1, 2, 3, 4], 3) // [null, 6, 9, null]
 */
export function movingTotal(values: readonly number[], width: number): (number | null)[] {
  requireWidth("movingTotal", values, width);
  requireThat(width % 2 === 1, "movingTotal", "an odd width, which has a middle value", width);
  return centre(windowTotals(values, width), values.length, 1);
}

/**
 * Centred moving average. An odd width divides the moving total by the width. An even width is centred as textbooks
 * do it (2 x m): the mean of the two neighbouring averages, so the outer two of its m + 1 values weigh one half.
 *
 * @param values n numbers in time order
 * @param width 1 to n, an even one at most n - 1
 * @returns n entries, null where the window is incomplete
 * @throws RangeError or TypeError on a width out of range, a value that is not finite, no values
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, "Moving averages of moving averages"
 * @example movingAverage([1, 2, 3, 4], 3) // [null, 2, 3, null]
 */
export function movingAverage(values: readonly number[], width: number): (number | null)[] {
  requireWidth("movingAverage", values, width);
  const totals = windowTotals(values, width);
  if (width % 2 === 1) return centre(totals, values.length, width);
  requireThat(
    width < values.length,
    "movingAverage",
    `an even width below ${values.length}, as it needs one value more`,
    width,
  );
  const pairs = new Float64Array(totals.length - 1);
  for (let i = 0; i < pairs.length; i++) pairs[i] = totals[i]! + totals[i + 1]!;
  return centre(pairs, values.length, 2 * width);
}

function requireWidth(caller: string, values: readonly number[], width: number): void {
  requireNumbers(caller, "values", values);
  const fits = Number.isInteger(width) && width >= 1 && width <= values.length;
  requireThat(fits, caller, `a width from 1 to ${values.length}`, width);
}

/**
 * Sums of all n - width + 1 complete windows, in order. The series is cut into blocks of `width`: a window is the tail of
 * one block and the head of the next, so two additions a value do, and no sum is longer than a window.
 */
function windowTotals(values: readonly number[], width: number): Float64Array {
  const totals = new Float64Array(values.length - width + 1);
  const tails = new Float64Array(width);
  for (let start = 0; start < totals.length; start += width) {
    let tail = 0;
    for (let i = width - 1; i >= 0; i--) tails[i] = tail += values[start + i]!;
    totals[start] = tail;
    let head = 0;
    const windows = Math.min(width, totals.length - start);
    for (let i = 1; i < windows; i++) {
      head += values[start + width + i - 1]!;
      totals[start + i] = tails[i]! + head;
    }
  }
  return totals;
}

/**
 * The totals, divided, in the middle of n places, null before and behind. Joined at the end: numbers alone are kept
 * unboxed while they are written, which halves the time of a long series.
 */
function centre(totals: Float64Array, n: number, divisor: number): (number | null)[] {
  const margin: (number | null)[] = new Array<null>((n - totals.length) / 2).fill(null);
  const inner = new Array<number>(totals.length);
  for (let i = 0; i < inner.length; i++) inner[i] = totals[i]! / divisor;
  return margin.concat(inner, margin);
}
