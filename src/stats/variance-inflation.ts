import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { requireNumbers, requireThat } from "../check.js";
import { factorizeDesign, ols } from "./ols.js";

/**
 * Variance inflation factor of each column: 1 / (1 - R²) of its regression on all the others, with an intercept.
 * @param columns name -> n numbers, at least two columns, n > number of columns
 * @throws RangeError or TypeError on fewer than two columns, a constant column, columns that are linearly dependent
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980)
 * @example varianceInflation({ a: [1, 2, 3, 4], b: [1, -1, -1, 1] }) // { a: 1, b: 1 }
 */
export function varianceInflation(columns: Record<string, readonly number[]>): Record<string, number> {
  const names = requireSeveral("varianceInflation", columns);
  const factors = names.map((name) => {
    const others = Object.fromEntries(
      names.filter((other) => other !== name).map((other) => [other, columns[other]!]),
    );
    return [name, 1 / (1 - ols(columns[name]!, others).rSquared)] as const;
  });
  return Object.fromEntries(factors);
}

export interface Collinearity {
  /** Largest over smallest singular value of the columns scaled to length 1 (not centred, with the intercept). */
  conditionNumber: number;
  /** One row per singular value, largest index last; each column's proportions add up to 1 over the rows. */
  dimensions: { conditionIndex: number; proportions: Record<string, number> }[];
}

/**
 * Belsley's collinearity diagnostics: condition indices and the share of each coefficient's variance that belongs to
 * each. An index above 30 with two or more shares above 0.5 marks the columns that cannot be told apart.
 * @param columns name -> n numbers, at least two columns
 * @throws RangeError or TypeError as `varianceInflation`
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), chapter 3
 */
export function collinearity(columns: Record<string, readonly number[]>): Collinearity {
  const names = requireSeveral("collinearity", columns);
  const n = columns[names[0]!]!.length;
  const design: [string, readonly number[]][] = [["(intercept)", new Array<number>(n).fill(1)]];
  for (const name of names) design.push([name, columns[name]!]);
  const unit = design.map(([, column]) => {
    const length = Math.hypot(...column);
    return column.map((value) => value / length);
  });
  const products = new Matrix(
    unit.map((a) => unit.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0))),
  );
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(products, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, k) => k).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const largest = realEigenvalues[order[0]!]!;
  const share = (j: number, k: number) => eigenvectorMatrix.get(j, k) ** 2 / realEigenvalues[k]!;
  const totals = design.map((_, j) => order.reduce((sum, k) => sum + share(j, k), 0));
  const dimensions = order.map((k) => ({
    conditionIndex: Math.sqrt(largest / realEigenvalues[k]!),
    proportions: Object.fromEntries(design.map(([name], j) => [name, share(j, k) / totals[j]!])),
  }));
  return { conditionNumber: dimensions[dimensions.length - 1]!.conditionIndex, dimensions };
}

/** The names, once the columns are several, of one length, not constant and independent of each other. */
function requireSeveral(caller: string, columns: Record<string, readonly number[]>): string[] {
  const names = Object.keys(columns);
  requireThat(names.length >= 2, caller, "at least two columns", names.length);
  for (const name of names) {
    const column = columns[name]!;
    requireNumbers(caller, `column "${name}"`, column, names.length + 1);
    requireThat(
      column.length === columns[names[0]!]!.length,
      caller,
      "columns of equal length",
      column.length,
    );
    requireThat(
      column.some((value) => value !== column[0]),
      caller,
      `column "${name}" to vary`,
      column[0],
    );
  }
  factorizeDesign(caller, { "(intercept)": columns[names[0]!]!.map(() => 1), ...columns });
  return names;
}
