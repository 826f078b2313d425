import { requireNumbers, requireThat } from "../../base/check.js";
import { DataFrame, Series, type AnyDataFrame } from "./data-frame.js";
import { fromColumns, namedRows } from "./frames.js";
import { isDataFrame, isSeries, namedColumns } from "./numbers.js";
import { withTable } from "../../base/display.js";
import { text } from "../../base/text.js";
import { inferColumns, type InferOptions } from "../read/infer-columns.js";
import type { LineOptions } from "../../base/read-lines.js";
import { readGrid } from "../../base/read-grid.js";

export { DataFrame, Series };

/** Options that replace what would be inferred from the file. */
export type ReadOptions = LineOptions & InferOptions;

/**
 * Reads a .csv or .xlsx file into a DataFrame. Separator, encoding, decimal mark, thousands, percent, dates and missing
 * values are inferred from the whole file, and a line below the table reports them. Numbers are float64, dates are ISO
 * texts, missing values are NaN.
 *
 * @param options decimalMark, missing (texts that mean missing, in addition to the usual ones), types ({ code: "string"
 *   }), dateOrder, sheet, separator, encoding
 * @throws an error naming file, line and column when a cell does not fit (`my.csv line 7, column "OSI": "0,94.1" is not
 *   a number`), or when values can be read in two ways ("1,234" in every row), with the option that decides
 * @example readTable("my.csv", { missing: ["-999"], types: { code: "string" } })
 */
export function readTable(path: string, options: ReadOptions = {}): DataFrame {
  const grid = readGrid("readTable", path, undefined, options);
  const { columns, found } = inferColumns("readTable", grid, options);
  const frame = fromColumns(columns.map(([name]) => name), columns.map(([, values]) => values)) as DataFrame; // prettier-ignore
  return withTable(frame, () => ({ notes: [found.join(", ")] }));
}

/**
 * Makes a DataFrame from columns of the same length; missing values (null, undefined) become NaN.
 *
 * @throws when there are no columns or no rows, or the columns differ in length
 * @example dataFrame({ year: [2022, 2024], EGDI: [0.8628, 0.9009] })
 */
export function dataFrame<Column extends string>(columns: {
  readonly [name in Column]: ArrayLike<unknown> | Series;
}): DataFrame<Column> {
  const named = Object.entries<ArrayLike<unknown> | Series>(columns).map(
    ([name, column]): [string, ArrayLike<unknown>] => [name, isSeries(column) ? column.values : column],
  );
  const [first, values] = named[0] ?? ["", []];
  if (!(values.length > 0)) throw new RangeError(text("error.dataFrameAtLeastOneColumn"));
  for (const [name, column] of named) {
    const isList = Array.isArray(column) || ArrayBuffer.isView(column);
    requireThat(isList, "dataFrame", "need.arrayColumn", column, { name });
    const { length } = values;
    if (column.length !== length)
      throw new RangeError(text("error.dataFrameLengths", { length, first, name, other: column.length }));
  }
  const filled = named.map(([name, column]) => [name, Array.from(column, (value) => value ?? NaN)]);
  return new DataFrame(Object.fromEntries(filled) as Record<Column, unknown[]>);
}

/**
 * Makes a DataFrame from rows; a value that a row lacks becomes NaN.
 *
 * @throws when there are no rows
 * @example fromRecords([{ year: 2022, EGDI: 0.8628 }, { year: 2024, EGDI: 0.9009 }])
 */
export function fromRecords<Row extends object>(rows: readonly Row[]): DataFrame<keyof Row & string> {
  requireThat(rows.length > 0, "fromRecords", "need.atLeastOneRow", rows);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof Row & string)[];
  const valueOf = (row: Row, name: keyof Row): unknown => (Object.hasOwn(row, name) ? row[name] : NaN);
  const columns = names.map((name) => [name, rows.map((row) => valueOf(row, name))]);
  return dataFrame(Object.fromEntries(columns) as Record<keyof Row & string, unknown[]>);
}

/**
 * Returns a DataFrame's rows as plain objects.
 *
 * @example toRecords(dataFrame({ year: [2024], EGDI: [0.9009] })) // [{ year: 2024, EGDI: 0.9009 }]
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- numbers, texts or booleans, as the columns have them
export function toRecords<Column extends string = string>(df: AnyDataFrame): Record<Column, any>[] {
  requireThat(isDataFrame(df), "toRecords", "need.dataFrame", df);
  return namedRows(df) as Record<Column, unknown>[];
}

/**
 * Returns a DataFrame's column as an array of finite numbers.
 *
 * @throws when the column does not exist, or holds anything but finite numbers (a missing value is NaN)
 * @example numbers(loadPaper().table3, "EGDI")
 */
export function numbers(df: AnyDataFrame, column: string): number[] {
  requireThat(isDataFrame(df), "numbers", "need.dataFrame", df);
  const [[, values]] = namedColumns("numbers", df, [column]) as [[string, number[]]];
  requireNumbers("numbers", text("error.columnNamed", { name: column }), values);
  return values;
}
