import { describeValue, requireNumbers, requireThat } from "./check.js";
import { DataFrame, Series, type AnyDataFrame } from "./data-frame.js";
import { readColumns } from "./data/read-columns.js";
import type { TableSchema } from "./data/table-schema.js";

export { DataFrame, Series };
export type { ColumnSchema, TableSchema } from "./data/table-schema.js";

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
 * A DataFrame of columns that all have the same length.
 *
 * @throws when there is no column, no row, or the columns differ in length
 * @example dataFrame({ year: [2022, 2024], EGDI: [0.8628, 0.9009] })
 */
export function dataFrame(columns: Record<string, readonly unknown[]>): DataFrame {
  const names = Object.keys(columns);
  const length = columns[names[0] ?? ""]?.length ?? 0;
  if (length === 0)
    throw new RangeError("dataFrame requires at least one column with at least one value, got none");
  for (const name of names) {
    requireThat(Array.isArray(columns[name]), "dataFrame", `an array as column "${name}"`, columns[name]);
    const got = columns[name]!.length;
    if (got !== length)
      throw new RangeError(
        `dataFrame requires columns of length ${length} as "${names[0]}" has, got "${name}" with ${got}`,
      );
  }
  return new DataFrame(Object.fromEntries(names.map((name) => [name, [...columns[name]!]])));
}

/**
 * A DataFrame's column as plain float64 numbers, for the functions that take arrays.
 *
 * @throws when the column is not there, or holds anything but finite numbers (a missing value is NaN)
 * @example numbers(loadPaper().table3, "EGDI")
 */
export function numbers(df: AnyDataFrame, column: string): number[] {
  requireDataFrame("numbers", df);
  const at = df.columns.indexOf(column);
  if (at === -1) {
    const present = df.columns.map((name) => JSON.stringify(name)).join(", ");
    throw new RangeError(
      `numbers found no column ${describeValue(column)} in the DataFrame, which has ${present}`,
    );
  }
  const values = (df.values as unknown[][]).map((row) => row[at] as number);
  requireNumbers("numbers", `column "${column}"`, values);
  return values;
}

/**
 * A DataFrame's rows as plain objects.
 *
 * @example toRecords(dataFrame({ year: [2024], EGDI: [0.9009] })) // [{ year: 2024, EGDI: 0.9009 }]
 */
export function toRecords(df: AnyDataFrame): Record<string, unknown>[] {
  requireDataFrame("toRecords", df);
  const names = df.columns;
  return (df.values as unknown[][]).map((row) =>
    Object.fromEntries(names.map((name, at) => [name, row[at]])),
  );
}

/** danfo's own DataFrames pass too, whichever of its entries made them. */
function requireDataFrame(caller: string, df: unknown): void {
  requireThat(df instanceof DataFrame, caller, "a DataFrame", df);
}
