/** Sums of squares and products about the mean, in two passes and float64. */

/** Arithmetic mean, corrected once for rounding: mean of the values plus the mean of what is left over. */
export function meanOf(values: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  const first = sum / values.length;
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
