import { dataFrame, type DataFrame } from "../table.js";
import { assessedRows } from "./assessed-rows.js";
import { componentColumns, egdiColumn, yearColumn } from "./index-columns.js";
import { noteMissing } from "./missing-editions.js";
import { columnsOf } from "./read-columns.js";
import { readGrid } from "./read-grid.js";

/**
 * One's own index series from a .csv or .xlsx file, as the template in `data/` has it: year, EGDI, OSI, TII, HCI,
 * in year order whatever the file's. The UN's long headers are understood too; other columns are left out.
 *
 * Editions whose EGDI is 0, empty or a dash are left out: ask `missingEditions`.
 *
 * @throws for a column that is missing, a year that is there twice, a value that is no number from 0 to 1, or fewer
 *   than two editions, naming file, line and column
 * @example readIndexSeries("my-country.csv").print()
 */
export function readIndexSeries(path: string): DataFrame {
  const { assessed, missing } = assessedRows("readIndexSeries", readGrid("readIndexSeries", path));
  const schema = { columns: [yearColumn, { ...egdiColumn, missing: false }, ...componentColumns], minimumRows: 2 };
  const columns = columnsOf("readIndexSeries", assessed, schema);
  const years = columns["year"] as number[];
  const order = years.map((_, at) => at).sort((a, b) => years[a]! - years[b]!);
  const sorted = Object.entries(columns).map(([name, values]) => [name, order.map((at) => values[at])]);
  return noteMissing(dataFrame(Object.fromEntries(sorted)), missing);
}
