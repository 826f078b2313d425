import { requireThat } from "../base/check.js";
import { label, text } from "../base/text.js";
import type { Series } from "../helper/table/data-frame.js";
import { isSeries, type Numbers } from "../helper/table/numbers.js";
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
  const series = given.map((one, at) => seriesOf(one, at, options));
  const says = series.map((one) => one.says).join("; ");
  const traces = series.map(({ trace }) => trace);
  return figureOf(options, says, traces, {
    showlegend: series.length > 1,
    barmode: "group",
    xaxis: axis(options.xTitle ?? ""),
    yaxis: axis(options.yTitle ?? "", options.reversed ? { autorange: "reversed" } : {}),
  });
}

/** One series' trace, and its first and last values in words. */
function seriesOf(
  { name, x: across, y: up, intervals, mode = "lines+markers" }: ChartSeries,
  at: number,
  { exhibit, decimals = 4 }: ChartOptions,
): { trace: PlotlyObject; says: string } {
  const x = isSeries(across) ? across.values : across;
  const y = drawnValues(up);
  const lengths = text("error.lengths", { one: x.length, other: y.length });
  requireThat(x.length === y.length, "chart", "need.xAndYSameLength", lengths, { name });
  const series = label(name);
  const style = seriesStyle(at);
  const texts = x.map((edition, row) => {
    const [value = null, interval] = [y[row], intervals?.[row]];
    const recomputed = value !== null && interval ? `${fixed(value, decimals)} ${intervalText(interval, decimals)}` : value; // prettier-ignore
    return hoverText({ exhibit, series, edition, recomputed }, decimals);
  });
  const look = { ...style, width: mode.includes("lines") ? 3 : 0, size: mode.includes("markers") ? 11 : 0 };
  const bars = { type: "bar", name: series, x: [...x], y, marker: { color: style.colour }, ...hovering(texts) }; // prettier-ignore
  const known = x.flatMap((edition, row) => {
    const value = y[row] ?? null;
    // A number that rounds to 0 has no sign here.
    return value === null ? [] : `${fixed(Number(value.toFixed(decimals)), decimals)} (${edition})`;
  });
  return {
    says: `${series} ${[...new Set([known.at(0), known.at(-1)])].join(" – ")}`,
    trace: {
      ...(mode === "bars" ? bars : scatter(series, x, y, look, texts)),
      ...(intervals && { error_y: errorBars(y, intervals, style.colour) }),
    },
  };
}
