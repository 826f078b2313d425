import { describeValue, requireNumbers, requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import { Series, type AnyDataFrame } from "./data-frame.js";
import { isGap } from "./values.js";

/** A column of numbers: a danfo Series or an array. A missing value is NaN, as `Missing` explains. */
export type Numbers = readonly number[] | Float64Array | Series;

/** Columns of numbers by name: a DataFrame, or a record of them. */
export type NumberColumns = AnyDataFrame | Readonly<Record<string, Numbers>>;

/** The result type for `Numbers`: a Series (with its index) for a Series, an array for an array. */
export type Like<Given extends Numbers> = Given extends Series ? Series : number[];

/**
 * What happens to a row with a missing value. A missing value is NaN in every column: danfo's sum, mean, std, count,
 * isNa, fillNa and dropNa leave it out and its arithmetic keeps it, whereas null becomes 0 (`series.mul(2)`) and
 * undefined cannot be put into a Series at all. An incomplete window, a year without a value and an empty cell are all
 * NaN. Without this option they are an error that names the column and position.
 */
export interface Missing {
  /** "omit" leaves out rows with a missing value; `omitted` in the result counts them. */
  missing?: "omit";
}

export interface Omitted {
  /** How many rows were left out, if `missing` is "omit". */
  omitted?: number;
}

/** The values, after checking that they are finite and at least `atLeast`. */
export function numbersOf(caller: string, name: string, values: Numbers, atLeast = 1): readonly number[] {
  return rowsOf(caller, [[name, values]], { atLeast }).columns[0]!;
}

/**
 * Columns of the same length, row for row; with `missing: "omit"`, without the rows that have a missing value.
 * @throws RangeError or TypeError naming the column that does not fit
 */
export function rowsOf(
  caller: string,
  named: readonly (readonly [name: string, values: Numbers])[],
  options: Missing & { atLeast?: number } = {},
): { columns: (readonly number[])[]; gaps: Omitted } {
  const { atLeast = 1, missing } = options;
  requireThat(missing === undefined || missing === "omit", caller, "need.missingOmitOrLeftOut", missing);
  const all = named.map(([name, values]) => plainValues(caller, name, values));
  const rows = all[0]!.length;
  const uneven = all.findIndex((column) => column.length !== rows);
  if (uneven >= 0) {
    const { length } = all[uneven]!;
    const isPair = named.length === 2 && named[0]![0] === "x";
    throw new RangeError(
      isPair
        ? text("error.xAndYSameLength", { caller, x: rows, y: length })
        : text("error.ofLength", { caller, name: named[uneven]![0], length: rows, got: length }),
    );
  }
  const isComplete = (_: unknown, row: number) => all.every((column) => !Number.isNaN(column[row]));
  const columns = missing === "omit" ? all.map((column) => column.filter(isComplete)) : all;
  columns.forEach((column, at) => {
    const canOmit = "missing" in options && column.some(Number.isNaN);
    const hint = canOmit ? text("error.omitHint") : "";
    requireNumbers(caller, fullName(...named[at]!), column, atLeast, hint);
  });
  return { columns, gaps: missing === "omit" ? { omitted: rows - columns[0]!.length } : {} };
}

/** "C(country)[T.KZ]", as statsmodels calls it: 1 in the rows of a level, 0 in the others. */
export const isLevel = (name: string): boolean => LEVEL.test(name);
const LEVEL = /^C\((.+?)\)\[(?:T\.)?(.*)\]$/;

/** The columns of a DataFrame or record as pairs of name and values: all, or those requested. */
export function namedColumns(
  caller: string,
  columns: NumberColumns,
  names?: readonly string[],
): [name: string, values: Numbers][] {
  const isObject = typeof columns === "object" && columns !== null;
  requireThat(isObject, caller, "need.dataFrameOrRecordColumns", columns);
  const has = isDataFrame(columns) ? columns.columns : Object.keys(columns);
  const twice = names?.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RangeError(text("table.twice", { caller, name: twice }));
  return (names ?? has).map((name) => {
    const at = has.indexOf(name);
    const [, of, level] = (at < 0 && LEVEL.exec(name)) || [];
    if (of !== undefined) {
      const [[, values]] = namedColumns(caller, columns, [of]) as [[string, Numbers]];
      const isLevel = (value: unknown): number => (isGap(value) ? NaN : Number(String(value) === level));
      return [name, listOf(values).map(isLevel)];
    }
    if (at < 0) throw noColumn(caller, name, has);
    return [
      name,
      isDataFrame(columns) ? columns.values.map((row) => (row as number[])[at]!) : columns[name]!,
    ];
  });
}

/** Columns by name, row for row, and beside them `others`, such as y; errors call each by its kind and name. */
export function rowsByName(
  caller: string,
  others: readonly (readonly [name: string, values: Numbers])[],
  named: readonly (readonly [name: string, values: Numbers])[],
  options?: Missing & { atLeast?: number },
): { others: (readonly number[])[]; columns: Record<string, readonly number[]>; gaps: Omitted } {
  const described = named.map(([name, values]) => [text("error.columnNamed", { name }), values] as const);
  const { columns, gaps } = rowsOf(caller, [...others, ...described], options);
  const own = columns.splice(others.length);
  return { others: columns, columns: Object.fromEntries(named.map(([name], at) => [name, own[at]!])), gaps };
}

/** The error for a requested column that does not exist. */
export function noColumn(caller: string, name: string, has: readonly string[]): RangeError {
  const known = has.map((one) => JSON.stringify(one)).join(", ");
  return new RangeError(text("error.noColumnAmong", { caller, name: JSON.stringify(name), known }));
}

/** New values in the form of the given ones; fewer belong to the last rows. */
export function like<Given extends Numbers>(given: Given, values: number[]): Like<Given> {
  if (!isSeries(given)) return values as Like<Given>;
  const { index, columns } = given;
  return new Series(values, { index: index.slice(-values.length), columns }) as Like<Given>;
}

/** The values, with true and false as 1 and 0. */
function plainValues(caller: string, name: string, values: Numbers): readonly number[] {
  if (!Array.isArray(values) && !(values instanceof Float64Array) && !isSeries(values))
    throw new TypeError(text("error.toBeSeries", { caller, name, got: describeValue(values) }));
  return listOf(values).map((value) => (typeof value === "boolean" ? Number(value) : (value as number)));
}

export const listOf = (values: Numbers): readonly unknown[] =>
  isSeries(values) ? values.values : [...values];

/** True for a Series, recognized by its shape, from whichever copy of danfo. */
export const isSeries = (thing: unknown): thing is Series => hasShape(thing, 1);

/** True for a DataFrame from whichever copy of danfo. */
export const isDataFrame = (thing: unknown): thing is AnyDataFrame => hasShape(thing, 2);

function hasShape(thing: unknown, ndim: number): boolean {
  const frame = thing as { ndim?: unknown; columns?: unknown; values?: unknown } | null | undefined;
  return frame?.ndim === ndim && Array.isArray(frame.values) && Array.isArray(frame.columns);
}

/** A parameter's name and, for a Series, the column's own name. */
function fullName(name: string, values: Numbers): string {
  const own = isSeries(values) ? values.columns[0] : undefined;
  return own === undefined || own === "0" || name.includes(`"${own}"`) ? name : `${name} ("${own}")`;
}
