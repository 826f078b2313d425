import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { requireThat } from "../base/check.js";
import { text } from "../base/text.js";
import { fromRecords, type DataFrame } from "../helper/table/table.js";
import { findCountry, suggestCountry } from "./country-names.js";
import { countryIdentity, egovkbFile, type EgovkbFile } from "./egovkb-file.js";
import { requireColumns, type ColumnsOption, type IndexColumn } from "./index-columns.js";
import { noteMissing, type MissingEdition } from "./missing-editions.js";
import { editionsIn, recordsOf } from "./read-editions.js";

const COLUMNS = ["year", "EGDI", "OSI", "TII", "HCI", "EPI", "rank"] as const;

/**
 * Reads one country's series from the UN's own files (EGOV_DATA_2018.csv ...): year, EGDI, OSI, TII, HCI (0 to 1), EPI
 * and rank, in year order.
 *
 * Accepts the headers, quotes and extra columns of circulating copies; for a folder it reads all files whose names
 * begin with EGOV_DATA. Name the country as in any edition, in English, Russian or Kazakh, or by its two- or
 * three-letter ISO code. EPI and rank are NaN if a copy lacks them. Editions without an index for the country are left
 * out; `missingEditions` lists them. Files stay in memory, so that the next country need not be read again.
 *
 * @param options `columns` maps column names to headers, if a copy has its own
 * @throws on an unknown country, suggesting the nearest name; on a duplicate edition; on a value that is not a number
 *   from 0 to 1, naming file, line and column
 * @example readEgovkb(["EGOV_DATA_2020.csv", "EGOV_DATA_2022.csv"], "Estonia").print()
 */
export function readEgovkb(
  paths: readonly string[],
  country: string,
  options: ColumnsOption = {},
): DataFrame<IndexColumn | "EPI" | "rank"> {
  const isNamed = typeof country === "string" && country.trim() !== "";
  requireThat(isNamed, "readEgovkb", "need.countrysNameOrISOCode", country);
  return countrySeries("readEgovkb", readFiles("readEgovkb", paths, options), country);
}

/** One country's series in files already read. */
export function countrySeries(
  caller: keyof typeof NOT_FOUND,
  files: readonly EgovkbFile[],
  country: string,
): DataFrame<IndexColumn | "EPI" | "rank"> {
  const identity = countryIdentity(country);
  if (!files.some(({ rows }) => rows.has(identity))) throw new RangeError(notFound(caller, country, files));
  const missing: MissingEdition[] = [];
  const found = new Map<number, { file: string; record: Record<IndexColumn | "EPI" | "rank", number> }>();
  for (const { grid, rows } of files) {
    const { file } = grid;
    const own = { ...grid, rows: rows.get(identity) ?? [] };
    const editions = editionsIn(caller, own, COLUMNS);
    missing.push(...editions.missing, ...(own.rows.length > 0 ? [] : absences(caller, grid, country)));
    for (const record of editions.records) {
      const { year } = record;
      const before = found.get(year)?.file;
      if (before !== undefined)
        throw new Error(text("error.readEgovkbFoundEditionTwiceIn", { year, file: before, file2: file }));
      found.set(year, { file, record });
    }
  }
  if (found.size === 0)
    throw new Error(text("error.readEgovkbFoundNoEditionWith", { country: JSON.stringify(country) }));
  const inOrder = [...found.values()].map(({ record }) => record).sort((a, b) => a.year - b.year);
  return noteMissing(fromRecords(inOrder), missing);
}

/**
 * Lists all countries in the UN's files alphabetically, as named in the last file given.
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

/** The editions of a file that lacks the country entirely. */
function absences(caller: string, grid: EgovkbFile["grid"], country: string): MissingEdition[] {
  const years = new Set(recordsOf(caller, grid, ["year"]).map(({ year }) => year));
  const reason = text("missing.noRow", { file: grid.file, country: JSON.stringify(country) });
  return [...years].map((year) => ({ year, reason }));
}

/** What is said of a country that the files lack, of a name like no other, and of one like another. */
const NOT_FOUND = {
  readEgovkb: ["error.readEgovkbFoundNoRowFor", "error.readEgovkbFoundNoCountryIn", "error.readEgovkbFoundNoCountryDid"],
  loadOfficial: ["error.loadOfficialHasNoFiguresFor", "error.loadOfficialFoundNoCountry", "error.loadOfficialFoundNoCountryDid"],
} as const; // prettier-ignore

function notFound(caller: keyof typeof NOT_FOUND, country: string, files: readonly EgovkbFile[]): string {
  const [absent, unknown, near] = NOT_FOUND[caller];
  const names = files.flatMap((file) => file.names);
  const nearest = suggestCountry(country, names);
  const key = findCountry(country) !== null ? absent : nearest === null ? unknown : near;
  const where = files.map(({ grid }) => grid.file).join(", ");
  const quoted = { shown: JSON.stringify(country), nearest: JSON.stringify(nearest) };
  return text(key, { ...quoted, where, present: names.join(", ") });
}
