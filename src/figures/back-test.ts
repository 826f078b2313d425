import { requireThat } from "../check.js";
import { label } from "../notebook/language.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, COLOURS, seriesStyle, type FigureOptions } from "./theme.js";

/** What one method had forecast for one edition before that was known. */
export interface BackTestPoint {
  method: string;
  x: number;
  predicted: number;
  interval?: readonly [number, number];
}

/**
 * Forecasts made at the time against what was published afterwards: the published line in black, each method's
 * forecasts beside it with their intervals.
 */
export function backTest(
  actual: readonly { x: number; y: number }[],
  forecasts: readonly BackTestPoint[],
  options: FigureOptions & { yTitle?: string } = {},
): Figure {
  requireThat(forecasts.length > 0, "backTest", "at least one forecast", forecasts.length);
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
  return {
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
      xaxis: axis(label("year"), { tickvals: actual.map((point) => point.x) }),
      yaxis: axis(options.yTitle ?? label("index")),
    }),
  };
}

/** Methods stand side by side around their edition, so that their intervals do not cover each other. */
function methodTrace(
  method: string,
  at: number,
  shift: number,
  points: readonly BackTestPoint[],
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
  forecasts: readonly BackTestPoint[],
  known: ReadonlyMap<number, number>,
): string {
  const errors = forecasts
    .filter((one) => one.method === method && known.has(one.x))
    .map((one) => Math.abs(one.predicted - known.get(one.x)!));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return errors.length === 0 ? "" : `MAE ${mean.toFixed(4)}`;
}
