import { showable } from "../base/display.js";
import { label } from "../base/text.js";
import { requireThat } from "../base/check.js";
import { pointsOf, type Point, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { slider } from "./slider.js";
import { axis, baseLayout, COLOURS, type FigureOptions } from "./theme.js";

/** A forecast: its time, its value, and the ends of its interval. */
export interface Forecast {
  x: number;
  fit: number;
  interval: readonly [number, number];
}

/** How a fan of forecasts is drawn. */
export interface FanOptions extends FigureOptions {
  /** The intervals' level, for the legend. Default: 0.95. */
  level?: number;
  /** The columns of the history, and of `actual`, along the horizontal axis and of values. Default: "x" and "y". */
  x?: string;
  y?: string;
  /** What was later published, drawn as crosses: a table with the same columns. */
  actual?: TableLike;
  xTitle?: string;
  yTitle?: string;
  /** The highest possible value, drawn as a line: an index cannot exceed 1. */
  bound?: number;
}

/**
 * A series and its forecasts, each with its interval; the slider sets the horizon. The band begins at the first
 * forecast, since a prediction interval never has zero width.
 * @param table the data that the forecasts are based on, in order; rows with a missing value are left out.
 * @param forecasts in order of their horizon, as the forecasting functions and `linearTrend(...).predict` give them; at
 *   least one.
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
  const upTo = (horizon: number): readonly Forecast[] => forecasts.slice(0, horizon);
  const steps = forecasts.map((forecast, at) => ({
    label: String(forecast.x),
    args: [
      {
        x: [bandX(upTo(at + 1)), upTo(at + 1).map((one) => one.x)],
        y: [bandY(upTo(at + 1)), upTo(at + 1).map((one) => one.fit)],
      },
      {},
      [0, 1],
    ] as [PlotlyObject, PlotlyObject, number[]],
  }));
  const far = forecasts.at(-1)!;
  const alt =
    options.alt ??
    `${options.title ?? label("forecast")}: ${forecasts.map((one) => `${one.x}: ${one.fit.toFixed(3)} [${one.interval[0].toFixed(3)}; ${one.interval[1].toFixed(3)}]`).join("; ")}`;
  return showable({
    data: [
      ...fanTraces(forecasts, options),
      historyTrace(history, options),
      ...(options.actual ? [actualTrace(pointsOf("forecastFan", options.actual, options), options)] : []),
    ],
    layout: baseLayout(options.title ?? label("forecast"), alt, {
      height: 600,
      showlegend: true,
      xaxis: axis(options.xTitle ?? label("year"), { range: [history[0]!.x - 0.7, far.x + 0.7] }),
      yaxis: axis(options.yTitle ?? label("index value")),
      shapes: options.bound === undefined ? [] : [boundLine(options.bound)],
      sliders: [slider(label("horizon"), steps, forecasts.length - 1)],
    }),
  });
}

function bandX(forecasts: readonly Forecast[]): number[] {
  const x = forecasts.map((one) => one.x);
  return [...x, ...x.toReversed()];
}

function bandY(forecasts: readonly Forecast[]): number[] {
  return [
    ...forecasts.map((one) => one.interval[1]),
    ...forecasts.map((one) => one.interval[0]).toReversed(),
  ];
}

function fanTraces(forecasts: readonly Forecast[], options: FanOptions): PlotlyObject[] {
  return [
    {
      type: "scatter",
      mode: "lines",
      name: `${Math.round((options.level ?? 0.95) * 100)} %`,
      x: bandX(forecasts),
      y: bandY(forecasts),
      fill: "toself",
      fillcolor: "rgba(86,180,233,0.35)",
      line: { color: COLOURS.sky, width: 1 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "lines+markers",
      name: label("forecast"),
      x: forecasts.map((one) => one.x),
      y: forecasts.map((one) => one.fit),
      line: { color: COLOURS.blue, width: 3, dash: "dash" },
      marker: { color: "#ffffff", size: 12, line: { color: COLOURS.blue, width: 3 } },
      hovertemplate: "%{customdata}<extra></extra>",
      customdata: forecasts.map((one) =>
        hoverText({
          exhibit: options.exhibit,
          series: label("forecast"),
          edition: one.x,
          recomputed: `${one.fit.toFixed(4)} [${one.interval[0].toFixed(4)}; ${one.interval[1].toFixed(4)}]`,
        }),
      ),
    },
  ];
}

function historyTrace(history: readonly Point[], options: FanOptions): PlotlyObject {
  return {
    ...pointsTrace(label("observed"), history, options),
    mode: "lines+markers",
    line: { color: COLOURS.black, width: 4 },
    marker: { color: COLOURS.black, size: 10 },
  };
}

function actualTrace(actual: readonly Point[], options: FanOptions): PlotlyObject {
  return {
    ...pointsTrace(label("published later"), actual, options),
    mode: "markers",
    marker: { color: COLOURS.vermillion, symbol: "x", size: 14 },
  };
}

function pointsTrace(series: string, points: readonly Point[], options: FanOptions): PlotlyObject {
  return {
    type: "scatter",
    name: series,
    x: points.map((point) => point.x),
    y: points.map((point) => point.y),
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: points.map(
      ({ x, y }) => hoverText({ exhibit: options.exhibit, series, edition: x }) + `: ${y.toFixed(4)}`,
    ),
  };
}

function boundLine(y: number): PlotlyObject {
  const line = { color: COLOURS.grey, width: 2, dash: "dot" };
  return { type: "line", xref: "paper", x0: 0, x1: 1, y0: y, y1: y, line };
}
