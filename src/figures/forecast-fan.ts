import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import { pointsOf, type Point, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { fixed, hoverText, intervalText } from "./hover.js";
import { slider, type SliderStep } from "./slider.js";
import { axis, COLOURS, figureOf, type FigureOptions } from "./theme.js";
import { scatter, type TraceStyle } from "./traces.js";

/** A forecast: its time, value and interval. */
export interface Forecast {
  x: number;
  fit: number;
  interval: readonly [number, number];
}

/** Options of `forecastFan`. */
export interface FanOptions extends FigureOptions {
  /** The intervals' level, for the legend. Default: 0.95. */
  level?: number;
  /** The columns of times and values, in the history and in `actual`. Default: "x" and "y". */
  x?: string;
  y?: string;
  /** Values published later, drawn as crosses: a table with the same columns. */
  actual?: TableLike;
  xTitle?: string;
  /** The highest possible value, drawn as a line: an index cannot exceed 1. */
  bound?: number;
}

/**
 * Draws a series and its forecasts with their intervals; the slider sets the horizon. The band begins at the first
 * forecast, since a prediction interval never has zero width.
 * @param table the data that the forecasts are based on, in order; rows with missing values are left out.
 * @param forecasts in order of their horizon, as returned by the forecasting functions and `linearTrend(...).predict`;
 *   at least one.
 * @example
 * forecastFan(table5, [9, 10].map((t) => line.predict(t)), { x: "T", y: "m5" });
 */
export function forecastFan(
  table: TableLike,
  forecasts: readonly Forecast[],
  options: FanOptions = {},
): Figure {
  const history = pointsOf("forecastFan", table, options);
  requireThat(history.length > 0, "forecastFan", "need.historyAtLeastOnePoint", history.length);
  requireThat(forecasts.length > 0, "forecastFan", "need.atLeastOneForecast", forecasts.length);
  const { exhibit, actual, bound, level = 0.95 } = options;
  const series = label("forecast");
  const ahead = forecasts.map(({ x, fit, interval }) => ({ x, y: fit, interval }));
  const steps = ahead.map(({ x: horizon }, at): SliderStep => {
    const [band, shown] = [bandOf(ahead.slice(0, at + 1)), ahead.slice(0, at + 1)];
    const ends = { x: [band.x, shown.map(({ x }) => x)], y: [band.y, shown.map(({ y }) => y)] };
    return { label: String(horizon), args: [ends, {}, [0, 1]] };
  });
  const known = (name: string, points: readonly Point[], look: TraceStyle): PlotlyObject =>
    scatter(name, points, look, ({ x, y }) => `${hoverText({ exhibit, series: name, edition: x })}: ${fixed(y)}`); // prettier-ignore
  const line = { colour: COLOURS.blue, width: 3, dash: "dash", size: 12, hollow: true };
  const later = { colour: COLOURS.vermillion, symbol: "x", size: 14 };
  const limit = { color: COLOURS.grey, width: 2, dash: "dot" };
  const band = {
    ...bandOf(ahead),
    ...{ type: "scatter", mode: "lines", name: `${Math.round(level * 100)} %`, fill: "toself" },
    ...{ fillcolor: "rgba(86,180,233,0.35)", line: { color: COLOURS.sky, width: 1 }, hoverinfo: "skip" },
  };
  const traces = [
    band,
    scatter(series, ahead, line, ({ x, y, interval }) =>
      hoverText({ exhibit, series, edition: x, recomputed: `${fixed(y)} ${intervalText(interval)}` }),
    ),
    known(label("observed"), history, { colour: COLOURS.black, width: 4, size: 10 }),
    ...(actual ? [known(label("published later"), pointsOf("forecastFan", actual, options), later)] : []),
  ];
  const says = ahead.map(({ x, y, interval }) => `${x}: ${fixed(y, 3)} ${intervalText(interval, 3)}`);
  const layout = {
    height: 600,
    showlegend: true,
    xaxis: axis(options.xTitle ?? "year", { range: [history[0]!.x - 0.7, ahead.at(-1)!.x + 0.7] }),
    yaxis: axis("index value"),
    shapes: bound === undefined ? [] : [{ type: "line", xref: "paper", x0: 0, x1: 1, y0: bound, y1: bound, line: limit }], // prettier-ignore
    sliders: slider(label("horizon"), steps, ahead.length - 1),
  };
  return figureOf(options, says.join("; "), traces, layout, series);
}

/** The band's outline: along the upper ends and back along the lower ones. */
function bandOf(ahead: readonly Pick<Forecast, "x" | "interval">[]): { x: number[]; y: number[] } {
  const outline = [
    ...ahead.map((one) => ({ x: one.x, y: one.interval[1] })),
    ...ahead.map((one) => ({ x: one.x, y: one.interval[0] })).reverse(),
  ];
  return { x: outline.map(({ x }) => x), y: outline.map(({ y }) => y) };
}
