import { requireNumbers, requireThat } from "../check.js";

/** A number computed from columns of the same length, row for row. */
export type Statistic = (...columns: number[][]) => number;

export interface LeaveOneOut {
  /** The statistic of all rows. */
  all: number;
  /** Without the first row, without the second, ... */
  without: number[];
  /** What each row adds: all - without. */
  influence: number[];
}

/**
 * A statistic with one row left out after the other: whether it rests on all rows or on one.
 * @param columns one or more columns of n numbers each, n >= 3
 * @param statistic computed from the columns
 * @throws RangeError or TypeError on no column, fewer than 3 rows, unequal lengths; what the statistic throws
 * @example leaveOneOut([[1, 2, 6]], (column) => Math.max(...column)).without // [6, 6, 2]
 */
export function leaveOneOut(columns: readonly (readonly number[])[], statistic: Statistic): LeaveOneOut {
  requireColumns("leaveOneOut", columns, 3);
  const all = statistic(...columns.map((column) => [...column]));
  const without = columns[0]!.map((_, row) =>
    statistic(...columns.map((column) => column.filter((__, at) => at !== row))),
  );
  return { all, without, influence: without.map((value) => all - value) };
}

/** Throws unless there is a column, and all have the same number of rows, at least `atLeast`. */
export function requireColumns(
  caller: string,
  columns: readonly (readonly number[])[],
  atLeast: number,
): void {
  requireThat(Array.isArray(columns) && columns.length > 0, caller, "at least one column", columns);
  columns.forEach((column, j) => {
    requireNumbers(caller, `column ${j + 1}`, column, atLeast);
    requireThat(
      column.length === columns[0]!.length,
      caller,
      `column ${j + 1} of length ${columns[0]!.length}`,
      column.length,
    );
  });
}
