/**
 * Dot products as if in twice the working precision (Ogita, Rump & Oishi 2005, "Accurate sum and dot product", Dot2),
 * for the residuals of an ill-conditioned least-squares problem.
 */

/** 2^27 + 1 splits a float64 into two halves whose products are exact (Veltkamp). */
const SPLITTER = 134217729;

/** start + sum of a[i] b[i], rounded once at the end. */
export function accurateDot(start: number, a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = start;
  let rest = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const product = x * y;
    const splitX = SPLITTER * x;
    const highX = splitX - (splitX - x);
    const lowX = x - highX;
    const splitY = SPLITTER * y;
    const highY = splitY - (splitY - y);
    const lowY = y - highY;
    const productError = lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
    const next = sum + product;
    const back = next - sum;
    rest += sum - (next - back) + (product - back) + productError;
    sum = next;
  }
  return sum + rest;
}
