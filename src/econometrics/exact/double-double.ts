/**
 * Arithmetic in twice the working precision: a number is the unevaluated sum of two float64 (some 32 digits).
 * @see Dekker, T. J. (1971) A floating-point technique for extending the available precision. Numer. Math. 18, 224-242
 */

/** [high, low]: the value is high + low, and |low| is at most half a unit of the last place of high. */
export type DoubleDouble = readonly [number, number];

/** 2^27 + 1 splits a float64 into two halves whose products are exact (Veltkamp). */
export const SPLITTER = 134217729;

export const ZERO: DoubleDouble = [0, 0];

/** a + b without error. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const back = sum - a;
  return [sum, a - (sum - back) + (b - back)];
}

/** a b without error, for factors below 2^996. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const highA = SPLITTER * a - (SPLITTER * a - a);
  const highB = SPLITTER * b - (SPLITTER * b - b);
  const lowA = a - highA;
  const lowB = b - highB;
  return [product, lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)];
}

export function addLong(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [high, error] = twoSum(a[0], b[0]);
  const [low, rest] = twoSum(a[1], b[1]);
  const [sum, carry] = twoSum(high, error + low);
  return twoSum(sum, carry + rest);
}

export function subtractLong(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return addLong(a, [-b[0], -b[1]]);
}

export function multiplyLong(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const [product, error] = twoProduct(a[0], b[0]);
  return twoSum(product, error + (a[0] * b[1] + a[1] * b[0]));
}

export function divideLong(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a[0] / b[0];
  const rest = subtractLong(a, multiplyLong(b, [first, 0]));
  const second = rest[0] / b[0];
  const third = subtractLong(rest, multiplyLong(b, [second, 0]))[0] / b[0];
  return addLong(twoSum(first, second), [third, 0]);
}

/** Square root of a positive number. */
export function rootLong(a: DoubleDouble): DoubleDouble {
  const root = Math.sqrt(a[0]);
  const rest = subtractLong(a, twoProduct(root, root));
  return twoSum(root, rest[0] / (2 * root));
}
