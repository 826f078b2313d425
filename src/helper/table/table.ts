import { requireNumbers, requireThat } from "../../base/check.js";
import { DataFrame, Series, type AnyDataFrame } from "./data-frame.js";
import { isDataFrame, namedColumns } from "./numbers.js";
import { readColumns } from "../read/read-columns.js";
import type { TableSchema } from "../read/table-schema.js";
import { text } from "../../base/text.js";

export { DataFrame, Series };
export type { ColumnSchema, TableSchema } from "../read/table-schema.js";

/**
 * Reads a .csv or .xlsx file into a DataFrame that holds the schema's columns, checked cell by cell.
 *
 * Decimal comma or dot; comma, semicolon or tab between the columns; byte order mark, Windows line ends,
 * no-break and thin spaces are all understood. Numbers are float64; a missing one is NaN.
 *
 * @throws an error that names the file, the line and the column, such as
 *   `my.csv line 7, column "OSI": "0,94.1" is not a number`
 * @example readTable("my.csv", { columns: [{ name: "year", type: "integer" }, { name: "EGDI", minimum: 0, maximum: 1 }] })
 */
export function readTable(path: string, schema: TableSchema): DataFrame {
  return dataFrame(readColumns("readTable", path, schema));
}

/**
 * A DataFrame of columns that all have the same length; a missing number is NaN.
 *
 * @throws when there is no column, no row, or the columns differ in length
 * @example dataFrame({ year: [2022, 2024], EGDI: [0.8628, 0.9009] })
 */
export function dataFrame<Column extends string>(columns: {
  readonly [name in Column]: ArrayLike<unknown>;
}): DataFrame<Column> {
  const named = Object.entries<ArrayLike<unknown>>(columns);
  const [first, values] = named[0] ?? ["", []];
  if (!(values.length > 0)) throw new RangeError(text("error.dataFrameAtLeastOneColumn"));
  for (const [name, column] of named) {
    requireThat(Array.isArray(column), "dataFrame", "need.arrayColumn", column, { name });
    if (column.length === values.length) continue;
    throw new RangeError(
      text("error.dataFrameLengths", { length: values.length, first, name, other: column.length }),
    );
  }
  return new DataFrame(columns);
}

/**
 * A DataFrame of rows that all have the same names.
 *
 * @throws when there is no row
 * @example fromRecords([{ year: 2022, EGDI: 0.8628 }, { year: 2024, EGDI: 0.9009 }])
 */
export function fromRecords<Row extends object>(rows: readonly Row[]): DataFrame<keyof Row & string> {
  requireThat(rows.length > 0, "fromRecords", "need.atLeastOneRow", rows);
  const names = Object.keys(rows[0]!) as (keyof Row & string)[];
  return dataFrame(
    Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])) as Record<
      keyof Row & string,
      unknown[]
    >,
  );
}

/**
 * A DataFrame's rows as plain objects.
 *
 * @example toRecords(dataFrame({ year: [2024], EGDI: [0.9009] })) // [{ year: 2024, EGDI: 0.9009 }]
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- numbers, texts or booleans, as the columns have them
export function toRecords<Column extends string = string>(df: AnyDataFrame): Record<Column, any>[] {
  requireThat(isDataFrame(df), "toRecords", "need.dataFrame", df);
  return (df.values as unknown[][]).map(
    (row) => Object.fromEntries(df.columns.map((name, at) => [name, row[at]])) as Record<Column, unknown>,
  );
}

/**
 * A DataFrame's column as plain float64 numbers, all of them finite.
 *
 * @throws when the column is not there, or holds anything but finite numbers (a missing value is NaN)
 * @example numbers(loadPaper().table3, "EGDI")
 */
export function numbers(df: AnyDataFrame, column: string): number[] {
  requireThat(isDataFrame(df), "numbers", "need.dataFrame", df);
  const [[, values]] = namedColumns("numbers", df, [column]) as [[string, number[]]];
  requireNumbers("numbers", text("error.columnNamed", { name: column }), values);
  return values;
}
