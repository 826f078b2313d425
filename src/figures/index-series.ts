import type { TableLike } from "./columns.js";
import { label } from "../base/text.js";
import type { Figure } from "./figure.js";
import { seriesLines, type SeriesOptions } from "./series-lines.js";
import { axis } from "./theme.js";

/**
 * Index values between 0 and 1 over the editions, the first column drawn heaviest.
 * @example
 * show(indexSeries(loadPaper().table3, { title: "EGDI and its components", exhibit: "Table 3", decimals: 4 }));
 */
export function indexSeries(table: TableLike, options: SeriesOptions = {}): Figure {
  return seriesLines("indexSeries", table, options, axis(label("index value")));
}
