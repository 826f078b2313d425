import { statSync } from "node:fs";
import type { Grid, GridCell } from "../base/grid.js";
import { text } from "../base/text.js";
import { readGrid } from "../base/read-grid.js";
import { countryKey, findCountry } from "./country-names.js";
import { findColumn, isHeaderOf } from "./index-columns.js";

/** One of the UN's files with its rows grouped by country. */
export interface EgovkbFile {
  grid: Grid;
  /** Keyed by three-letter ISO 3166 code, or by name key for names that are not a member state's. */
  rows: Map<string, Grid["rows"]>;
  /** The countries as the file names them. */
  names: string[];
}

const cache = new Map<string, { stamp: string; file: EgovkbFile }>();

/** Reads a file, or returns it from memory if unchanged: a loop over all countries parses it once. */
export function egovkbFile(caller: string, path: string, columns?: Grid["columns"]): EgovkbFile {
  const status = statSync(path, { throwIfNoEntry: false });
  const stamp = JSON.stringify([status?.mtimeMs, status?.size, columns]);
  const cached = cache.get(path);
  if (cached !== undefined && cached.stamp === stamp) return cached.file;
  const grid = { ...readGrid(caller, path, isUnnamedCode), ...(columns && { columns }) };
  const file = byCountry(caller, withYear(caller, grid));
  cache.set(path, { stamp, file });
  return file;
}

/** The key that a file's rows are grouped by: the same for "Turkey", "Türkiye", "TUR" and "tr". */
export function countryIdentity(text: string): string {
  return findCountry(text)?.iso3 ?? countryKey(text);
}

/** In some circulating copies, rows end in a country code that the header does not name. */
function isUnnamedCode(header: readonly string[], surplus: readonly GridCell[]): boolean {
  const code = String(surplus[0]);
  const isNamed = header.some((name) => isHeaderOf("code", name));
  return !isNamed && surplus.length === 1 && /^[A-Z]{2,3}$/.test(code) && findCountry(code) !== null;
}

/** A copy without a year column takes the year from its file name: EGOV_DATA_2018.csv. */
function withYear(caller: string, grid: Grid): Grid {
  if (findColumn(caller, grid, "year", { optional: true }) !== -1) return grid;
  const year = /(?<!\d)(19|20)\d\d(?!\d)/.exec(grid.file)?.[0];
  if (year === undefined)
    throw new Error(text("error.foundNeitherColumnSurveyYear", { caller, file: grid.file }));
  const rows = grid.rows.map(({ line, cells }) => ({ line, cells: [year, ...cells] }));
  return { ...grid, header: ["year", ...grid.header], rows };
}

function byCountry(caller: string, grid: Grid): EgovkbFile {
  const nameAt = findColumn(caller, grid, "country");
  const codeAt = findColumn(caller, grid, "code");
  // Without names the codes must do; without either, the message names the column that the UN's files have.
  if (nameAt === -1 && codeAt === -1) findColumn(caller, grid, "country", {});
  const rows: EgovkbFile["rows"] = new Map();
  const names = new Set<string>();
  for (const row of grid.rows) {
    const name = String(row.cells[nameAt] ?? "");
    const code = String(row.cells[codeAt] ?? "");
    if (name === "" && code === "") continue;
    // A known name takes precedence: some circulating copies have added a wrong code (BHM for the Bahamas).
    const identity = findCountry(name)?.iso3 ?? findCountry(code)?.iso3 ?? countryKey(name || code);
    rows.set(identity, [...(rows.get(identity) ?? []), row]);
    names.add(name || code);
  }
  return { grid, rows, names: [...names] };
}
