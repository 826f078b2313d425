import { statSync } from "node:fs";
import { countryKey, findCountry } from "./country-names.js";
import { codeColumn, countryColumn, yearColumn } from "./index-columns.js";
import { findColumn, isHeaderOf } from "./read-columns.js";
import type { GridCell, Grid } from "../base/grid.js";
import { readGrid } from "../helper/read/read-grid.js";
import { text } from "../base/text.js";

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
export function egovkbFile(caller: string, path: string, columns: Grid["columns"]): EgovkbFile {
  const stamp = `${fileStamp(path)} ${JSON.stringify(columns)}`;
  const cached = cache.get(path);
  if (cached !== undefined && cached.stamp === stamp) return cached.file;
  const file = byCountry(caller, withYear(caller, { ...readGrid(caller, path, isUnnamedCode), columns }));
  cache.set(path, { stamp, file });
  return file;
}

/** The key that a file's rows are grouped by: the same for "Turkey", "Türkiye", "TUR" and "tr". */
export function countryIdentity(text: string): string {
  return findCountry(text)?.iso3 ?? countryKey(text);
}

function fileStamp(path: string): string {
  const status = statSync(path, { throwIfNoEntry: false });
  return status === undefined ? "none" : `${status.mtimeMs} ${status.size}`;
}

/** In some circulating copies, rows end in a country code that the header does not name. */
function isUnnamedCode(header: readonly string[], surplus: readonly GridCell[]): boolean {
  const [code] = surplus;
  const named = header.some((name) => isHeaderOf(codeColumn, name));
  return (
    !named && surplus.length === 1 && /^[A-Z]{2,3}$/.test(String(code)) && findCountry(String(code)) !== null
  );
}

/** A copy without a year column takes the year from its file name: EGOV_DATA_2018.csv. */
function withYear(caller: string, grid: Grid): Grid {
  if (findColumn(caller, grid, { ...yearColumn, optional: true }) !== -1) return grid;
  const year = /(?<!\d)(19|20)\d\d(?!\d)/.exec(grid.file)?.[0];
  if (year === undefined) {
    throw new Error(text("error.foundNeitherColumnSurveyYear", { caller, file: grid.file }));
  }
  return {
    ...grid,
    header: [yearColumn.name, ...grid.header],
    rows: grid.rows.map(({ line, cells }) => ({ line, cells: [year, ...cells] })),
  };
}

function byCountry(caller: string, grid: Grid): EgovkbFile {
  const nameAt = findColumn(caller, grid, countryColumn);
  const codeAt = findColumn(caller, grid, codeColumn);
  // Without names the codes must do; without either, the message names the column that the UN's files have.
  if (nameAt === -1 && codeAt === -1) findColumn(caller, grid, { ...countryColumn, optional: false });
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
