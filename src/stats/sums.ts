/** Means and sums of products about the mean, in two passes and float64. */
import { requireThat } from "../check.js";

/** Four running sums, so that one addition need not wait for the last. */
function sumOf(values: ArrayLike<number>): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    first += values[i]!;
    second += values[i + 1]!;
    third += values[i + 2]!;
    fourth += values[i + 3]!;
  }
  for (let i = whole; i < values.length; i++) first += values[i]!;
  return first + second + (third + fourth);
}

/** Arithmetic mean, corrected once for rounding: mean of the values plus the mean of what is left over. */
export function meanOf(values: ArrayLike<number>): number {
  const first = sumOf(values) / values.length;
  let rest = 0;
  for (let index = 0; index < values.length; index++) rest += values[index]! - first;
  return first + rest / values.length;
}

/** Sum of (x - mean x)(y - mean y). */
export function sumOfProducts(
  x: readonly number[],
  y: readonly number[],
  meanX = meanOf(x),
  meanY = meanOf(y),
): number {
  let sum = 0;
  for (let index = 0; index < x.length; index++) sum += (x[index]! - meanX) * (y[index]! - meanY);
  return sum;
}

/** Two columns' means and the sums of squares and products about them. */
export interface Moments {
  meanX: number;
  meanY: number;
  sxx: number;
  sxy: number;
  syy: number;
}

/**
 * The moments of two columns in two passes over both, corrected for what the rounded means leave over.
 * @throws RangeError when the deviations are so large or small that their squares leave float64's range
 */
export function momentsOf(caller: string, x: readonly number[], y: readonly number[]): Moments {
  const n = x.length;
  const firstX = sumOf(x) / n;
  const firstY = sumOf(y) / n;
  let restX = 0;
  let restY = 0;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i]! - firstX;
    const dy = y[i]! - firstY;
    restX += dx;
    restY += dy;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const moments = {
    meanX: firstX + restX / n,
    meanY: firstY + restY / n,
    sxx: sxx - (restX * restX) / n,
    sxy: sxy - (restX * restY) / n,
    syy: syy - (restY * restY) / n,
  };
  requireSquares(caller, "x", moments.sxx);
  requireSquares(caller, "y", moments.syy);
  return moments;
}

/** Throws when a sum of squares, or the product of two such, would overflow or lose its digits below float64's range. */
export function requireSquares(caller: string, name: string, square: number): void {
  requireThat(
    square >= 1e-145 && square <= 1e150,
    caller,
    `${name} with deviations from the mean between 1e-72 and 1e75 (they are squared)`,
    `a sum of squares of ${square}`,
  );
}
