import { requireThat } from "../base/check.js";
import type { ColumnSchema } from "./read-columns.js";

/** The columns that every index series has. */
export type IndexColumn = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** The columns of an index series; data/words.json lists the headers used for them. */
export const yearColumn: ColumnSchema = {
  name: "year",
  type: "integer",
  // A number outside this range is not an edition; some other column was mistaken for the year.
  minimum: 1990,
  maximum: 2100,
  unique: true,
};

const naming = { type: "string", missing: true, optional: true } as const;
export const countryColumn: ColumnSchema = { name: "country", ...naming };
export const codeColumn: ColumnSchema = { name: "code", ...naming };

const index = { minimum: 0, maximum: 1 };

/** The overall index; a state without one has 0, an empty cell or a dash. */
export const egdiColumn: ColumnSchema = { name: "EGDI", ...index, missing: true };

/** The components. Editions up to 2008 call the online service index "Web Measure Index". */
export const componentColumns: ColumnSchema[] = ["OSI", "TII", "HCI"].map((name) => ({ name, ...index }));

/** Further columns of the UN's files, if a copy has kept them. */
export const accompanyingColumns: ColumnSchema[] = [
  { name: "EPI", ...index, missing: true, optional: true },
  { name: "rank", type: "integer", minimum: 1, missing: true, optional: true },
];

/** Option for files with their own headers. */
export interface ColumnsOption {
  /** Maps column names to headers, as in `{ EGDI: "Overall", OSI: "Services" }`. */
  columns?: Readonly<Record<string, string>>;
}

const before = [yearColumn, countryColumn, codeColumn, egdiColumn];
const names = [...before, ...componentColumns, ...accompanyingColumns].map(({ name }) => name);

/** @throws on a name that is not a column of an index file */
export function requireColumns(
  caller: string,
  { columns = {} }: ColumnsOption,
): Readonly<Record<string, string>> {
  for (const name of Object.keys(columns))
    requireThat(names.includes(name), caller, "need.columnsAmong", name, { names: names.join(", ") });
  return columns;
}
