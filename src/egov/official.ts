import { dataPath } from "../base/project.js";
import { inferColumns } from "../helper/read/infer-columns.js";
import { readGrid } from "../base/read-grid.js";
import { dataFrame, type DataFrame } from "../helper/table/table.js";
import { egovkbFile } from "./egovkb-file.js";
import type { IndexColumn } from "./index-columns.js";
import { countrySeries } from "./read-egovkb.js";

const RANKS = ["year", "states", "EGDI", "EPI", "EPIdense", "OSI", "TII", "HCI"] as const;
const WEF = ["year", "indexName", "edition", "economies", "rank", "readiness", "usage", "skills", "individualUsage"] as const; // prettier-ignore

const official = (file: string): string => dataPath("official", file);

/** The named columns of one of the project's own files. */
function columnsOf<Column extends string>(
  caller: string,
  file: string,
  names: readonly Column[],
): DataFrame<Column> {
  const columns = Object.fromEntries(inferColumns(caller, readGrid(caller, official(file))).columns);
  return dataFrame(
    Object.fromEntries(names.map((name) => [name, columns[name]!])) as Record<Column, unknown[]>,
  );
}

/**
 * Loads the UN's published index values (0 to 1) and EGDI rank, 2003 to 2024, for one of the twelve countries in the
 * project's own file: year, EGDI, OSI, TII, HCI, EPI, rank. Name the country as for `readEgovkb`.
 *
 * Editions with an EGDI of 0 (no web presence) are left out; `missingEditions` lists them.
 *
 * @throws on a country that is not in the file, listing those that are
 * @example loadOfficial("Estonia").print()
 */
export function loadOfficial(country = "Kazakhstan"): DataFrame<IndexColumn | "EPI" | "rank"> {
  return countrySeries(
    "loadOfficial",
    [egovkbFile("loadOfficial", official("egovkb-12-countries.csv"))],
    country,
  );
}

/**
 * Loads Kazakhstan's ranks among all states, 2003 to 2024: year, states (how many were ranked), EGDI (published), and
 * EPI, OSI, TII, HCI computed from all states' values by competition ranking ("1, 1, 3"); EPIdense uses dense ranking
 * ("1, 1, 2").
 *
 * @example loadOfficialRanks().print()
 */
export function loadOfficialRanks(): DataFrame<(typeof RANKS)[number]> {
  return columnsOf("loadOfficialRanks", "egovkb-kazakhstan-ranks.csv", RANKS);
}

/**
 * Loads Kazakhstan's World Economic Forum ranks, 2010 to 2019: year, indexName, edition, economies, rank, readiness,
 * usage, skills, individualUsage; NaN where no value was found.
 *
 * @example loadWef().print()
 */
export function loadWef(): DataFrame<(typeof WEF)[number]> {
  return columnsOf("loadWef", "wef-kazakhstan.csv", WEF);
}
