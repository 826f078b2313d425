import { requireThat } from "../base/check.js";
import type { DataFrame } from "../helper/table/table.js";
import { codeColumn, countryColumn, type ColumnsOption, type IndexColumn } from "./index-columns.js";
import { findColumn } from "./read-columns.js";
import { readEgovkb } from "./read-egovkb.js";
import { readGrid } from "../helper/read/read-grid.js";
import { readIndexSeries } from "./read-index-series.js";

/**
 * One country's index series from the files available: the UN's own files or their folder (`readEgovkb`), or a file of
 * your own without a column of countries, which is taken as the country's (`readIndexSeries`).
 *
 * @param data one path, or several with commas between
 * @param country name or ISO code, as `readEgovkb` takes it
 * @param options `columns` says which column is which, where a file has headers of its own
 * @throws as the reader that it calls
 * @example readCountry("downloads", "Estonia").print()
 */
export function readCountry(
  data: string,
  country: string,
  options: ColumnsOption = {},
): DataFrame<IndexColumn> {
  requireThat(typeof data === "string" && data.trim() !== "", "readCountry", "need.pathData", data);
  const paths = data.split(",").map((path) => path.trim());
  return paths.length === 1 && isOwnSeries(paths[0]!, options)
    ? readIndexSeries(paths[0]!, options)
    : readEgovkb(paths, country, options);
}

function isOwnSeries(path: string, { columns }: ColumnsOption): boolean {
  if (!/\.(csv|xlsx)$/i.test(path)) return false;
  const grid = { ...readGrid("readCountry", path), columns };
  return [countryColumn, codeColumn].every(
    (column) => findColumn("readCountry", grid, { ...column, optional: true }) === -1,
  );
}
