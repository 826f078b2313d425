import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { requireThat } from "../base/check.js";
import { fromRecords, type DataFrame } from "../helper/table/table.js";
import { assessedRows } from "./assessed-rows.js";
import { findCountry, suggestCountry } from "./country-names.js";
import { countryIdentity, egovkbFile, type EgovkbFile } from "./egovkb-file.js";
import {
  accompanyingColumns,
  componentColumns,
  egdiColumn,
  requireColumns,
  yearColumn,
  type ColumnsOption,
  type IndexColumn,
} from "./index-columns.js";
import { noteMissing, type MissingEdition } from "./missing-editions.js";
import { columnsOf, recordsOf } from "./read-columns.js";
import { text } from "../base/text.js";

const columns = [yearColumn, { ...egdiColumn, missing: false }, ...componentColumns, ...accompanyingColumns];

/**
 * One country's series from the UN's own files (EGOV_DATA_2018.csv ...): year, EGDI, OSI, TII, HCI (0 to 1), EPI
 * and rank, in year order.
 *
 * Understands the headers, quotes and extra columns that circulate; a path may also be a folder, for all files in
 * it whose name begins with EGOV_DATA. The country may be given by its name in any edition, in English, Russian or
 * Kazakh, or by its ISO code of two or three letters. EPI and rank are NaN where a copy does not have them. Editions
 * in which the state has no index are left out: ask `missingEditions`. Files are kept in memory, so that the next
 * country costs no reading.
 *
 * @param options `columns` says which column is which, where a copy has headers of its own
 * @throws for a country that is not found, with the nearest name; for an edition that is there twice; for a value
 *   that is no number from 0 to 1, with file, line and column
 * @example readEgovkb(["EGOV_DATA_2020.csv", "EGOV_DATA_2022.csv"], "Estonia").print()
 */
export function readEgovkb(
  paths: readonly string[],
  country: string,
  options: ColumnsOption = {},
): DataFrame<IndexColumn | "EPI" | "rank"> {
  requireThat(
    typeof country === "string" && country.trim() !== "",
    "readEgovkb",
    "need.countrysNameOrISOCode",
    country,
  );
  const files = readFiles("readEgovkb", paths, options);
  const identity = countryIdentity(country);
  if (!files.some(({ rows }) => rows.has(identity))) throw new RangeError(notFound(country, files));
  const missing: MissingEdition[] = [];
  const found = new Map<number, { file: string; record: Record<string, number> }>();
  for (const { grid, rows } of files) {
    const own = { ...grid, rows: rows.get(identity) ?? [] };
    const sorted = assessedRows("readEgovkb", own);
    missing.push(...sorted.missing, ...absences(own.rows.length, grid, country));
    for (const record of recordsOf("readEgovkb", sorted.assessed, { columns, minimumRows: 0 })) {
      const year = record["year"]!;
      const file = found.get(year)?.file;
      if (file !== undefined)
        throw new Error(text("error.readEgovkbFoundEditionTwiceIn", { year, file, file2: grid.file }));
      found.set(year, { file: grid.file, record });
    }
  }
  if (found.size === 0)
    throw new Error(text("error.readEgovkbFoundNoEditionWith", { country: JSON.stringify(country) }));
  const inOrder = [...found.values()].map(({ record }) => record).sort((a, b) => a["year"]! - b["year"]!);
  return noteMissing(fromRecords(inOrder as Record<IndexColumn | "EPI" | "rank", number>[]), missing);
}

/**
 * The names of all countries in the UN's files, as the last file given names them, in alphabetical order.
 *
 * @example egovkbCountries(["EGOV_DATA_2020.csv", "EGOV_DATA_2022.csv"]).length // 193
 */
export function egovkbCountries(paths: readonly string[], options: ColumnsOption = {}): string[] {
  const names = new Map<string, string>();
  for (const file of readFiles("egovkbCountries", paths, options)) {
    for (const name of file.names) names.set(countryIdentity(name), name);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b, "en"));
}

function readFiles(caller: string, paths: readonly string[], options: ColumnsOption): EgovkbFile[] {
  const columns = requireColumns(caller, options);
  requireThat(Array.isArray(paths) && paths.length > 0, caller, "need.listAtLeastOnePath", paths);
  return paths.flatMap((path) => filesIn(caller, path)).map((path) => egovkbFile(caller, path, columns));
}

function filesIn(caller: string, path: string): string[] {
  if (typeof path !== "string" || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    return [path];
  const names = readdirSync(path).filter((name) => /^EGOV_DATA.*\.(csv|xlsx)$/i.test(name));
  if (names.length === 0) throw new Error(text("error.foundNoFileEGOVDATA", { caller, path }));
  return names.sort().map((name) => join(path, name));
}

/** The editions of a file that does not have the country at all. */
function absences(rowsOfCountry: number, grid: EgovkbFile["grid"], country: string): MissingEdition[] {
  if (rowsOfCountry > 0) return [];
  const years = columnsOf("readEgovkb", grid, { columns: [{ ...yearColumn, unique: false }] })[
    "year"
  ] as number[];
  const reason = text("missing.noRow", { file: grid.file, country: JSON.stringify(country) });
  return [...new Set(years)].map((year) => ({ year, reason }));
}

function notFound(country: string, files: readonly EgovkbFile[]): string {
  const where = files.map(({ grid }) => grid.file).join(", ");
  const shown = JSON.stringify(country);
  if (findCountry(country) !== null) return text("error.readEgovkbFoundNoRowFor", { shown, where });
  const nearest = suggestCountry(
    country,
    files.flatMap(({ names }) => names),
  );
  if (nearest === null) return text("error.readEgovkbFoundNoCountryIn", { shown, where });
  return text("error.readEgovkbFoundNoCountryDid", { shown, nearest: JSON.stringify(nearest) });
}
