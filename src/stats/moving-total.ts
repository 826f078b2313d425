import { requireNumbers, requireThat } from "../check.js";

/**
 * Centred moving total: the sum of `width` neighbouring values, written at the middle one.
 * Costs the same whatever the width: whole blocks are summed from the left and from the right, and each window is one
 * piece of both (van Herk's scheme), so that no difference of large running sums loses digits.
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
  return centre(windowTotals(values, width), values.length, (width - 1) / 2);
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
  const half = Math.floor(width / 2);
  if (width % 2 === 1)
    return centre(
      totals.map((total) => total / width),
      values.length,
      half,
    );
  requireThat(
    width < values.length,
    "movingAverage",
    `an even width below ${values.length}, as it needs one value more`,
    width,
  );
  const averages = Array.from(
    { length: totals.length - 1 },
    (_, i) => (totals[i]! + totals[i + 1]!) / (2 * width),
  );
  return centre(averages, values.length, half);
}

function requireWidth(caller: string, values: readonly number[], width: number): void {
  requireNumbers(caller, "values", values);
  const fits = Number.isInteger(width) && width >= 1 && width <= values.length;
  requireThat(fits, caller, `a width from 1 to ${values.length}`, width);
}

/** Sums of all n - width + 1 complete windows, in order. */
function windowTotals(values: readonly number[], width: number): number[] {
  const n = values.length;
  const fromLeft = new Float64Array(n);
  const fromRight = new Float64Array(n);
  for (let i = 0; i < n; i++) fromLeft[i] = i % width === 0 ? values[i]! : fromLeft[i - 1]! + values[i]!;
  for (let i = n - 1; i >= 0; i--) {
    fromRight[i] = i % width === width - 1 || i === n - 1 ? values[i]! : fromRight[i + 1]! + values[i]!;
  }
  const totals = new Array<number>(n - width + 1);
  for (let start = 0; start < totals.length; start++) {
    const last = start + width - 1;
    totals[start] = start % width === 0 ? fromLeft[last]! : fromRight[start]! + fromLeft[last]!;
  }
  return totals;
}

/** Writes the inner values into n places with `margin` nulls before them. */
function centre(inner: readonly number[], n: number, margin: number): (number | null)[] {
  const result = new Array<number | null>(n).fill(null);
  for (let i = 0; i < inner.length; i++) result[margin + i] = inner[i]!;
  return result;
}
