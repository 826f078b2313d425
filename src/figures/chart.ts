import { requireThat } from "../base/check.js";
import { label, text } from "../base/text.js";
import type { Series } from "../helper/table/data-frame.js";
import type { Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { fixed, hovering, hoverText, intervalText } from "./hover.js";
import { axis, figureOf, seriesStyle, type FigureOptions } from "./theme.js";
import { errorBars, scatter } from "./traces.js";

/** One series of a chart. */
export interface ChartSeries {
  name: string;
  x: Series | readonly (number | string)[];
  /** NaN and null leave gaps. */
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
  /** Reverse the vertical axis (for ranks). Default: false. */
  reversed?: boolean;
  /** Decimal places in the hover text and the alternative text. Default: 4. */
  decimals?: number;
}

/**
 * Draws lines, points or columns, with optional intervals: the general-purpose chart.
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
  for (const { name, x, y } of series) {
    const lengths = text("error.lengths", { one: x.length, other: y.length });
    requireThat(x.length === y.length, "chart", "need.xAndYSameLength", lengths, { name });
  }
  const says = series.map((one) => inWords(one, options.decimals)).join("; ");
  const traces = series.map((one, at) => seriesTrace(one, at, options));
  return figureOf(options, says, traces, {
    showlegend: series.length > 1,
    barmode: "group",
    xaxis: axis(label(options.xTitle ?? "")),
    yaxis: axis(label(options.yTitle ?? ""), options.reversed ? { autorange: "reversed" } : {}),
  });
}

/** Describes a series by its first and last values. */
function inWords({ name, x, y }: Drawn, decimals = 4): string {
  const known = x.flatMap((at, row) => {
    const value = y[row];
    return typeof value === "number" ? [`${fixed(Number(value.toFixed(decimals)), decimals)} (${at})`] : [];
  });
  return `${label(name)} ${[...new Set([known.at(0), known.at(-1)])].join(" – ")}`;
}

function seriesTrace(one: Drawn, at: number, { exhibit, decimals = 4 }: ChartOptions): PlotlyObject {
  const style = seriesStyle(at);
  const { x, y, intervals, mode = "lines+markers" } = one;
  const texts = x.map((edition, row) => {
    const [value, interval] = [y[row], intervals?.[row]];
    const said = typeof value === "number" && interval ? `${fixed(value, decimals)} ${intervalText(interval, decimals)}` : value; // prettier-ignore
    return hoverText({ exhibit, series: label(one.name), edition, recomputed: said }, decimals);
  });
  const look = { ...style, width: mode.includes("lines") ? 3 : 0, size: mode.includes("markers") ? 11 : 0 };
  const bars = { type: "bar", name: label(one.name), x: [...x], y: [...y], marker: { color: style.colour } };
  return {
    ...(mode === "bars" ? { ...bars, ...hovering(texts) } : scatter(label(one.name), x, y, look, texts)),
    ...(intervals ? { error_y: errorBars(y, intervals, style.colour) } : {}),
  };
}
