import { describeValue } from "../base/check.js";
import type { AnyDataFrame, Series } from "../helper/table/data-frame.js";
import { isDataFrame, isSeries, noColumn, type Numbers } from "../helper/table/numbers.js";
import { text } from "../base/text.js";

/** Columns by name, in order, with their values: the common form of everything that can be shown as a table. */
export interface Columns {
  names: string[];
  values: unknown[][];
  /** True if one column's values are of different kinds, so that each has its own decimal places. */
  mixed?: boolean;
  /** True if the names are the user's own: those of a DataFrame or of records. */
  named?: boolean;
}

/**
 * A table to draw from: a DataFrame (recognized by shape, so that danfo is not loaded), a record of columns or an array
 * of records.
 */
export type TableLike =
  | { readonly columns: readonly string[]; readonly values: readonly unknown[] }
  | { readonly [column: string]: Series | readonly unknown[] }
  | readonly object[];

type Loose = Record<string, unknown>;

/**
 * The columns of a DataFrame, a Series, an array of records, a record of arrays or
 * a plain record (name and value); null for anything else.
 */
export function columnsToShow(thing: unknown): Columns | null {
  if (typeof thing !== "object" || thing === null) return null;
  if (isDataFrame(thing)) return withIndex(thing.index, thing.columns, transpose(thing));
  if (isSeries(thing)) return withIndex(thing.index, [thing.columns[0] ?? "value"], [thing.values]);
  if (Array.isArray(thing)) return recordsColumns(thing);
  return isPlain(thing) ? recordColumns(thing as Loose) : null;
}

/**
 * Objects from a notebook's cell come from another realm with a different Object.prototype; only its place in the chain
 * identifies it.
 */
function isPlain(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function transpose(frame: AnyDataFrame): unknown[][] {
  return frame.columns.map((_, at) => (frame.values as unknown[][]).map((row) => row[at]));
}

/** Adds a DataFrame's index as the first column if it is more than row numbers. */
function withIndex(index: unknown, names: string[], values: unknown[][]): Columns {
  if (!Array.isArray(index) || index.every((entry, at) => entry === at))
    return { names, values, named: true };
  return { names: ["", ...names], values: [index, ...values], named: true };
}

function recordsColumns(records: unknown[]): Columns | null {
  if (records.length === 0 || !records.every((record) => typeof record === "object" && record !== null))
    return null;
  if (records.some((record) => Array.isArray(record))) return null;
  const names = [...new Set(records.flatMap((record) => Object.keys(record as object)))];
  const values = names.map((name) => records.map((record) => (record as Loose)[name]));
  return { names, values, named: true };
}

function recordColumns(record: Loose): Columns | null {
  const entries = Object.entries(record)
    .filter(([, value]) => typeof value !== "function")
    .map(([name, value]) => [name, isSeries(value) ? value.values : value] as const);
  if (entries.length === 0) return null;
  const arrays = entries.filter(([, value]) => Array.isArray(value));
  const length = (arrays[0]?.[1] as unknown[] | undefined)?.length;
  const isTable =
    arrays.length === entries.length &&
    length !== undefined &&
    arrays.every(([, value]) => (value as unknown[]).length === length);
  const [names, values] = [entries.map(([name]) => name), entries.map(([, value]) => value)];
  if (isTable) return { names, values: values as unknown[][], named: true };
  return { names: ["name", "value"], values: [names, values], mixed: true };
}

/**
 * One column of a table as numbers; a missing value is null.
 * @throws RangeError when the column does not exist, TypeError when it contains text.
 */
export function columnNumbers(caller: string, table: TableLike, name: string): (number | null)[] {
  const columns = columnsToShow(table);
  const at = columns?.names.indexOf(name) ?? -1;
  if (at < 0) throw noColumn(caller, name, columns?.names ?? []);
  return columns!.values[at]!.map((value, row) => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    if (typeof value === "number") return value;
    throw new TypeError(
      text("error.columnHoldNumbersInRow", {
        caller,
        name: JSON.stringify(name),
        got: describeValue(value),
        row,
      }),
    );
  });
}

/** The names of a table's columns, without those of `except`. */
export function columnNames(table: TableLike, except: readonly string[] = []): string[] {
  return (columnsToShow(table)?.names ?? []).filter((name) => !except.includes(name));
}

/** A point of a figure: its position, and the rest of its row. */
export interface Point {
  x: number;
  y: number;
  row: Readonly<Record<string, unknown>>;
}

/** The points given by two columns of a table, without rows with missing values. */
export function pointsOf(
  caller: string,
  table: TableLike,
  { x = "x", y = "y" }: { x?: string; y?: string } = {},
): Point[] {
  if (Array.isArray(table) && table.length === 0) return [];
  const [across, up] = [columnNumbers(caller, table, x), columnNumbers(caller, table, y)];
  const { names, values } = columnsToShow(table)!;
  return across.flatMap((at, row) => {
    const value = up[row]!;
    if (at === null || value === null) return [];
    return [{ x: at, y: value, row: Object.fromEntries(names.map((name, i) => [name, values[i]![row]])) }];
  });
}

/** Values to draw, with null for missing ones, where Plotly leaves a gap. */
export function drawnValues(values: Numbers | readonly (number | null)[]): (number | null)[] {
  const plain: ArrayLike<number | null> = isSeries(values) ? values.values : values;
  return Array.from(plain, (value) => (Number.isNaN(value) ? null : value));
}
