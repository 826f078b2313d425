import { SPLITTER, twoSum, ZERO, type DoubleDouble } from "./double-double.js";

/** Rows that are worked on together, so that the halves of their numbers stay in the cache. */
const BLOCK = 512;

/** The halves of one block of one column: products of halves are exact. */
interface Halves {
  high: Float64Array;
  low: Float64Array;
}

/**
 * The products of every pair of columns, X'X, in twice the working precision and one pass over the rows.
 * Every product is exact and every sum carries its rounding error along (Dot2), so an entry's error is below
 * n² 2^-106 times the product of the columns' lengths.
 *
 * @param columns of one length, entries below 2^500
 * @returns the upper triangle: `gram[j][i]` for i <= j
 * @see Ogita, Rump & Oishi (2005) Accurate sum and dot product. SIAM J. Sci. Comput. 26, 1955-1988
 */
export function gramMatrix(columns: readonly Float64Array[]): DoubleDouble[][] {
  const rows = columns[0]!.length;
  const gram = columns.map((_, j) => new Array<DoubleDouble>(j + 1).fill(ZERO));
  const halves = columns.map((): Halves => ({ high: new Float64Array(BLOCK), low: new Float64Array(BLOCK) }));
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start);
    columns.forEach((column, j) => split(column, start, length, halves[j]!));
    for (let j = 0; j < columns.length; j++) {
      for (let i = 0; i <= j; i++) gram[j]![i] = addProducts(gram[j]![i]!, halves[i]!, halves[j]!, length);
    }
  }
  return gram;
}

function split(column: Float64Array, start: number, length: number, { high, low }: Halves): void {
  for (let i = 0; i < length; i++) {
    const value = column[start + i]!;
    const scaled = SPLITTER * value;
    const top = scaled - (scaled - value);
    high[i] = top;
    low[i] = value - top;
  }
}

/** start + the sum of products of two blocks. */
function addProducts(start: DoubleDouble, a: Halves, b: Halves, length: number): DoubleDouble {
  const { high: highA, low: lowA } = a;
  const { high: highB, low: lowB } = b;
  let sum = start[0];
  let rest = start[1];
  for (let i = 0; i < length; i++) {
    const x = highA[i]!;
    const xLow = lowA[i]!;
    const y = highB[i]!;
    const yLow = lowB[i]!;
    const product = (x + xLow) * (y + yLow);
    const error = xLow * yLow - (product - x * y - xLow * y - x * yLow);
    const next = sum + product;
    const back = next - sum;
    rest += sum - (next - back) + (product - back) + error;
    sum = next;
  }
  return twoSum(sum, rest);
}

/**
 * y - X b, computed as if in twice the working precision and rounded once, so that a perfect fit leaves exact zeros.
 * @param b coefficients in twice the working precision
 */
export function residualsOf(
  y: Float64Array,
  columns: readonly Float64Array[],
  b: readonly DoubleDouble[],
): Float64Array {
  const sums = y.slice();
  const rests = new Float64Array(y.length);
  columns.forEach((column, j) => subtractMultiple(sums, rests, column, b[j]!));
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + rests[i]!;
  return sums;
}

function subtractMultiple(sums: Float64Array, rests: Float64Array, column: Float64Array, b: DoubleDouble) {
  const factor = -b[0];
  const factorLow = -b[1];
  const high = SPLITTER * factor - (SPLITTER * factor - factor);
  const low = factor - high;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    const scaled = SPLITTER * value;
    const top = scaled - (scaled - value);
    const bottom = value - top;
    const product = factor * value;
    const error = low * bottom - (product - high * top - low * top - high * bottom);
    const sum = sums[i]!;
    const next = sum + product;
    const back = next - sum;
    rests[i] = rests[i]! + (sum - (next - back) + (product - back) + error + factorLow * value);
    sums[i] = next;
  }
}
