import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import { label } from "../base/text.js";
import type { Figure } from "./figure.js";
import { seriesLines, type SeriesOptions } from "./series-lines.js";
import { axis, rankTicks } from "./theme.js";

/**
 * Ranks over the editions, with the axis reversed so that up is better: rank 1 is at the top.
 * @param table one row per edition, in time order; a missing rank is a gap in the line.
 * @example
 * show(rankLines(loadPaper().table1, { title: "Kazakhstan's rank", exhibit: "Table 1" }));
 */
export function rankLines(table: TableLike, options: SeriesOptions = {}): Figure {
  const names = options.columns ?? columnNames(table, [options.x ?? "year"]);
  const ranks = names
    .flatMap((name) => columnNumbers("rankLines", table, name))
    .filter((rank) => rank !== null);
  const worst = Math.max(...ranks);
  const ticks = rankTicks(worst);
  const yAxis = axis(`${label("rank")} (${label("up is better")})`, {
    range: [ticks.at(-1), -worst * 0.04],
    tickvals: ticks,
    zeroline: false,
  });
  return seriesLines("rankLines", table, options, yAxis);
}
