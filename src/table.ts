import { createRequire } from "node:module";
// The core of danfo alone: its main entry takes 0.3 s more, for readers and writers of files.
import { DataFrame, Series } from "danfojs-node/dist/danfojs-base/index.js";
import { describeValue, requireNumbers } from "./check.js";
import { readColumns } from "./data/read-columns.js";
import type { TableSchema } from "./data/table-schema.js";

export { DataFrame, Series };
export type { ColumnSchema, TableSchema } from "./data/table-schema.js";

// The core's own writers only say that they have moved; these load the real ones when they are called.
for (const name of ["toCSV", "toJSON", "toExcel"]) {
  const write = function (this: DataFrame, options?: object): unknown {
    const danfo = createRequire(import.meta.url)("danfojs-node") as Record<
      string,
      (...args: unknown[]) => unknown
    >;
    return danfo[name]!(this, options);
  };
  Object.assign(DataFrame.prototype, { [name]: write });
  Object.assign(Series.prototype, { [name]: write });
}

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
export function numbers(df: DataFrame, column: string): number[] {
  const at = df.columns.indexOf(column);
  if (at === -1) {
    const present = df.columns.map((name: string) => JSON.stringify(name)).join(", ");
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
export function toRecords(df: DataFrame): Record<string, unknown>[] {
  const names = df.columns as string[];
  return (df.values as unknown[][]).map((row) =>
    Object.fromEntries(names.map((name, at) => [name, row[at]])),
  );
}
