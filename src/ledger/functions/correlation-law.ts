import { latePackage } from "../../base/late-package.js";
import { leafOf, current } from "../context.js";
import type { Interval } from "../interval.js";
import type { PrintedNumber, Sheet } from "../paper-folder.js";
import { shown } from "../shown.js";
import { aValue, takes } from "./arguments.js";

const mlMatrix = latePackage<typeof import("ml-matrix")>("ml-matrix");

/** Correlations by the places of two variables, the first larger. */
type Entries = (row: number, column: number) => Interval;

/** A set of variables whose correlations no data can have, and by how much: λ is their matrix's smallest eigenvalue. */
interface Offending {
  places: number[];
  middle: number;
  slack: number;
}

/** A variable of a correlation table: its row, and its column's name ("" if it needs none). */
interface Variable {
  row: string;
  column: string;
}

/** "2" for the row "2. Education", and for the columns "2", "2." and "(2)". */
const numberIn = (name: string): string | undefined => /^\(?(\d{1,2})[.)]*(?=\s|$)/.exec(name)?.[1];

/**
 * A table's variables: the names that are both rows and columns, or else its numbered rows, whose columns have only the
 * numbers. The last may lack a column if the diagonal is not printed.
 */
export function variablesOf({ rows, columns }: Pick<Sheet, "rows" | "columns">): Variable[] {
  const named = columns.filter((column) => rows.includes(column));
  if (named.length > 1) return named.map((name) => ({ row: name, column: name }));
  const numbers = new Map(
    columns.flatMap((name) => (/^\W*\d+\W*$/.test(name) ? [[numberIn(name), name]] : [])),
  );
  const numbered = rows.flatMap((row): Variable[] => {
    const number = numberIn(row);
    return number === undefined ? [] : [{ row, column: numbers.get(number) ?? "" }];
  });
  const without = numbered.filter(({ column }) => column === "");
  const isLast = without.length === 0 || (without.length === 1 && without[0] === numbered.at(-1));
  return numbers.size > 1 && numbered.length >= numbers.size && isLast ? numbered : [];
}

/** How many times the matrix is moved: eigenvectors of many variables take longer. */
const stepsFor = (size: number): number => Math.min(40, Math.ceil(300 / size));

/**
 * Finds variables whose correlations no data can have if computed on the same observations; null if none are found.
 *
 * A correlation matrix R is positive semi-definite. For any direction v the largest v'Rv over everything that the
 * rounded entries stand for is a sum over the entries; if it is negative, no data can have them. The search for such a
 * v moves R within its rounding along the eigenvector of its smallest eigenvalue, until that is 0 or a v refutes R.
 * Pairs and triples come first: with angles whose cosines the correlations are, three are possible if none is larger
 * than the two others together and their sum is at most a full turn.
 */
export function offendingVariables(size: number, entry: Entries): Offending | null {
  const of: Entries = (a, b) => (a === b ? [1, 1] : a > b ? entry(a, b) : entry(b, a));
  const all = Array.from({ length: size }, (_, at) => at);
  const few = impossiblePair(size, of) ?? impossibleTriple(size, of);
  if (few !== null) return measured(few, of);
  if (!isRefuted(all, of)) return null;
  let places = all;
  for (const one of all) {
    const fewer = places.filter((place) => place !== one);
    if (fewer.length > 2 && isRefuted(fewer, of)) places = fewer;
  }
  return measured(places, of);
}

export const detailOf = ({ places, middle, slack }: Offending, names: readonly string[]): string =>
  `λ(${places.map((at) => names[at]).join(", ")}) = ${shown(middle, 4)} ± ${shown(slack, 4)}`;

/** Tolerance for floating-point error. */
const TINY = 1e-12;

function impossiblePair(size: number, of: Entries): number[] | null {
  for (let a = 1; a < size; a++)
    for (let b = 0; b < a; b++) {
      const [low, high] = of(a, b);
      if (low > 1 + TINY || high < -1 - TINY) return [b, a];
    }
  return null;
}

/** The three variables whose angles violate the triangle condition most. */
function impossibleTriple(size: number, of: Entries): number[] | null {
  const angle = (value: number): number => Math.acos(Math.min(1, Math.max(-1, value)));
  const angles = Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b) => of(a, b).map(angle) as [most: number, least: number]),
  );
  let [worst, found]: [number, number[] | null] = [TINY, null];
  for (let a = 2; a < size; a++)
    for (let b = 1; b < a; b++)
      for (let c = 0; c < b; c++) {
        const [x, y, z] = [angles[a]![b]!, angles[a]![c]!, angles[b]![c]!];
        const excess = Math.max(
          x[1] - y[0] - z[0],
          y[1] - x[0] - z[0],
          z[1] - x[0] - y[0],
          x[1] + y[1] + z[1] - 2 * Math.PI,
        );
        if (excess > worst) [worst, found] = [excess, [c, b, a]];
      }
  return found;
}

/** Whether a direction shows that no matrix within the rounding is positive semi-definite. */
function isRefuted(places: readonly number[], of: Entries): boolean {
  const sides = places.map((a) => places.map((b) => of(a, b)));
  const matrix = sides.map((row) => row.map(([low, high]) => low / 2 + high / 2));
  const sum = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < stepsFor(places.length); step++) {
    const { value, vector } = smallest(matrix);
    if (value >= -TINY) return false;
    const outer = (a: number, b: number): number => vector[a]! * vector[b]!;
    if (largest(sides, outer) < -TINY * places.length) return true;
    // The step after which the smallest eigenvalue would be 0, were it linear in the entries that can move.
    let length = 0;
    matrix.forEach((row, a) =>
      row.forEach((_, b) => {
        sum[a]![b]! += outer(a, b);
        if (sides[a]![b]![1] > sides[a]![b]![0]) length += outer(a, b) ** 2;
      }),
    );
    if (step > 0 && largest(sides, (a, b) => sum[a]![b]!) < -TINY * places.length * (step + 1)) return true;
    matrix.forEach((row, a) =>
      row.forEach((entry, b) => {
        const [low, high] = sides[a]![b]!;
        row[b] = Math.min(high, Math.max(low, entry - (value / length) * outer(a, b)));
      }),
    );
  }
  return false;
}

/** The largest sum of weight times entry over all values of the entries. */
function largest(sides: readonly (readonly Interval[])[], weight: (a: number, b: number) => number): number {
  let total = 0;
  sides.forEach((row, a) =>
    row.forEach(([low, high], b) => (total += Math.max(weight(a, b) * low, weight(a, b) * high))),
  );
  return total;
}

function smallest(matrix: number[][]): { value: number; vector: number[] } {
  const { EigenvalueDecomposition, Matrix } = mlMatrix();
  const found = new EigenvalueDecomposition(new Matrix(matrix), { assumeSymmetric: true });
  const at = found.realEigenvalues.indexOf(Math.min(...found.realEigenvalues));
  return { value: found.realEigenvalues[at]!, vector: found.eigenvectorMatrix.getColumn(at) };
}

function measured(places: number[], of: Entries): Offending {
  const sides = places.map((a) => places.map((b) => of(a, b)));
  const { value, vector } = smallest(sides.map((row) => row.map(([low, high]) => low / 2 + high / 2)));
  const most = largest(sides, (a, b) => vector[a]! * vector[b]!);
  return { places, middle: value, slack: most - value };
}

/** Whether any data can have the correlations of an exhibit's variables; other columns may hold means and the like. */
export const correlations = takes([aValue], (arg, { context, fail }) => {
  if (arg?.kind !== "sheet") return fail("error.correlationsExhibitSuchCorrelationsT4");
  const { columns, rows, cells, name } = arg.sheet;
  const variables = variablesOf(arg.sheet);
  if (variables.length < 2)
    return fail("formula.noVariables", { name, columns: columns.join(", "), rows: rows.join(", ") });
  // The matrix consists of both halves and the diagonal.
  const printed = variables.map(({ row }) =>
    variables.map(({ column }) => {
      const stored = cells.get(row)?.get(column);
      const cell = stored && current(stored, context);
      if (cell !== undefined) context.rests?.add(cell);
      return cell;
    }),
  );
  const entries = variables.map(({ row: a }, at) =>
    variables.slice(0, at).map(({ row: b }, other): PrintedNumber => {
      const cell = printed[at]![other] ?? printed[other]![at];
      return cell ?? fail("error.hasNoCorrelationAnd", { name, a, b });
    }),
  );
  for (const cell of entries.flat()) context.read?.(cell, true);
  const sides = entries.map((row) => row.map((cell) => leafOf(cell, context).leaf!));
  const offending = offendingVariables(variables.length, (row, column) => sides[row]![column]!);
  if (offending === null) return { kind: "truth", truth: "yes", detail: "" };
  const { places } = offending;
  const culprits = places.flatMap((a) => places.flatMap((b) => (b < a ? entries[a]![b]! : [])));
  const detail = detailOf(offending, variables.map(({ row }) => row)); // prettier-ignore
  return { kind: "truth", truth: "no", detail, culprits };
});
