import { accurateDot } from "./double-double.js";

/** Householder QR of a matrix given by its columns, each scaled by a power of two to a length between 1/2 and 1. */
export interface Factorization {
  /** The scaled columns. */
  columns: Float64Array[];
  /** column = scaled column / scale; a power of two, so that scaling rounds nothing. */
  scales: number[];
  /** Unit vectors that define the reflections; entry i of vector k is 0 for i < k. */
  reflectors: Float64Array[];
  /** Upper triangle of R: `triangle[j][i]` is row i of column j. */
  triangle: number[][];
}

export function factorize(columns: readonly ArrayLike<number>[]): Factorization {
  const scales = columns.map((column) => 2 ** -Math.ceil(Math.log2(norm(column, 0))));
  const scaled = columns.map((column, j) => Float64Array.from(column, (value) => value * scales[j]!));
  const work = scaled.map((column) => column.slice());
  const reflectors: Float64Array[] = [];
  const triangle: number[][] = [];
  work.forEach((column, k) => {
    reflectors.forEach((reflector, i) => reflect(column, reflector, i));
    const length = norm(column, k);
    const diagonal = column[k]! > 0 ? -length : length;
    triangle.push([...column.slice(0, k), diagonal]);
    const reflector = column.slice();
    reflector.fill(0, 0, k);
    reflector[k] = reflector[k]! - diagonal;
    const size = norm(reflector, k);
    if (size > 0) for (let i = k; i < reflector.length; i++) reflector[i] = reflector[i]! / size;
    reflectors.push(reflector);
  });
  return { columns: scaled, scales, reflectors, triangle };
}

/**
 * Solves r + X b = f, X' r = g for r and b (the augmented system of least squares; g = 0 gives the ordinary problem),
 * and refines the solution with residuals in twice the working precision (Björck 1967) while that still changes it.
 */
export function solveAugmented(
  factors: Factorization,
  f: ArrayLike<number>,
  g: readonly number[],
  refinements: number,
): { residuals: Float64Array; solution: number[] } {
  const n = f.length;
  const residuals = new Float64Array(n);
  const solution: number[] = g.map(() => 0);
  let restF: Float64Array = Float64Array.from(f);
  let restG = [...g];
  for (let round = 0; round <= refinements; round++) {
    const step = solveOnce(factors, restF, restG);
    for (let i = 0; i < n; i++) residuals[i] = residuals[i]! + step.residuals[i]!;
    step.solution.forEach((value, j) => (solution[j] = solution[j]! + value));
    if (round === refinements) break;
    const row = new Float64Array(solution.length + 1);
    const weights = Float64Array.from([...solution, 1], (value) => -value);
    restF = Float64Array.from({ length: n }, (_, i) => {
      factors.columns.forEach((column, j) => (row[j] = column[i]!));
      row[solution.length] = residuals[i]!;
      return accurateDot(f[i]!, row, weights);
    });
    const negated = residuals.map((value) => -value);
    restG = factors.columns.map((column, j) => accurateDot(g[j]!, column, negated));
  }
  return { residuals, solution };
}

/** One solve: with Q'f = (c, d), R'h = g, R b = c - h, r = Q (h, d). */
function solveOnce(factors: Factorization, f: Float64Array, g: readonly number[]) {
  const rotated = f.slice();
  factors.reflectors.forEach((reflector, k) => reflect(rotated, reflector, k));
  const h = forwardSolve(factors.triangle, g);
  const solution = backSolve(
    factors.triangle,
    h.map((value, j) => rotated[j]! - value),
  );
  h.forEach((value, j) => (rotated[j] = value));
  for (let k = factors.reflectors.length - 1; k >= 0; k--) reflect(rotated, factors.reflectors[k]!, k);
  return { residuals: rotated, solution };
}

/** R b = c. */
export function backSolve(triangle: readonly number[][], c: readonly number[]): number[] {
  const b = [...c];
  for (let i = b.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < b.length; j++) b[i] = b[i]! - triangle[j]![i]! * b[j]!;
    b[i] = b[i]! / triangle[i]![i]!;
  }
  return b;
}

/** R' h = g. */
export function forwardSolve(triangle: readonly number[][], g: readonly number[]): number[] {
  const h = [...g];
  for (let j = 0; j < h.length; j++) {
    for (let i = 0; i < j; i++) h[j] = h[j]! - triangle[j]![i]! * h[i]!;
    h[j] = h[j]! / triangle[j]![j]!;
  }
  return h;
}

/** v - 2 w (w'v), from entry `from` on. */
function reflect(vector: Float64Array, reflector: Float64Array, from: number): void {
  let product = 0;
  for (let i = from; i < vector.length; i++) product += reflector[i]! * vector[i]!;
  product *= 2;
  for (let i = from; i < vector.length; i++) vector[i] = vector[i]! - product * reflector[i]!;
}

/** Euclidean length from entry `from` on. */
function norm(vector: ArrayLike<number>, from: number): number {
  let largest = 0;
  for (let i = from; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = from; i < vector.length; i++) sum += (vector[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
