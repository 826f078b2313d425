import { parseNumber } from "./parse-number.js";
import { readGrid, type Cell, type Grid } from "./read-grid.js";
import type { ColumnSchema, TableSchema } from "./table-schema.js";

const missingMarks = new Set(["", "-", "–", "—", "..", "...", "…", "na", "n/a", "nan", "null"]);

/**
 * Reads a file's columns as the schema names and limits them: numbers as float64, missing ones as NaN.
 *
 * @throws an error that names the file, the line and the column
 */
export function readColumns(caller: string, path: string, schema: TableSchema): Record<string, unknown[]> {
  return columnsOf(caller, readGrid(caller, path), schema);
}

/** As `readColumns`, of a file whose cells have been read already. */
export function columnsOf(caller: string, grid: Grid, schema: TableSchema): Record<string, unknown[]> {
  const places = schema.columns.map((column) => ({ column, at: findColumn(caller, grid, column) }));
  const least = schema.minimumRows ?? 1;
  if (grid.rows.length < least) {
    const rows = `${least} row${least === 1 ? "" : "s"}`;
    throw new RangeError(
      `${caller} requires at least ${rows} below the header, got ${grid.rows.length} in ${grid.file}`,
    );
  }
  return Object.fromEntries(places.map(({ column, at }) => [column.name, columnValues(grid, column, at)]));
}

/** Where a column stands in the file, -1 where it may be absent and is. */
export function findColumn(caller: string, grid: Grid, column: ColumnSchema): number {
  const found = grid.header.flatMap((header, at) => (isHeaderOf(column, header) ? [at] : []));
  if (found.length > 1) {
    const which = found.map((at) => JSON.stringify(grid.header[at])).join(" and ");
    throw new Error(`${caller} found the column "${column.name}" more than once in ${grid.file}: ${which}`);
  }
  if (found.length === 1 || column.optional === true) return found[0] ?? -1;
  const present = grid.header.map((header) => JSON.stringify(header)).join(", ");
  throw new Error(`${caller} found no column "${column.name}" in ${grid.file}, which has ${present}`);
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
      throw new Error(`${grid.file} line ${line}, column "${column.name}": ${what}`);
    };
    const value = cellValue(cells[at] ?? "", column, at === -1, fail);
    if (column.unique === true && lines.has(value)) fail(`${value} stands already in line ${lines.get(value)}`);
    lines.set(value, line);
    if (column.ascending === true && typeof value === "number") {
      if (value <= previous) fail(`${value} must be larger than ${previous} in the row above`);
      previous = value;
    }
    return value;
  });
}

function cellValue(cell: Cell, column: ColumnSchema, absent: boolean, fail: (what: string) => never): unknown {
  const isMissing = typeof cell === "string" && missingMarks.has(cell.toLowerCase());
  if (isMissing && (column.missing === true || absent)) return column.type === "string" ? "" : NaN;
  if (cell === "") return fail("the value is missing");
  if (column.type === "string") return String(cell);
  const value = typeof cell === "number" ? cell : parseNumber(cell);
  if (value === null) return fail(`${JSON.stringify(cell)} is not a number`);
  if (column.type === "integer" && !Number.isInteger(value)) return fail(`${value} is not a whole number`);
  const { minimum = -Infinity, maximum = Infinity } = column;
  if (value < minimum || value > maximum) return fail(`${value} is not ${rangeText(minimum, maximum)}`);
  return value;
}

function rangeText(minimum: number, maximum: number): string {
  if (maximum === Infinity) return `${minimum} or more`;
  return minimum === -Infinity ? `${maximum} or less` : `between ${minimum} and ${maximum}`;
}
