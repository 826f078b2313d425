import { assessedRows } from "./assessed-rows.js";
import { findCountry, suggestCountry } from "./country-names.js";
import { noteMissing } from "./missing-editions.js";
import type { Grid } from "../base/grid.js";
import { inferColumns } from "../helper/read/infer-columns.js";
import { readGrid } from "../helper/read/read-grid.js";
import { dataPath } from "../base/project.js";
import { dataFrame, type DataFrame } from "../helper/table/table.js";
import { text } from "../base/text.js";

const OFFICIAL = ["year", "EGDI", "OSI", "TII", "HCI", "EPI", "rank"] as const;
const RANKS = ["year", "states", "EGDI", "EPI", "EPIdense", "OSI", "TII", "HCI"] as const;
const WEF = ["year", "indexName", "edition", "economies", "rank", "readiness", "usage", "skills", "individualUsage"] as const; // prettier-ignore

const readOwn = (caller: string, file: string): Grid => readGrid(caller, dataPath("official", file));

/** The named columns of one of the project's own files. */
function columnsOf<Column extends string>(
  caller: string,
  grid: Grid,
  names: readonly Column[],
): DataFrame<Column> {
  const { columns } = inferColumns(caller, grid);
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
export function loadOfficial(country = "Kazakhstan"): DataFrame<(typeof OFFICIAL)[number]> {
  const caller = "loadOfficial";
  const grid = readOwn(caller, "egovkb-12-countries.csv");
  const [nameAt, codeAt] = [grid.header.indexOf("country"), grid.header.indexOf("iso3")];
  const wanted = findCountry(country)?.iso3;
  const rows = grid.rows.filter(({ cells }) => cells[codeAt] === wanted);
  if (rows.length === 0)
    throw new RangeError(notFound(country, new Set(grid.rows.map(({ cells }) => cells[nameAt]!))));
  const { assessed, missing } = assessedRows(caller, { ...grid, rows });
  return noteMissing(columnsOf(caller, assessed, OFFICIAL), missing);
}

function notFound(country: string, present: ReadonlySet<unknown>): string {
  const shown = JSON.stringify(country);
  if (findCountry(country) !== null)
    return text("error.loadOfficialHasNoFiguresFor", { shown, present: [...present].join(", ") });
  const nearest = suggestCountry(country, []);
  return nearest === null
    ? text("error.loadOfficialFoundNoCountry", { shown })
    : text("error.loadOfficialFoundNoCountryDid", { shown, nearest: JSON.stringify(nearest) });
}

/**
 * Loads Kazakhstan's ranks among all states, 2003 to 2024: year, states (how many were ranked), EGDI (published), and
 * EPI, OSI, TII, HCI computed from all states' values by competition ranking ("1, 1, 3"); EPIdense uses dense ranking
 * ("1, 1, 2").
 *
 * @example loadOfficialRanks().print()
 */
export function loadOfficialRanks(): DataFrame<(typeof RANKS)[number]> {
  return columnsOf("loadOfficialRanks", readOwn("loadOfficialRanks", "egovkb-kazakhstan-ranks.csv"), RANKS);
}

/**
 * Loads Kazakhstan's World Economic Forum ranks, 2010 to 2019: year, indexName, edition, economies, rank, readiness,
 * usage, skills, individualUsage; NaN where no value was found.
 *
 * @example loadWef().print()
 */
export function loadWef(): DataFrame<(typeof WEF)[number]> {
  return columnsOf("loadWef", readOwn("loadWef", "wef-kazakhstan.csv"), WEF);
}
