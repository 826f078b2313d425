/** danfo's classes, untyped, and helpers shared by the methods that we fix or add. */
import { createRequire } from "node:module";
import { requireThat } from "../../base/check.js";
import { isGap, type ColumnValues } from "./values.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- danfo's own types take 1.4 MB: see data-frame.ts */
export type Frame = any;

const require = createRequire(import.meta.url);
// The core only: danfo's main entry takes 0.3 s more, for its file readers and writers.
export const { DataFrame, Series, Utils } = require("danfojs-node/dist/danfojs-base/index.js") as Record<
  "DataFrame" | "Series" | "Utils",
  any
>;
export const wholeDanfo = () => require("danfojs-node") as Record<string, (...given: unknown[]) => unknown>;

/** danfo's own property names, which keep their meaning: a column with such a name is `df.column("values")`. */
export const own = ["constructor", "columns", "values", "index", "shape", "ndim", "size", "dtypes", "ctypes", "axis", "config", "tensor", "column", "loc", "iloc", "copy"] as const; // prettier-ignore

/** Adds methods to one of danfo's classes. */
export const give = (
  { prototype }: { prototype: object },
  methods: Record<string, (...given: any[]) => unknown> & ThisType<any>,
): object => Object.assign(prototype, methods);

/** The values of a Series, or of each column of a DataFrame. */
export const columnValues = (thing: Frame, names: string[] = thing.columns): ColumnValues[] =>
  thing.ndim === 1
    ? [thing.values]
    : names.map((name) => {
        const at = thing.columns.indexOf(name);
        return thing.values.map((row: ColumnValues) => row[at]);
      });

/** The rows by column name. */
export const namedRows = ({ columns, values }: Frame): Record<string, any>[] =>
  values.map((row: ColumnValues) => Object.fromEntries(columns.map((name: string, at: number) => [name, row[at]]))); // prettier-ignore

/** A value for each column (axis 0) or, as danfo has it, for each row (axis 1). */
export const along = (frame: Frame, axis: 0 | 1, of: (values: ColumnValues) => number): any =>
  axis === 0
    ? new Series(columnValues(frame).map(of), { index: frame.columns })
    : new Series(frame.values.map(of), { index: frame.index });

export const numericColumns = (frame: Frame): string[] =>
  frame.columns.filter((_: string, at: number) => !/string|boolean/.test(frame.dtypes[at]));

export const newFrame = (rows: ColumnValues[], columns: string[], index?: ColumnValues): Frame =>
  new DataFrame(rows, { columns, ...(index && { index }) });

export const fromColumns = (names: string[], columns: readonly ColumnValues[], index?: ColumnValues): Frame =>
  newFrame(columns[0]?.map((_, row) => columns.map((column) => column[row])) ?? [], names, index);

/** A Series, or each column of a DataFrame, with new values. */
export const changed = (thing: any, compute: (values: ColumnValues) => ColumnValues): any =>
  thing.ndim === 1
    ? new Series(compute(thing.values), { index: thing.index, columns: thing.columns })
    : fromColumns(thing.columns, columnValues(thing).map(compute), thing.index);

/** @throws RangeError with all that are known; their list is made only then */
export function requireOneOf(caller: string, known: readonly unknown[], got: unknown): void {
  if (!known.includes(got)) requireThat(false, caller, "table.oneOf", got, { columns: known.join(", ") });
}

export function requireNamed(caller: string, frame: Frame, names: readonly string[]): void {
  for (const name of names) requireOneOf(caller, frame.columns as string[], name);
}

/** Texts would give NaN without a word. */
export function requireNumeric(caller: string, values: ColumnValues): void {
  const word: unknown = values.find((value) => typeof value === "string");
  requireThat(word === undefined, caller, "table.numbers", word);
}

/** The names of columns of numbers, of which there must be one. */
export function requireNumericColumns(caller: string, frame: Frame): string[] {
  const names = numericColumns(frame);
  requireThat(names.length > 0, caller, "table.numbers", frame.columns.join(", "));
  return names;
}

export const isScalar = (value: unknown): boolean => ["number", "string", "boolean"].includes(typeof value);
/** The values of a Series or list, or one value for every row; anything else as it is. */
export function columnFor(frame: Frame, given: any): any {
  if (isScalar(given)) return frame.index.map(() => given);
  if (Array.isArray(given) || ArrayBuffer.isView(given)) return Array.from(given as unknown as ColumnValues);
  return given?.ndim === 1 ? given.values : given;
}
export const firstOf = (values: ColumnValues): unknown => values.find((value) => !isGap(value));
