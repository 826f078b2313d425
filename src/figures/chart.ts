import { showable } from "../base/display.js";
import { requireThat } from "../base/check.js";
import type { Figure, PlotlyObject } from "./figure.js";
import type { Series } from "../helper/table/data-frame.js";
import type { Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, seriesStyle, type FigureOptions } from "./theme.js";
import { label, text } from "../base/text.js";

/** One series of a chart. */
export interface ChartSeries {
  name: string;
  x: Series | readonly (number | string)[];
  /** NaN and null are gaps. */
  y: Numbers | readonly (number | null)[];
  /** Lower and upper end at each point, drawn as error bars. */
  intervals?: readonly (readonly [number, number] | null)[];
  /** Default: "lines+markers"; "bars" draws columns. */
  mode?: "lines" | "markers" | "lines+markers" | "bars";
}

interface Drawn extends ChartSeries {
  x: readonly (number | string)[];
  y: readonly (number | null)[];
}

/** Axes of a chart. */
export interface ChartOptions extends FigureOptions {
  xTitle?: string;
  yTitle?: string;
  /** Reverse the vertical axis (ranks). Default: false. */
  reversed?: boolean;
  /** Draw y = x, for observed against predicted. Default: false. */
  diagonal?: boolean;
  /** Decimals in the hover text and in words. Default: 4. */
  decimals?: number;
}

/**
 * Lines, points or columns, with intervals if given: the chart for data that no other function draws.
 * @example
 * chart([{ name: "EGDI", x: table3["year"], y: table3["EGDI"] }], { yTitle: "Index" });
 */
export function chart(given: readonly ChartSeries[], options: ChartOptions = {}): Figure {
  requireThat(given.length > 0, "chart", "need.atLeastOneSeries", given.length);
  const series = given.map((one): Drawn => ({
    ...one,
    x: Array.isArray(one.x) ? one.x : (one.x as Series).values,
    y: drawnValues(one.y),
  }));
  for (const { name, x, y } of series)
    requireThat(
      x.length === y.length,
      "chart",
      "need.xAndYSameLength",
      text("error.lengths", { one: x.length, other: y.length }),
      { name },
    );
  const title = options.title ?? "";
  return showable({
    data: series.map((one, at) => seriesTrace(one, at, options)),
    layout: baseLayout(
      title,
      options.alt ??
        `${title ? `${title}: ` : ""}${series.map((one) => inWords(one, options.decimals)).join("; ")}`,
      {
        showlegend: series.length > 1,
        barmode: "group",
        xaxis: axis(options.xTitle ?? ""),
        yaxis: axis(options.yTitle ?? "", options.reversed ? { autorange: "reversed" } : {}),
        shapes: options.diagonal ? [diagonal(series)] : [],
      },
    ),
  });
}

/** A series by its first and its last value. */
function inWords({ name, x, y }: Drawn, decimals = 4): string {
  const known = x.flatMap((at, row) => {
    const value = y[row];
    return typeof value === "number" ? [`${Number(value.toFixed(decimals))} (${at})`] : [];
  });
  return `${label(name)} ${[...new Set([known.at(0), known.at(-1)])].join(" – ")}`;
}

function seriesTrace(one: Drawn, at: number, options: ChartOptions): PlotlyObject {
  const style = seriesStyle(at);
  const bars = one.mode === "bars";
  return {
    type: bars ? "bar" : "scatter",
    ...(bars
      ? {}
      : { mode: one.mode ?? "lines+markers", line: { color: style.colour, dash: style.dash, width: 3 } }),
    name: label(one.name),
    x: [...one.x],
    y: [...one.y],
    marker: bars ? { color: style.colour } : { color: style.colour, symbol: style.symbol, size: 11 },
    ...(one.intervals ? { error_y: errorBars(one, style.colour) } : {}),
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: one.x.map((x, row) =>
      hoverText(
        {
          exhibit: options.exhibit,
          series: label(one.name),
          edition: x,
          recomputed: pointText(one, row, options.decimals ?? 4),
        },
        options.decimals ?? 4,
      ),
    ),
  };
}

function pointText(one: Drawn, row: number, decimals: number): string | null {
  const value = one.y[row];
  if (value === null || value === undefined) return null;
  const interval = one.intervals?.[row];
  return interval
    ? `${value.toFixed(decimals)} [${interval.map((end) => end.toFixed(decimals)).join("; ")}]`
    : value.toFixed(decimals);
}

function errorBars(one: Drawn, colour: string): PlotlyObject {
  const arm = (end: 0 | 1): number[] =>
    one.y.map((value, row) => Math.abs((one.intervals![row]?.[end] ?? value ?? 0) - (value ?? 0)));
  return {
    type: "data",
    symmetric: false,
    array: arm(1),
    arrayminus: arm(0),
    color: colour,
    thickness: 2,
    width: 6,
  };
}

function diagonal(series: readonly Drawn[]): PlotlyObject {
  const all = series.flatMap((one) => [...one.x, ...one.y]).filter((value) => typeof value === "number");
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return {
    type: "line",
    x0: low,
    y0: low,
    x1: high,
    y1: high,
    line: { color: "#888888", width: 2, dash: "dot" },
  };
}
