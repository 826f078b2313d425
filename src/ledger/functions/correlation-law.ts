import { latePackage } from "../../base/late-package.js";
import { shown } from "../shown.js";
import type { Node } from "../graph.js";
import { enclose } from "../enclose.js";
import type { Interval } from "../interval.js";
import type { Value } from "../value.js";

const mlMatrix = latePackage<typeof import("ml-matrix")>("ml-matrix");

/**
 * Whether any data can have these correlations, computed on the same observations. A correlation matrix is positive
 * semi-definite, and so is the part of it that belongs to fewer variables. Let M hold the middles of the intervals and
 * E what can be added to them: the largest eigenvalue of E is at most its largest row sum of sizes (Gershgorin), and
 * the smallest eigenvalue of M + E at most that of M plus it (Weyl). Where that is below 0, no data can.
 *
 * @param entry the correlation of two variables by their places, the first larger; every part of three or more
 *   variables is looked at
 */
export function correlationLaw(
  names: readonly string[],
  entry: (row: number, column: number) => Node,
): Value {
  const intervals = names.map((_, row) =>
    names.slice(0, row).map((_, column) => enclose(entry(row, column)).interval),
  );
  const worst = parts(names.length)
    .map((part) => smallest(part, intervals))
    .sort((a, b) => a.high - b.high)[0];
  if (worst === undefined) return { kind: "truth", truth: "yes", detail: "" };
  const detail = `λ(${worst.part.map((at) => names[at]).join(", ")}) = ${shown(worst.middle, 4)} ± ${shown(worst.slack, 4)}`;
  return { kind: "truth", truth: worst.high < 0 ? "no" : "yes", detail };
}

/** All sets of at least three places. */
function parts(size: number): number[][] {
  return Array.from({ length: 2 ** size }, (_, bits) =>
    Array.from({ length: size }, (_, at) => at).filter((at) => (bits >> at) & 1),
  ).filter((part) => part.length >= 3);
}

function smallest(part: readonly number[], intervals: readonly (readonly Interval[])[]) {
  const of = (a: number, b: number): Interval =>
    a === b ? [1, 1] : intervals[Math.max(a, b)]![Math.min(a, b)]!;
  const middles = part.map((a) => part.map((b) => (of(a, b)[0] + of(a, b)[1]) / 2));
  const halves = part.map((a) => part.reduce((sum, b) => sum + (of(a, b)[1] - of(a, b)[0]) / 2, 0));
  const { EigenvalueDecomposition, Matrix } = mlMatrix();
  const values = new EigenvalueDecomposition(new Matrix(middles), { assumeSymmetric: true }).realEigenvalues;
  const middle = Math.min(...values);
  // The solver's own error is a few units of the last place of the largest eigenvalue, which is at most the size.
  const slack = Math.max(...halves) + part.length * 16 * Number.EPSILON;
  return { part, middle, slack, high: middle + slack };
}
