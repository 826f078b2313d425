import { describeValue } from "../base/check.js";
import type { Series } from "../helper/table/data-frame.js";
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
  if (isDataFrame(thing)) {
    const column = (at: number): unknown[] => thing.values.map((row) => (row as unknown[])[at]);
    return withIndex(thing.index, thing.columns, thing.columns.map((_, at) => column(at))); // prettier-ignore
  }
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

/** Adds a DataFrame's index as the first column if it is more than row numbers. */
function withIndex(index: unknown, names: string[], values: unknown[][]): Columns {
  if (!Array.isArray(index) || index.every((entry, at) => entry === at))
    return { names, values, named: true };
  return { names: ["", ...names], values: [index, ...values], named: true };
}

function recordsColumns(records: unknown[]): Columns | null {
  const isRecord = (one: unknown): boolean => typeof one === "object" && one !== null && !Array.isArray(one);
  if (records.length === 0 || !records.every(isRecord)) return null;
  const names = [...new Set(records.flatMap((record) => Object.keys(record as object)))];
  const values = names.map((name) => records.map((record) => (record as Loose)[name]));
  return { names, values, named: true };
}

function recordColumns(record: Loose): Columns | null {
  const names = Object.keys(record).filter((name) => typeof record[name] !== "function");
  if (names.length === 0) return null;
  const values = names.map((name) => (isSeries(record[name]) ? record[name].values : record[name]));
  const areColumns = (all: unknown[]): all is unknown[][] =>
    all.every((one) => Array.isArray(one) && one.length === (all[0] as unknown[]).length);
  if (areColumns(values)) return { names, values, named: true };
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
    const where = { caller, name: JSON.stringify(name), got: describeValue(value), row };
    throw new TypeError(text("error.columnHoldNumbersInRow", where));
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
