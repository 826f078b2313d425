import { text } from "../base/text.js";
import type { Grid, GridCell } from "../base/grid.js";
import { isMissing, words } from "../base/words.js";
import { numberUnder } from "../base/number-under.js";

/** One column of a file: its name and the values allowed. */
export interface ColumnSchema {
  /** The column's name in the DataFrame; data/words.json lists other headers for it. */
  name: string;
  /** Default "number"; "integer" rejects fractions; "string" keeps the text without surrounding blanks. */
  type?: "number" | "integer" | "string";
  /** Smallest allowed value, inclusive. */
  minimum?: number;
  /** Largest allowed value, inclusive. */
  maximum?: number;
  /** Whether a cell may be empty or NA, N/A, NaN, "-", "..": NaN in a number column, "" in a string column. */
  missing?: boolean;
  /** Whether the file may lack the whole column; every cell is then missing. */
  optional?: boolean;
  /** Whether values must be unique. */
  unique?: boolean;
}

/** The columns to read from a file, in the DataFrame's order; the file's other columns are left out. */
export interface TableSchema {
  columns: readonly ColumnSchema[];
  /** Fewest rows below the header. Default: 1. */
  minimumRows?: number;
}

/**
 * A file's columns, named and checked by the schema: numbers as float64, missing ones as NaN.
 *
 * @throws an error that names the file, the line and the column
 */
export function columnsOf<Column extends string = string>(
  caller: string,
  grid: Grid,
  schema: TableSchema,
): Record<Column, unknown[]> {
  const places = schema.columns.map((column) => ({ column, at: findColumn(caller, grid, column) }));
  const least = schema.minimumRows ?? 1;
  const got = grid.rows.length;
  const key = least === 1 ? "error.atLeast1RowBelow" : "error.atLeastRowsBelowHeader";
  if (got < least) throw new RangeError(text(key, { caller, least, got, file: grid.file }));
  const columns = places.map(({ column, at }) => [column.name, columnValues(grid, column, at)]);
  return Object.fromEntries(columns) as Record<Column, unknown[]>;
}

/** The same, row for row. */
export function recordsOf(caller: string, grid: Grid, schema: TableSchema): Record<string, number>[] {
  const columns = Object.entries(columnsOf(caller, grid, schema) as Record<string, number[]>);
  return grid.rows.map((_, at) => Object.fromEntries(columns.map(([name, values]) => [name, values[at]!])));
}

/** A column's position in the file, or -1 if it is optional and absent. */
export function findColumn(caller: string, grid: Grid, column: ColumnSchema): number {
  const named = grid.columns?.[column.name];
  const isIt = (header: string) =>
    named === undefined ? isHeaderOf(column, header) : headerKey(header) === headerKey(named);
  const found = grid.header.flatMap((header, at) => (isIt(header) ? [at] : []));
  if (found.length > 1) {
    const which = found.map((at) => JSON.stringify(grid.header[at])).join(text("error.wordAnd"));
    const told = { caller, column: column.name, file: grid.file, which, hint: advice(grid, column) };
    throw new Error(text("error.columnTwice", told));
  }
  if (found.length === 1 || (column.optional === true && named === undefined)) return found[0] ?? -1;
  const present = grid.header.map((header) => JSON.stringify(header)).join(", ");
  throw new Error(
    text("error.foundNoColumn", {
      caller,
      column: named ?? column.name,
      file: grid.file,
      known: present,
      more: advice(grid, column),
    }),
  );
}

/** The option that helps, if the caller has it. */
function advice({ columns }: Grid, { name }: ColumnSchema): string {
  return columns === undefined ? "" : text("error.columnOption", { name });
}

/** Whether a header names the column, ignoring anything in parentheses. */
export function isHeaderOf(column: ColumnSchema, header: string): boolean {
  const names = [column.name, ...(words().headers[column.name] ?? [])].map(headerKey);
  return names.includes(headerKey(header)) || names.includes(headerKey(header.replace(/\(.*?\)/g, "")));
}

/** Headers match when their letters and digits do: "Online Service Index " matches "online_service_index". */
function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function columnValues(grid: Grid, column: ColumnSchema, at: number): unknown[] {
  const lines = new Map<unknown, number>();
  return grid.rows.map(({ line, cells }) => {
    const fail = (what: string): never => {
      throw new Error(text("error.lineColumn", { file: grid.file, line, column: column.name, what }));
    };
    const value = cellValue(cells[at] ?? "", column, at === -1, fail);
    if (column.unique === true && lines.has(value))
      fail(text("error.standsAlready", { value, line: lines.get(value) }));
    lines.set(value, line);
    return value;
  });
}

function cellValue(
  cell: GridCell,
  column: ColumnSchema,
  absent: boolean,
  fail: (what: string) => never,
): unknown {
  if (typeof cell === "string" && isMissing(cell) && (column.missing === true || absent))
    return column.type === "string" ? "" : NaN;
  if (cell === "") return fail(text("error.valueMissing"));
  if (column.type === "string") return String(cell);
  const value = typeof cell === "number" ? cell : parseNumber(cell);
  if (value === null) return fail(text("error.notNumber", { cell: JSON.stringify(cell) }));
  if (column.type === "integer" && !Number.isInteger(value))
    return fail(text("error.notWholeNumber", { value }));
  const { minimum = -Infinity, maximum = Infinity } = column;
  if (value >= minimum && value <= maximum) return value;
  return fail(
    text(maximum === Infinity ? "error.notAtLeast" : "error.notBetween", { value, minimum, maximum }),
  );
}

/**
 * Parses a cell's text as a number, or returns null. Comma and dot are both decimal marks, never thousands separators
 * ("1,234" is 1.234): these files contain indices, ranks and years.
 *
 * @example parseNumber("0,4876") // 0.4876
 */
export function parseNumber(text: string): number | null {
  const found = [numberUnder(text, "."), numberUnder(text, ",")].filter(Number.isFinite) as number[];
  return found.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
}
