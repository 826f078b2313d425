import { fromRecords, type DataFrame } from "../helper/table/table.js";
import { assessedRows } from "./assessed-rows.js";
import {
  componentColumns,
  egdiColumn,
  requireColumns,
  yearColumn,
  type ColumnsOption,
  type IndexColumn,
} from "./index-columns.js";
import { noteMissing } from "./missing-editions.js";
import { recordsOf } from "./read-columns.js";
import { readGrid } from "../helper/read/read-grid.js";

/**
 * One's own index series from a .csv or .xlsx file, as the template in `data/` has it: year, EGDI, OSI, TII, HCI,
 * in year order whatever the file's. The UN's long headers are understood too; other columns are left out.
 *
 * Editions whose EGDI is 0, empty or a dash are left out: ask `missingEditions`.
 *
 * @param options `columns` says which column is which, where the file has headers of its own
 * @throws for a column that is missing, a year that is there twice, a value that is no number from 0 to 1, or fewer
 *   than two editions, naming file, line and column
 * @example readIndexSeries("my-country.csv").print()
 */
export function readIndexSeries(path: string, options: ColumnsOption = {}): DataFrame<IndexColumn> {
  const columns = requireColumns("readIndexSeries", options);
  const grid = { ...readGrid("readIndexSeries", path), columns };
  const { assessed, missing } = assessedRows("readIndexSeries", grid);
  const schema = {
    columns: [yearColumn, { ...egdiColumn, missing: false }, ...componentColumns],
    minimumRows: 2,
  };
  const records = recordsOf("readIndexSeries", assessed, schema) as Record<IndexColumn, number>[];
  return noteMissing(fromRecords(records.sort((a, b) => a.year - b.year)), missing);
}
