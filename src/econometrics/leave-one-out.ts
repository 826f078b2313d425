import { withTable } from "../base/display.js";
import { requireThat } from "../base/check.js";
import { rowsOf, type Numbers } from "../helper/table/numbers.js";
import { text } from "../base/text.js";

/** A number computed from columns of the same length, row for row. */
export type Statistic = (...columns: number[][]) => number;

export interface LeaveOneOut {
  /** The statistic on all rows. */
  all: number;
  /** Without the first row, without the second, ... */
  without: number[];
  /** The effect of each row: all - without. */
  influence: number[];
}

/**
 * Computes a statistic with each row left out in turn, which shows whether it depends on a single row.
 * @param given one or more columns of n numbers each, n >= 3
 * @param statistic computed from the columns
 * @throws RangeError or TypeError on no column, fewer than 3 rows, unequal lengths; what the statistic throws
 * @example leaveOneOut([[1, 2, 6]], (column) => Math.max(...column)).without // [6, 6, 2]
 */
export function leaveOneOut(given: readonly Numbers[], statistic: Statistic): LeaveOneOut {
  const caller = "leaveOneOut";
  requireThat(Array.isArray(given) && given.length > 0, caller, "need.atLeastOneColumn", given);
  const named = given.map((column, at) => [text("error.columnNumber", { number: at + 1 }), column] as const);
  const columns = rowsOf(caller, named, { atLeast: 3 }).columns;
  const all = statistic(...columns.map((column) => [...column]));
  const without = columns[0]!.map((_, row) =>
    statistic(...columns.map((column) => column.filter((__, at) => at !== row))),
  );
  const influence = without.map((value) => all - value);
  const table = { row: without.map((_, row) => row), without, influence };
  return withTable({ all, without, influence }, () => ({ columns: table }));
}
