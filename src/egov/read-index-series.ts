import { fromRecords, type DataFrame } from "../helper/table/table.js";
import { requireColumns, type ColumnsOption, type IndexColumn } from "./index-columns.js";
import { noteMissing } from "./missing-editions.js";
import { editionsIn } from "./read-editions.js";
import { readGrid } from "../base/read-grid.js";

/**
 * Reads your own index series from a .csv or .xlsx file like the template in `data/`: year, EGDI, OSI, TII, HCI, sorted
 * by year. The UN's long headers work too; other columns are left out.
 *
 * Editions whose EGDI is 0, empty or a dash are left out; `missingEditions` lists them.
 *
 * @param options `columns` maps column names to headers, if the file has its own
 * @throws on a missing column, a duplicate year, a value that is not a number from 0 to 1, or fewer than two editions,
 *   naming file, line and column
 * @example readIndexSeries("my-country.csv").print()
 */
export function readIndexSeries(path: string, options: ColumnsOption = {}): DataFrame<IndexColumn> {
  const columns = requireColumns("readIndexSeries", options);
  const grid = { ...readGrid("readIndexSeries", path), columns };
  const names = ["year", "EGDI", "OSI", "TII", "HCI"] as const;
  const { records, missing } = editionsIn("readIndexSeries", grid, names, 2);
  return noteMissing(fromRecords(records.sort((a, b) => a.year - b.year)), missing);
}
