import { requireThat } from "../base/check.js";
import { words } from "../base/words.js";
import type { ColumnSchema } from "./read-columns.js";

/** The columns that every index series has. */
export type IndexColumn = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** The headers under which an index series circulates: the UN's own files of all editions, and hand-made ones. */
export const yearColumn: ColumnSchema = {
  name: "year",
  aliases: words().headers["year"],
  type: "integer",
  // A number outside is no edition, but a column taken for another.
  minimum: 1990,
  maximum: 2100,
  unique: true,
};

export const countryColumn: ColumnSchema = {
  name: "country",
  aliases: words().headers["country"],
  type: "string",
  missing: true,
  optional: true,
};

export const codeColumn: ColumnSchema = {
  name: "code",
  aliases: [
    "ISO",
    "ISO2",
    "ISO3",
    "ISO Code",
    "ISO3 Code",
    "Country Code",
    "Alpha-3",
    "Alpha-3 Code",
    "ISO_A3",
  ],
  type: "string",
  missing: true,
  optional: true,
};

const egdiNames = [
  "E-Government Index",
  "E-Government Development Index",
  "E-Government Readiness Index",
  "EGDI Value",
  "E_Index",
];

/** The overall index; a state without a figure has 0, an empty cell or a dash. */
export const egdiColumn: ColumnSchema = {
  name: "EGDI",
  aliases: egdiNames,
  minimum: 0,
  maximum: 1,
  missing: true,
};

/** The components. "Web Measure Index" is what the editions up to 2008 call the online services. */
export const componentColumns: ColumnSchema[] = [
  {
    name: "OSI",
    aliases: ["Online Service Index", "Online Services Index", "Online_Service", "Web Measure Index"],
  },
  {
    name: "TII",
    aliases: [
      "Telecommunication Infrastructure Index",
      "Telecommunications Infrastructure Index",
      "Telecommunication Index",
      "Infrastructure Index",
      "Tele_Infra",
    ],
  },
  { name: "HCI", aliases: ["Human Capital Index", "Human_Capital"] },
].map((column) => ({ ...column, minimum: 0, maximum: 1 }));

/** What the UN's files have besides, where a copy has kept it. */
export const accompanyingColumns: ColumnSchema[] = [
  {
    name: "EPI",
    aliases: ["E-Participation Index", "E_Participation"],
    minimum: 0,
    maximum: 1,
    missing: true,
    optional: true,
  },
  {
    name: "rank",
    aliases: [
      "E-Government Rank",
      "E-Government Development Rank",
      "E-Government Readiness Rank",
      "EGDI Rank",
      "Rank",
    ],
    type: "integer",
    minimum: 1,
    missing: true,
    optional: true,
  },
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
