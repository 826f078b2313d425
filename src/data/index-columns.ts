import type { ColumnSchema } from "./table-schema.js";

/** The headers under which an index series circulates: the UN's own files of all editions, and hand-made ones. */
export const yearColumn: ColumnSchema = {
  name: "year",
  aliases: ["Survey Year", "Edition", "Год", "Жыл"],
  type: "integer",
  // A number outside is no edition, but a column taken for another.
  minimum: 1990,
  maximum: 2100,
  unique: true,
};

export const countryColumn: ColumnSchema = {
  name: "country",
  aliases: ["Country Name", "Member State", "State", "Economy", "Страна", "Ел"],
  type: "string",
  missing: true,
  optional: true,
};

export const codeColumn: ColumnSchema = {
  name: "code",
  aliases: ["ISO", "ISO2", "ISO3", "ISO Code", "ISO3 Code", "Country Code", "Alpha-3", "Alpha-3 Code", "ISO_A3"],
  type: "string",
  missing: true,
  optional: true,
};

const egdiNames = [
  "E-Government Index",
  "E-Government Development Index",
  "E-Government Readiness Index",
  "EGDI Value",
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
  { name: "OSI", aliases: ["Online Service Index", "Online Services Index", "Web Measure Index"] },
  {
    name: "TII",
    aliases: [
      "Telecommunication Infrastructure Index",
      "Telecommunications Infrastructure Index",
      "Telecommunication Index",
      "Infrastructure Index",
    ],
  },
  { name: "HCI", aliases: ["Human Capital Index"] },
].map((column) => ({ ...column, minimum: 0, maximum: 1 }));

/** What the UN's files have besides, where a copy has kept it. */
export const accompanyingColumns: ColumnSchema[] = [
  { name: "EPI", aliases: ["E-Participation Index"], minimum: 0, maximum: 1, missing: true, optional: true },
  {
    name: "rank",
    aliases: [
      "E-Government Rank",
      "E-Government Development Rank",
      "E-Government Readiness Rank",
      "EGDI Rank",
    ],
    type: "integer",
    minimum: 1,
    missing: true,
    optional: true,
  },
];
