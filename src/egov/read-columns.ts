import { text } from "../base/text.js";
import type { Grid, GridCell } from "../base/grid.js";
import { isMissing, words } from "../base/words.js";
import { numberUnder } from "../base/number-under.js";

/** One column of a file: what it is called there, and what its cells may hold. */
export interface ColumnSchema {
  /** The column's name in the DataFrame; data/words.json has other headers under which files have it. */
  name: string;
  /** "number" unless said otherwise; "integer" refuses fractions; "string" keeps the text, blanks around removed. */
  type?: "number" | "integer" | "string";
  /** Smallest value allowed, itself included. */
  minimum?: number;
  /** Largest value allowed, itself included. */
  maximum?: number;
  /** Whether a cell may be empty or say NA, N/A, NaN, "-", "..": NaN in a number column, "" in a string column. */
  missing?: boolean;
  /** Whether the whole column may be absent from the file; every cell is then missing. */
  optional?: boolean;
  /** Whether a value may stand in one row only. */
  unique?: boolean;
}

/** The columns that are read from a file, in the DataFrame's order; others in the file are left out. */
export interface TableSchema {
  columns: readonly ColumnSchema[];
  /** The fewest rows below the header: 1 unless said otherwise. */
  minimumRows?: number;
}

/**
 * A file's columns as the schema names and limits them: numbers as float64, missing ones as NaN.
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
  if (grid.rows.length < least) {
    const has = grid.rows.length;
    throw new RangeError(
      least === 1
        ? text("error.atLeast1RowBelow", { caller, got: has, file: grid.file })
        : text("error.atLeastRowsBelowHeader", { caller, least, got: has, file: grid.file }),
    );
  }
  const columns = places.map(({ column, at }) => [column.name, columnValues(grid, column, at)]);
  return Object.fromEntries(columns) as Record<Column, unknown[]>;
}

/** The same, row for row. */
export function recordsOf(caller: string, grid: Grid, schema: TableSchema): Record<string, number>[] {
  const columns = Object.entries(columnsOf(caller, grid, schema) as Record<string, number[]>);
  return grid.rows.map((_, at) => Object.fromEntries(columns.map(([name, values]) => [name, values[at]!])));
}

/** Where a column stands in the file, -1 where it may be absent and is. */
export function findColumn(caller: string, grid: Grid, column: ColumnSchema): number {
  const named = grid.columns?.[column.name];
  const isIt = (header: string) =>
    named === undefined ? isHeaderOf(column, header) : headerKey(header) === headerKey(named);
  const found = grid.header.flatMap((header, at) => (isIt(header) ? [at] : []));
  if (found.length > 1) {
    const which = found.map((at) => JSON.stringify(grid.header[at])).join(text("error.wordAnd"));
    throw new Error(
      text("error.columnTwice", {
        caller,
        column: column.name,
        file: grid.file,
        which,
        hint: advice(grid, column),
      }),
    );
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

/** The option that helps, where the caller takes it. */
function advice({ columns }: Grid, { name }: ColumnSchema): string {
  return columns === undefined ? "" : text("error.columnOption", { name });
}

/** Whether a header means the column, what stands in parentheses left aside. */
export function isHeaderOf(column: ColumnSchema, header: string): boolean {
  const names = [column.name, ...(words().headers[column.name] ?? [])].map(headerKey);
  return names.includes(headerKey(header)) || names.includes(headerKey(header.replace(/\(.*?\)/g, "")));
}

/** Headers are the same when their letters and digits are: "Online Service Index " is "online_service_index". */
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
 * The number that a cell's text stands for, or null where it is none. A comma and a dot are both the decimal mark, never a
 * thousands mark ("1,234" is 1.234): the files that this reads hold indices, ranks and years.
 *
 * @example parseNumber("0,4876") // 0.4876
 */
export function parseNumber(text: string): number | null {
  const found = [numberUnder(text, "."), numberUnder(text, ",")].filter((value) =>
    Number.isFinite(value),
  ) as number[];
  return found.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
}
