import { egdiColumn, yearColumn } from "./index-columns.js";
import { type MissingEdition } from "./missing-editions.js";
import { columnsOf } from "./read-columns.js";
import type { Grid } from "../base/grid.js";
import { text } from "../base/text.js";

/**
 * Splits a file's rows into those with an index and those without: an EGDI of 0, empty or a dash means that the state
 * was not assessed or had no web presence, not that its index is zero.
 */
export function assessedRows(caller: string, grid: Grid): { assessed: Grid; missing: MissingEdition[] } {
  const columns = columnsOf(caller, grid, { columns: [yearColumn, egdiColumn], minimumRows: 0 });
  const index = columns["EGDI"] as number[];
  const years = columns["year"] as number[];
  const reason = (value: number, line: number): string =>
    text(Number.isNaN(value) ? "missing.noIndex" : "missing.zeroIndex", { file: grid.file, line });
  return {
    assessed: { ...grid, rows: grid.rows.filter((_, at) => index[at]! > 0) },
    missing: grid.rows.flatMap(({ line }, at) =>
      index[at]! > 0 ? [] : { year: years[at]!, reason: reason(index[at]!, line) },
    ),
  };
}
