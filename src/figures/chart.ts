import { requireThat } from "../base/check.js";
import { label, text } from "../base/text.js";
import type { Series } from "../helper/table/data-frame.js";
import { isSeries, type Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hoverText, intervalText } from "./hover.js";
import { axis, figureOf, seriesStyle, type FigureOptions } from "./theme.js";
import { bars, errorBars, scatter } from "./traces.js";

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
  const { exhibit, decimals = 4, xTitle = "", yTitle = "", reversed } = options;
  const drawn = given.map(({ name, x, y, intervals, mode = "lines+markers" }, at) => {
    const points = pointsAt(name, x, y);
    const series = label(name);
    const style = seriesStyle(at);
    const hover = ({ x: edition, y: value }: (typeof points)[number], row: number): string => {
      const interval = intervals?.[row];
      const recomputed = value !== null && interval ? `${fixed(value, decimals)} ${intervalText(interval, decimals)}` : value; // prettier-ignore
      return hoverText({ exhibit, series, edition, recomputed }, decimals);
    };
    const width = mode.includes("lines") ? 3 : 0;
    const size = mode.includes("markers") ? 11 : 0;
    const trace =
      mode === "bars"
        ? bars(series, points, { color: style.colour }, hover)
        : scatter(series, points, { ...style, width, size }, hover);
    const error_y = intervals && errorBars(points.map((one) => one.y), intervals, style.colour); // prettier-ignore
    // A number that rounds to 0 has no sign here.
    const known = points.flatMap(({ x: edition, y: value }) =>
      value === null ? [] : `${fixed(Number(value.toFixed(decimals)), decimals)} (${edition})`,
    );
    return {
      says: `${series} ${[...new Set([known.at(0), known.at(-1)])].join(" – ")}`,
      trace: { ...trace, ...(error_y && { error_y }) },
    };
  });
  const says = drawn.map((one) => one.says).join("; ");
  return figureOf(options, says, drawn.map(({ trace }) => trace), {
    showlegend: given.length > 1,
    barmode: "group",
    xaxis: axis(xTitle),
    yaxis: axis(yTitle, reversed ? { autorange: "reversed" } : {}),
  }); // prettier-ignore
}

function pointsAt(name: string, across: ChartSeries["x"], up: ChartSeries["y"]) {
  const x = isSeries(across) ? across.values : across;
  const y = drawnValues(up);
  const lengths = text("error.lengths", { one: x.length, other: y.length });
  requireThat(x.length === y.length, "chart", "need.xAndYSameLength", lengths, { name });
  return x.map((at: number | string, row: number) => ({ x: at, y: y[row]! }));
}
