import { parseNumber } from "./parse-number.js";
import type { GridCell, Grid } from "./grid.js";
import { readGrid } from "./read-grid.js";
import type { ColumnSchema, TableSchema } from "./table-schema.js";
import { text } from "../../base/text.js";

const missingMarks = new Set(["", "-", "–", "—", "..", "...", "…", "na", "n/a", "nan", "null"]);

/**
 * Reads a file's columns as the schema names and limits them: numbers as float64, missing ones as NaN.
 *
 * @throws an error that names the file, the line and the column
 */
export function readColumns<Column extends string = string>(
  caller: string,
  path: string,
  schema: TableSchema,
): Record<Column, unknown[]> {
  return columnsOf(caller, readGrid(caller, path), schema);
}

/** As `readColumns`, of a file whose cells have been read already. */
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
  const names = [column.name, ...(column.aliases ?? [])].map(headerKey);
  return names.includes(headerKey(header)) || names.includes(headerKey(header.replace(/\(.*?\)/g, "")));
}

/** Headers are the same when their letters and digits are: "Online Service Index " is "online_service_index". */
function headerKey(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function columnValues(grid: Grid, column: ColumnSchema, at: number): unknown[] {
  const lines = new Map<unknown, number>();
  let previous = -Infinity;
  return grid.rows.map(({ line, cells }) => {
    const fail = (what: string): never => {
      throw new Error(text("error.lineColumn", { file: grid.file, line, column: column.name, what }));
    };
    const value = cellValue(cells[at] ?? "", column, at === -1, fail);
    if (column.unique === true && lines.has(value))
      fail(text("error.standsAlready", { value, line: lines.get(value) }));
    lines.set(value, line);
    if (column.ascending === true && typeof value === "number") {
      if (value <= previous) fail(text("error.mustLargerThanInRow", { value, previous }));
      previous = value;
    }
    return value;
  });
}

function cellValue(
  cell: GridCell,
  column: ColumnSchema,
  absent: boolean,
  fail: (what: string) => never,
): unknown {
  const isMissing = typeof cell === "string" && missingMarks.has(cell.toLowerCase());
  if (isMissing && (column.missing === true || absent)) return column.type === "string" ? "" : NaN;
  if (cell === "") return fail(text("error.valueMissing"));
  if (column.type === "string") return String(cell);
  const value = typeof cell === "number" ? cell : parseNumber(cell);
  if (value === null) return fail(text("error.notNumber", { cell: JSON.stringify(cell) }));
  if (column.type === "integer" && !Number.isInteger(value))
    return fail(text("error.notWholeNumber", { value }));
  const { minimum = -Infinity, maximum = Infinity } = column;
  if (value < minimum || value > maximum) return fail(rangeFault(value, minimum, maximum));
  return value;
}

function rangeFault(value: number, minimum: number, maximum: number): string {
  if (maximum === Infinity) return text("error.notAtLeast", { value, minimum });
  return minimum === -Infinity
    ? text("error.notAtMost", { value, maximum })
    : text("error.notBetween", { value, minimum, maximum });
}
