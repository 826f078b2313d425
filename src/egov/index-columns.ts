import { requireThat } from "../base/check.js";
import type { ColumnSchema } from "./read-columns.js";

/** The columns that every index series has. */
export type IndexColumn = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** The columns of an index series; data/words.json has the headers under which it circulates. */
export const yearColumn: ColumnSchema = {
  name: "year",
  type: "integer",
  // A number outside is no edition, but a column taken for another.
  minimum: 1990,
  maximum: 2100,
  unique: true,
};

const naming = { type: "string", missing: true, optional: true } as const;
export const countryColumn: ColumnSchema = { name: "country", ...naming };
export const codeColumn: ColumnSchema = { name: "code", ...naming };

const index = { minimum: 0, maximum: 1 };

/** The overall index; a state without a figure has 0, an empty cell or a dash. */
export const egdiColumn: ColumnSchema = { name: "EGDI", ...index, missing: true };

/** The components. "Web Measure Index" is what the editions up to 2008 call the online services. */
export const componentColumns: ColumnSchema[] = ["OSI", "TII", "HCI"].map((name) => ({ name, ...index }));

/** What the UN's files have besides, where a copy has kept it. */
export const accompanyingColumns: ColumnSchema[] = [
  { name: "EPI", ...index, missing: true, optional: true },
  { name: "rank", type: "integer", minimum: 1, missing: true, optional: true },
];

/** A reader's option for files with headers of their own. */
export interface ColumnsOption {
  /** Which column is which: name -> header, as `{ EGDI: "Overall", OSI: "Services" }`. */
  columns?: Readonly<Record<string, string>>;
}

const names = [
  yearColumn,
  countryColumn,
  codeColumn,
  egdiColumn,
  ...componentColumns,
  ...accompanyingColumns,
].map(({ name }) => name);

/** @throws for a name that no column of an index file has */
export function requireColumns(
  caller: string,
  { columns = {} }: ColumnsOption,
): Readonly<Record<string, string>> {
  for (const name of Object.keys(columns))
    requireThat(names.includes(name), caller, "need.columnsAmong", name, { names: names.join(", ") });
  return columns;
}
