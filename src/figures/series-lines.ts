import { label } from "../base/text.js";
import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, endsOf, figureOf, rankTicks, seriesStyle, yearAxis, type FigureOptions } from "./theme.js";
import { scatter } from "./traces.js";

/** Options of `indexSeries` and `rankLines`. */
export interface SeriesOptions extends FigureOptions {
  /** The columns to draw. Default: all except `x`. */
  columns?: readonly string[];
  /** The column along the horizontal axis. Default: "year". */
  x?: string;
  /**
   * A second table with the same columns (recomputed or published values), drawn thin with hollow markers and included
   * in the hover text.
   */
  recomputed?: TableLike;
  /** Decimal places in the hover text. Default: as in the values. */
  decimals?: number;
}

/**
 * Draws index values between 0 and 1 over the editions, with the first column heaviest.
 * @example
 * show(indexSeries(loadPaper().table3, { title: "EGDI and its components", exhibit: "Table 3", decimals: 4 }));
 */
export function indexSeries(table: TableLike, options: SeriesOptions = {}): Figure {
  return seriesLines("indexSeries", table, options, () => axis("index value"));
}

/**
 * Draws ranks over the editions on a reversed axis: rank 1 is at the top.
 * @param table one row per edition, in time order; a missing rank is a gap in the line.
 * @example
 * show(rankLines(loadPaper().table1, { title: "Kazakhstan's rank", exhibit: "Table 1" }));
 */
export function rankLines(table: TableLike, options: SeriesOptions = {}): Figure {
  return seriesLines("rankLines", table, options, (worst) => {
    const tickvals = rankTicks(worst);
    const range = [tickvals.at(-1), -worst * 0.04];
    return axis(`${label("rank")} (${label("up is better")})`, { range, tickvals, zeroline: false });
  });
}

/** The lines of a table's columns, each labeled at its end. */
function seriesLines(
  caller: string,
  table: TableLike,
  options: SeriesOptions,
  valueAxis: (worst: number) => PlotlyObject,
): Figure {
  const { x: year = "year", recomputed, decimals, exhibit } = options;
  const pointsIn = (from: TableLike, name: string) => {
    const y = columnNumbers(caller, from, name);
    return columnNumbers(caller, from, year).map((x, row) => ({ x, y: y[row]! }));
  };
  const lines = (options.columns ?? columnNames(table, [year])).map((name, at) => {
    const points = pointsIn(table, name);
    const others = recomputed && columnNames(recomputed).includes(name) ? pointsIn(recomputed, name) : [];
    const style = seriesStyle(at);
    const series = label(name);
    const said = (edition: number | null, values: { printed?: number | null; recomputed?: number | null }) =>
      hoverText({ exhibit, series, edition: edition ?? "", ...values }, decimals);
    const line = scatter(series, points, { ...style, width: at === 0 ? 4 : 3, size: 11 }, ({ x, y }) =>
      said(x, { printed: y, recomputed: others.find((other) => other.x === x)?.y }),
    );
    const thin = { ...style, dash: "dot", width: 1.5, size: 9, hollow: true };
    const second = scatter(`${series}, ${label("recomputed")}`, others, thin, ({ x, y }) => said(x, { recomputed: y })); // prettier-ignore
    const last = points.findLast(({ y }) => y !== null);
    const [from, to] = [points.at(0), points.at(-1)];
    return {
      ...{ series, points: [...points, ...others], line: { ...line, showlegend: false, connectgaps: false } },
      others: others.length > 0 ? [second] : [],
      ends: last ? [{ text: series, x: last.x!, y: last.y!, colour: style.colour }] : [],
      says: `${series}: ${from?.y} (${from?.x}), ${to?.y} (${to?.x})`,
    };
  });
  const others = lines.flatMap((one) => one.others);
  const all = lines.flatMap(({ points }) => points);
  const [low, high] = endsOf(all.map(({ y }) => y), 0) as [number, number]; // prettier-ignore
  const says = lines.map((one) => one.says).join("; ");
  return figureOf(options, says, [...lines.map(({ line }) => line), ...others], {
    showlegend: others.length > 0,
    xaxis: yearAxis(all.map(({ x }) => x).filter((one) => one !== null)),
    yaxis: valueAxis(high),
    annotations: endLabels(lines.flatMap(({ ends }) => ends), (high - low) * 0.07), // prettier-ignore
    margin: { r: 40 + 11 * Math.max(...lines.map(({ series }) => series.length)) },
  });
}

/**
 * Labels at the ends of lines, in place of a legend. Labels that would overlap are moved apart by at least `gap` (in
 * units of y).
 */
export function endLabels(
  ends: readonly { text: string; x: number | string; y: number; colour: string }[],
  gap: number,
): PlotlyObject[] {
  let floor = -Infinity;
  const placed = [...ends].sort((a, b) => a.y - b.y).map((end) => ({ end, y: (floor = Math.max(end.y, floor + gap)) })); // prettier-ignore
  const overshoot = placed.reduce((sum, { end, y }) => sum + (y - end.y), 0) / Math.max(1, placed.length);
  return placed.map(({ end, y }) => ({
    ...{ text: `<b>${end.text}</b>`, x: end.x, y: y - overshoot, xanchor: "left", xshift: 12 },
    ...{ yanchor: "middle", showarrow: false, font: { color: end.colour, size: 16 } },
  }));
}
