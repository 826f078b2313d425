import { label } from "../base/text.js";
import { pointsOf, type Point, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { fixed, hoverText } from "./hover.js";
import { axis, COLOURS, figureOf, type FigureOptions } from "./theme.js";
import { equation, scatter, trendLine, type Line, type TraceStyle } from "./traces.js";

/** Options of `printedTrend`. */
export interface PrintedTrendOptions extends FigureOptions {
  /** The line to draw, with its equation. */
  line: Line;
  /** Points on the line that were not in the fit, drawn hollow. */
  forecasts?: TableLike;
  /** The columns of the points and the forecasts along both axes. Default: "x" and "y". */
  x?: string;
  y?: string;
  /** Ends of the axes. Default: from the data. */
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  /** Axis titles. Default: none, as in Figure 1. */
  xTitle?: string;
  yTitle?: string;
  /** Decimal places in the equation. Default: 4. */
  decimals?: number;
}

/**
 * Draws points, a straight line through them, and its equation: Figure 1 as printed or as recomputed, depending on the
 * points and axes passed.
 * @param table the points; rows with missing values are left out. Its columns "edition" (or "year") and "printed", if
 *   any, appear in the hover text.
 * @example
 * printedTrend(table5, { x: "T", y: "m5", line: linearTrend(table5["T"], table5["m5"], { missing: "omit" }) });
 */
export function printedTrend(table: TableLike, options: PrintedTrendOptions): Figure {
  const { line, exhibit, decimals = 4, xRange, yRange } = options;
  const points = pointsOf("printedTrend", table, options);
  const forecasts = pointsOf("printedTrend", options.forecasts ?? [], options);
  const all = [...points, ...forecasts];
  const ends = xRange ?? [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const says = equation(line, "x", decimals);
  const trace = (series: string, shown: readonly Point[], look: TraceStyle): PlotlyObject =>
    scatter(series, shown, look, ({ x, y, row }) => {
      const edition = (row["edition"] ?? row["year"] ?? `T = ${x}`) as number | string;
      const onLine = `${label("trend line")}: ${fixed(line.intercept + line.slope * x, decimals)}`;
      const printed = row["printed"] as number | undefined;
      return hoverText({ exhibit, series, edition, printed, recomputed: y }, decimals, [onLine]);
    });
  const ahead = {
    ...trace(label("forecast"), forecasts, { colour: COLOURS.black, size: 13, hollow: true }),
    mode: "markers+text",
    text: forecasts.map(({ y }) => fixed(y, decimals)),
    textposition: "top left",
    cliponaxis: false,
  };
  // The corner that a rising line leaves empty.
  const atTop = (points[0]?.y ?? 0) < 0.75 * Math.max(...all.map(({ y }) => y));
  const note = {
    ...{ text: says.join("<br>"), xref: "paper", yref: "paper", x: 0.02, y: atTop ? 0.97 : 0.03 },
    ...{ xanchor: "left", yanchor: atTop ? "top" : "bottom", align: "left", showarrow: false },
    ...{ font: { size: 18 }, bgcolor: "rgba(255,255,255,0.85)" },
  };
  const drawn = trace("m=5", points, { colour: COLOURS.blue, width: 3, size: 11 });
  const traces = [drawn, trendLine(line, ends), ...(forecasts.length > 0 ? [ahead] : [])];
  return figureOf(options, says.join(", "), traces, {
    showlegend: true,
    xaxis: axis(options.xTitle ?? "", { range: [ends[0]! - 0.4, ends[1]! + 0.4], dtick: 1 }),
    yaxis: axis(options.yTitle ?? "", yRange ? { range: [...yRange] } : { rangemode: "tozero" }),
    annotations: [note],
  });
}
