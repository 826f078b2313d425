import { assessedRows } from "./assessed-rows.js";
import { findCountry, suggestCountry } from "./country-names.js";
import type { IndexColumn } from "./index-columns.js";
import { noteMissing } from "./missing-editions.js";
import { columnsOf, readColumns } from "./read-columns.js";
import { readGrid } from "../helper/read/read-grid.js";
import type { ColumnSchema } from "./read-columns.js";
import { dataPath } from "../base/project.js";
import { dataFrame, type DataFrame } from "../helper/table/table.js";
import { text } from "../base/text.js";

const year: ColumnSchema = { name: "year", type: "integer" };
const index = (name: string): ColumnSchema => ({ name, minimum: 0, maximum: 1, missing: true });
const rank = (name: string): ColumnSchema => ({ name, type: "integer", minimum: 1, missing: true });
const measures = [...["EGDI", "OSI", "TII", "HCI", "EPI"].map(index), rank("rank")];
const words = (name: string): ColumnSchema => ({ name, type: "string", missing: true });

/**
 * The UN's published index values (0 to 1) and EGDI rank of one of the twelve countries in the project's own
 * file, 2003 to 2024: year, EGDI, OSI, TII, HCI, EPI, rank. The country may be given as `readEgovkb` takes it.
 *
 * An edition whose EGDI is 0 (no web presence) is left out: ask `missingEditions`.
 *
 * @throws for a country that the file does not have, naming those it has
 * @example loadOfficial("Estonia").print()
 */
export function loadOfficial(country = "Kazakhstan"): DataFrame<IndexColumn | "EPI" | "rank"> {
  const grid = readGrid("loadOfficial", dataPath("official", "egovkb-12-countries.csv"));
  const { country: names, iso3 } = columnsOf("loadOfficial", grid, {
    columns: [words("country"), words("iso3")],
  });
  const wanted = findCountry(country)?.iso3;
  const rows = grid.rows.filter((_, at) => iso3![at] === wanted);
  if (rows.length === 0) throw new RangeError(notFound(country, [...new Set(names as string[])]));
  const { assessed, missing } = assessedRows("loadOfficial", { ...grid, rows });
  return noteMissing(
    dataFrame(
      columnsOf<IndexColumn | "EPI" | "rank">("loadOfficial", assessed, { columns: [year, ...measures] }),
    ),
    missing,
  );
}

function notFound(country: string, present: string[]): string {
  const shown = JSON.stringify(country);
  if (findCountry(country) !== null)
    return text("error.loadOfficialHasNoFiguresFor", { shown, present: present.join(", ") });
  const nearest = suggestCountry(country, []);
  return nearest === null
    ? text("error.loadOfficialFoundNoCountry", { shown })
    : text("error.loadOfficialFoundNoCountryDid", { shown, nearest: JSON.stringify(nearest) });
}

/**
 * Kazakhstan's ranks among all states, 2003 to 2024: year, states (how many were ranked), EGDI (published),
 * and EPI, OSI, TII, HCI computed from all states' values by competition ranking ("1, 1, 3"); EPIdense counts
 * every shared place once ("1, 1, 2").
 *
 * @example loadOfficialRanks().print()
 */
export function loadOfficialRanks(): DataFrame<
  "year" | "states" | "EGDI" | "EPI" | "EPIdense" | "OSI" | "TII" | "HCI"
> {
  const ranks = ["states", "EGDI", "EPI", "EPIdense", "OSI", "TII", "HCI"].map(rank);
  return dataFrame(
    readColumns<"year" | "states" | "EGDI" | "EPI" | "EPIdense" | "OSI" | "TII" | "HCI">(
      "loadOfficialRanks",
      dataPath("official", "egovkb-kazakhstan-ranks.csv"),
      {
        columns: [year, ...ranks],
      },
    ),
  );
}

type WefColumn =
  | "year"
  | "indexName"
  | "edition"
  | "economies"
  | "rank"
  | "readiness"
  | "usage"
  | "skills"
  | "individualUsage";

/**
 * Kazakhstan's ranks by the World Economic Forum, 2010 to 2019: year, indexName, edition, economies, rank,
 * readiness, usage, skills, individualUsage; NaN where the figure was not found.
 *
 * @example loadWef().print()
 */
export function loadWef(): DataFrame<WefColumn> {
  const ranks = ["economies", "rank", "readiness", "usage", "skills", "individualUsage"].map(rank);
  return dataFrame(
    readColumns<WefColumn>("loadWef", dataPath("official", "wef-kazakhstan.csv"), {
      columns: [year, words("indexName"), words("edition"), ...ranks],
    }),
  );
}
