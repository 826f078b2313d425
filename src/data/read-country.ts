import { requireThat } from "../check.js";
import type { DataFrame } from "../table.js";
import { codeColumn, countryColumn } from "./index-columns.js";
import { findColumn } from "./read-columns.js";
import { readEgovkb } from "./read-egovkb.js";
import { readGrid } from "./read-grid.js";
import { readIndexSeries } from "./read-index-series.js";

/**
 * One country's index series from whatever there is: the UN's own files or the folder they are in (`readEgovkb`), or
 * a file of one's own without a column of countries, which is then taken as the country's (`readIndexSeries`).
 *
 * @param data one path, or several with commas between
 * @param country name or ISO code, as `readEgovkb` takes it
 * @throws as the reader that it comes to
 * @example readCountry("downloads", "Estonia").print()
 */
export function readCountry(data: string, country: string): DataFrame {
  requireThat(typeof data === "string" && data.trim() !== "", "readCountry", "the path of the data", data);
  const paths = data.split(",").map((path) => path.trim());
  return paths.length === 1 && isOwnSeries(paths[0]!) ? readIndexSeries(paths[0]!) : readEgovkb(paths, country);
}

function isOwnSeries(path: string): boolean {
  if (!/\.(csv|xlsx)$/i.test(path)) return false;
  const grid = readGrid("readCountry", path);
  return [countryColumn, codeColumn].every(
    (column) => findColumn("readCountry", grid, { ...column, optional: true }) === -1,
  );
}
