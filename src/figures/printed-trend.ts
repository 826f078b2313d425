import { showable } from "../base/display.js";
import { label } from "../base/text.js";
import { pointsOf, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, COLOURS, type FigureOptions } from "./theme.js";

/** A fitted line and how well it fits. */
export interface Line {
  slope: number;
  intercept: number;
  rSquared?: number;
}

interface TrendPoint {
  x: number;
  y: number;
  edition?: string | number;
  printed?: number;
}

/** What a figure with points and a line shows. */
export interface PrintedTrendOptions extends FigureOptions {
  /** The line to draw, and to write as an equation. */
  line: Line;
  /** Points on the line that were not in the fit, drawn hollow. */
  forecasts?: TableLike;
  /** The columns of the points and the forecasts along both axes. Default: "x" and "y". */
  x?: string;
  y?: string;
  /** Ends of the axes. Default: from the data. */
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  /** Headings of the axes. Default: none, as Figure 1 has none. */
  xTitle?: string;
  yTitle?: string;
  /** Name of the points. Default: "m=5". */
  seriesName?: string;
  /** Decimals of the equation. Default: 4. */
  decimals?: number;
}

/**
 * Points, a straight line through them, and its equation: Figure 1 as the paper draws it, or as its own
 * numbers say, by the points and axes that are passed.
 * @param table the points; rows in which a value is missing are left out. Its columns "edition" (or "year") and "printed",
 *   if any, are named in the hover text.
 * @example
 * printedTrend(table5, { x: "T", y: "m5", line: linearTrend(table5["T"], table5["m5"], { missing: "omit" }) });
 */
export function printedTrend(table: TableLike, options: PrintedTrendOptions): Figure {
  const points = trendPoints(table, options);
  const forecasts = trendPoints(options.forecasts ?? [], options);
  const all = [...points, ...forecasts];
  const xRange = options.xRange ?? [Math.min(...all.map((p) => p.x)), Math.max(...all.map((p) => p.x))];
  const text = lineText(options);
  const atTop = (points[0]?.y ?? 0) < 0.75 * Math.max(...all.map((p) => p.y));
  const alt =
    options.alt ?? `${label(options.title ?? options.exhibit ?? "")} ${text.replace("<br>", ", ")}`.trim();
  return showable({
    data: [
      pointTrace(points, options, false),
      lineTrace(xRange, options.line),
      ...(forecasts.length > 0 ? [pointTrace(forecasts, options, true)] : []),
    ],
    layout: baseLayout(options.title ?? "", alt, {
      showlegend: true,
      xaxis: axis(options.xTitle ?? "", { range: [xRange[0] - 0.4, xRange[1] + 0.4], dtick: 1 }),
      yaxis: axis(
        options.yTitle ?? "",
        options.yRange ? { range: [...options.yRange] } : { rangemode: "tozero" },
      ),
      annotations: [
        {
          text,
          xref: "paper",
          yref: "paper",
          x: 0.02,
          y: atTop ? 0.97 : 0.03,
          xanchor: "left",
          yanchor: atTop ? "top" : "bottom",
          align: "left",
          showarrow: false,
          font: { size: 18 },
          bgcolor: "rgba(255,255,255,0.85)",
        },
      ],
    }),
  });
}

function trendPoints(table: TableLike, options: PrintedTrendOptions): TrendPoint[] {
  return pointsOf("printedTrend", table, options).map(({ x, y, row }) => ({
    x,
    y,
    edition: (row["edition"] ?? row["year"]) as TrendPoint["edition"],
    printed: row["printed"] as TrendPoint["printed"],
  }));
}

function pointTrace(
  points: readonly TrendPoint[],
  options: PrintedTrendOptions,
  forecast: boolean,
): PlotlyObject {
  const { seriesName: name = "m=5", decimals = 4 } = options;
  return {
    type: "scatter",
    mode: forecast ? "markers+text" : "lines+markers",
    name: forecast ? label("forecast") : name,
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    ...(forecast ? {} : { line: { color: COLOURS.blue, width: 3 } }),
    marker: forecast
      ? { color: "#ffffff", size: 13, line: { color: COLOURS.black, width: 3 } }
      : { color: COLOURS.blue, size: 11 },
    ...(forecast
      ? {
          text: points.map((point) => point.y.toFixed(decimals)),
          textposition: "top left",
          cliponaxis: false,
          textfont: { size: 16 },
        }
      : {}),
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: points.map((point) => {
      const facts = {
        exhibit: options.exhibit,
        series: forecast ? label("forecast") : name,
        edition: point.edition ?? `T = ${point.x}`,
        printed: point.printed,
        recomputed: point.y,
      };
      const onLine = options.line.intercept + options.line.slope * point.x;
      return `${hoverText(facts, decimals)}<br>${label("trend line")}: ${onLine.toFixed(decimals)}`;
    }),
  };
}

function lineTrace(xRange: readonly number[], line: Line): PlotlyObject {
  return {
    type: "scatter",
    mode: "lines",
    name: label("trend line"),
    x: [...xRange],
    y: xRange.map((x) => line.intercept + line.slope * x),
    line: { color: COLOURS.vermillion, width: 3, dash: "dash" },
    hoverinfo: "skip",
  };
}

function lineText({ line, decimals = 4 }: PrintedTrendOptions): string {
  const sign = line.intercept < 0 ? "−" : "+";
  const equation = `y = ${line.slope.toFixed(decimals)} x ${sign} ${Math.abs(line.intercept).toFixed(decimals)}`;
  return line.rSquared === undefined ? equation : `${equation}<br>R² = ${line.rSquared.toFixed(decimals)}`;
}
