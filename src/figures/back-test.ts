import { showable } from "../base/display.js";
import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import { pointsOf, type Point, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, COLOURS, editionTicks, seriesStyle, type FigureOptions } from "./theme.js";

/** What one method had forecast for one edition before that was known. */
interface PastForecast {
  method: string;
  x: number;
  predicted: number;
  interval?: readonly [number, number];
}

export interface BackTestOptions extends FigureOptions {
  yTitle?: string;
  /** The columns of what was published. Default: "year" and "EGDI". */
  x?: string;
  y?: string;
}

/**
 * Forecasts made at the time against what was published afterwards: the published line in black, each method's
 * forecasts beside it with their intervals.
 * @param published a table with the columns `x` and `y`
 * @param past a table with the columns method, year, predicted, low and high, as `rollingOrigin` gives it
 * @example
 * backTest(official, rollingOrigin(official["year"], official["EGDI"], { naive: naiveForecast }).rows);
 */
export function backTest(published: TableLike, past: TableLike, options: BackTestOptions = {}): Figure {
  const { x = "year", y = "EGDI" } = options;
  const actual = pointsOf("backTest", published, { x, y });
  const forecasts = pointsOf("backTest", past, { x: "year", y: "predicted" }).map(pastForecast);
  requireThat(forecasts.length > 0, "backTest", "need.atLeastOneForecast", forecasts.length);
  const methods = [...new Set(forecasts.map((one) => one.method))];
  const known = new Map(actual.map((point) => [point.x, point.y]));
  const traces = methods.map((method, at) => {
    const shift = (at - (methods.length - 1) / 2) * 0.22;
    return methodTrace(
      method,
      at,
      shift,
      forecasts.filter((one) => one.method === method),
      known,
      options,
    );
  });
  const title = options.title ?? label("back-test");
  const alt =
    options.alt ??
    `${title}: ${methods.map((method) => `${label(method)} ${errorOf(method, forecasts, known)}`).join("; ")}`;
  return showable({
    data: [
      {
        type: "scatter",
        mode: "lines+markers",
        name: label("published"),
        x: actual.map((point) => point.x),
        y: actual.map((point) => point.y),
        line: { color: COLOURS.black, width: 4 },
        marker: { color: COLOURS.black, size: 10 },
        hovertemplate: `${label("published")}, %{x}: %{y}<extra></extra>`,
      },
      ...traces,
    ],
    layout: baseLayout(title, alt, {
      showlegend: true,
      xaxis: axis(label("year"), { tickvals: editionTicks(actual.map((point) => point.x)), tickangle: 0 }),
      yaxis: axis(options.yTitle ?? label("index value")),
    }),
  });
}

function pastForecast({ x, y, row }: Point): PastForecast {
  const { low, high } = row as { low?: number; high?: number };
  const interval: [number, number] | undefined =
    low === undefined || high === undefined ? undefined : [low, high];
  return { method: String(row["method"]), x, predicted: y, interval };
}

/** Methods stand side by side around their edition, so that their intervals do not cover each other. */
function methodTrace(
  method: string,
  at: number,
  shift: number,
  points: readonly PastForecast[],
  known: ReadonlyMap<number, number>,
  options: FigureOptions,
): PlotlyObject {
  const style = seriesStyle(at + 1);
  const arm = (end: 0 | 1): number[] =>
    points.map((one) => (one.interval ? Math.abs(one.interval[end] - one.predicted) : 0));
  return {
    type: "scatter",
    mode: "markers",
    name: label(method),
    x: points.map((one) => one.x + shift),
    y: points.map((one) => one.predicted),
    marker: { color: style.colour, symbol: style.symbol, size: 13 },
    error_y: {
      type: "data",
      symmetric: false,
      array: arm(1),
      arrayminus: arm(0),
      color: style.colour,
      thickness: 2,
      width: 5,
    },
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: points.map((one) => {
      const value = known.get(one.x);
      const found = value === undefined ? "" : `<br>${label("published")}: ${value}`;
      return (
        hoverText({ exhibit: options.exhibit, series: label(method), edition: one.x }) +
        `<br>${label("forecast")}: ${one.predicted.toFixed(4)}${found}`
      );
    }),
  };
}

function errorOf(
  method: string,
  forecasts: readonly PastForecast[],
  known: ReadonlyMap<number, number>,
): string {
  const errors = forecasts
    .filter((one) => one.method === method && known.has(one.x))
    .map((one) => Math.abs(one.predicted - known.get(one.x)!));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return errors.length === 0 ? "" : `MAE ${mean.toFixed(4)}`;
}
