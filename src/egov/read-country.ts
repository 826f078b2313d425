import { requireThat } from "../base/check.js";
import type { DataFrame } from "../helper/table/table.js";
import { findColumn, type ColumnsOption, type IndexColumn } from "./index-columns.js";
import { readEgovkb } from "./read-egovkb.js";
import { readGrid } from "../base/read-grid.js";
import { readIndexSeries } from "./read-index-series.js";

/**
 * Reads one country's index series from the UN's own files or their folder (`readEgovkb`), or from your own file
 * without a country column (`readIndexSeries`).
 *
 * @param data one path, or several separated by commas
 * @param country name or ISO code, as for `readEgovkb`
 * @param options `columns` maps column names to headers, if a file has its own
 * @throws what the reader that it calls throws
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
  return (["country", "code"] as const).every((name) => findColumn("readCountry", grid, name) === -1);
}
