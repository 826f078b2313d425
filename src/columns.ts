import { describeValue } from "./check.js";

/** Columns by name, in order, with their values: the common form of all that can be shown as a table. */
export interface Columns {
  names: string[];
  values: unknown[][];
  /** True where the values of one column are quantities of different kinds, so that each has its own decimals. */
  mixed?: boolean;
}

/** A table to draw from: a DataFrame (known by its shape, so that nothing here loads danfo), a record of columns or an array of records. */
export type TableLike =
  | { readonly columns: readonly string[]; readonly values: readonly unknown[] }
  | { readonly [column: string]: readonly unknown[] }
  | readonly object[];

/** A matrix with the same names on both sides, as `correlationMatrix` returns it. */
export interface NamedMatrix {
  names: readonly string[];
  values: readonly (readonly number[])[];
}

type Loose = Record<string, unknown>;

/**
 * The columns of a DataFrame, a Series, a named matrix, an array of records, a record of arrays or
 * a plain record (name and value); null for anything else.
 */
export function readColumns(thing: unknown): Columns | null {
  if (typeof thing !== "object" || thing === null) return null;
  const object = thing as Loose;
  if (isDataFrame(object)) return withIndex(object.index, object.columns as string[], transpose(object));
  if (isSeries(object)) return withIndex(object.index, [object.columns[0] ?? "value"], [object.values]);
  if (isNamedMatrix(thing)) return matrixColumns(thing);
  if (Array.isArray(thing)) return recordsColumns(thing);
  return isPlain(thing) ? recordColumns(object) : null;
}

/** True of a matrix with names on both sides. */
export function isNamedMatrix(thing: unknown): thing is NamedMatrix {
  const object = thing as Loose;
  return (
    Array.isArray(object.names) &&
    Array.isArray(object.values) &&
    object.names.length === object.values.length &&
    object.values.every((row) => Array.isArray(row))
  );
}

/** Objects made in a notebook's cell come from another realm, whose Object.prototype is not ours: only its place in the chain tells. */
function isPlain(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isDataFrame(object: Loose): boolean {
  return (
    Array.isArray(object.columns) &&
    Array.isArray(object.values) &&
    "index" in object &&
    object.values.every((row) => Array.isArray(row))
  );
}

function isSeries(object: Loose): object is Loose & { index: unknown; columns: string[]; values: unknown[] } {
  return Array.isArray(object.columns) && Array.isArray(object.values) && "index" in object;
}

function transpose(frame: Loose): unknown[][] {
  return (frame.columns as string[]).map((_, at) => (frame.values as unknown[][]).map((row) => row[at]));
}

/** Puts a DataFrame's index in front where it says more than the row number. */
function withIndex(index: unknown, names: string[], values: unknown[][]): Columns {
  if (!Array.isArray(index) || index.every((entry, at) => entry === at)) return { names, values };
  return { names: ["", ...names], values: [index, ...values] };
}

function matrixColumns(matrix: NamedMatrix): Columns {
  return {
    names: ["", ...matrix.names],
    values: [[...matrix.names], ...matrix.names.map((_, at) => matrix.values.map((row) => row[at]))],
  };
}

function recordsColumns(records: unknown[]): Columns | null {
  if (records.length === 0 || !records.every((record) => typeof record === "object" && record !== null))
    return null;
  if (records.some((record) => Array.isArray(record))) return null;
  const names = [...new Set(records.flatMap((record) => Object.keys(record as object)))];
  return { names, values: names.map((name) => records.map((record) => (record as Loose)[name])) };
}

function recordColumns(record: Loose): Columns | null {
  const entries = Object.entries(record).filter(([, value]) => typeof value !== "function");
  if (entries.length === 0) return null;
  const arrays = entries.filter(([, value]) => Array.isArray(value));
  const length = (arrays[0]?.[1] as unknown[] | undefined)?.length;
  const isTable =
    arrays.length === entries.length &&
    length !== undefined &&
    arrays.every(([, value]) => (value as unknown[]).length === length);
  if (isTable)
    return { names: entries.map(([name]) => name), values: entries.map(([, value]) => value as unknown[]) };
  const pair = [entries.map(([name]) => name), entries.map(([, value]) => value)];
  return { names: ["name", "value"], values: pair, mixed: true };
}

/**
 * One column of a table as numbers; a missing value is null.
 * @throws RangeError when the column is not there, TypeError when it holds text.
 */
export function columnNumbers(caller: string, table: TableLike, name: string): (number | null)[] {
  const columns = readColumns(table);
  const at = columns?.names.indexOf(name) ?? -1;
  if (at < 0)
    throw new RangeError(
      `${caller} found no column ${JSON.stringify(name)}; there are ${(columns?.names ?? []).map((known) => JSON.stringify(known)).join(", ")}`,
    );
  return columns!.values[at]!.map((value, row) => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (typeof value === "number") return value;
    throw new TypeError(
      `${caller} requires column ${JSON.stringify(name)} to hold numbers, got ${describeValue(value)} in row ${row}`,
    );
  });
}

/** The names of a table's columns, without those of `except`. */
export function columnNames(table: TableLike, except: readonly string[] = []): string[] {
  return (readColumns(table)?.names ?? []).filter((name) => !except.includes(name));
}
