/** A table's numbers as lines: its columns or its rows, and how formulas name them. */
import { exactly, printedInterval, type Interval } from "../ledger/interval.js";
import type { PrintedNumber, Sheet } from "../ledger/paper-folder.js";

/** Numbers side by side, all columns or all rows of a table: what each prints, by position. */
export interface NumberLine {
  /** How a formula names the number at the current position: `T1.x[row]`, `T1[column]["total"]`. */
  here: string;
  /** How a formula names the whole line. */
  whole: string;
  name: string;
  values: readonly (Interval | null)[];
}

export interface Lines {
  lines: readonly NumberLine[];
  /** Names of the positions, in the order of the table. */
  positions: readonly string[];
}

export type Way = "columns" | "rows";

/** ".2" of "men.2", which is the second number of each cell. */
export const partSuffix = (name: string): string => /\.\d$/.exec(name)?.[0] ?? "";

export const quoted = (name: string): string => JSON.stringify(name);

/** A column, or one of its cells, in a formula. */
export function cellName(key: string, column: string, row?: string): string {
  const isWord = /^[A-Za-z_]\w*$/.test(column) && !["row", "column", "printed"].includes(column);
  const name = isWord ? `${key}.${column}` : `${key}[${quoted(column)}]`;
  return row === undefined ? name : `${name}[${quoted(row)}]`;
}

/** A line's cells at some places, or all of it if these are all that are filled. */
export function cellsAt(
  line: Pick<NumberLine, "whole"> & Partial<NumberLine>,
  rows: readonly string[],
  places: readonly number[],
): string {
  const filled = line.values?.filter((value) => value !== null).length ?? 0;
  if (places.length >= filled) return `${line.whole}[*]`;
  return places.map((at) => `${line.whole}[${quoted(rows[at]!)}]`).join(", ");
}

export function finiteInterval(cell: PrintedNumber | undefined): Interval | null {
  if (cell === undefined) return null;
  if (cell.range !== undefined) return Number.isFinite(cell.range[0] + cell.range[1]) ? cell.range : null;
  return cell.exact ? exactly(cell.value) : printedInterval(cell);
}

/**
 * A table's columns as lines, or its rows, of at least `least` numbers; `part` selects the first or second numbers of
 * its cells.
 */
export function linesOf(
  { key, rows, columns: all, cells }: Sheet,
  way: Way,
  part?: string,
  least = 2,
): Lines {
  const columns = part === undefined ? all : all.filter((name) => partSuffix(name) === part);
  const at = (row: string, column: string): Interval | null => finiteInterval(cells.get(row)?.get(column));
  const columnLine = (name: string): NumberLine => {
    const whole = cellName(key, name);
    return { name, here: `${whole}[row]`, whole, values: rows.map((row) => at(row, name)) };
  };
  const rowLine = (name: string): NumberLine => ({
    ...{ name, here: `${key}[column][${quoted(name)}]`, whole: `${key}[${quoted(name)}]` },
    values: columns.map((column) => at(name, column)),
  });
  const lines = way === "columns" ? columns.map(columnLine) : rows.map(rowLine);
  return {
    lines: lines.filter(({ values }) => values.filter((value) => value !== null).length >= least),
    positions: way === "columns" ? rows : columns,
  };
}
