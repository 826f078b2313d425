import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import { pointsOf, type Point, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hoverText } from "./hover.js";
import { axis, COLOURS, figureOf, seriesStyle, yearAxis, type FigureOptions } from "./theme.js";
import { errorBars, pointTrace } from "./traces.js";

export interface BackTestOptions extends FigureOptions {
  /** The columns of the published data. Default: "year" and "EGDI". */
  x?: string;
  y?: string;
}

/**
 * Plots past forecasts against the values published later: the published line in black, and each method's forecasts
 * with their intervals.
 * @param published a table with the columns `x` and `y`
 * @param past a table with the columns method, year, predicted, low and high, as `rollingOrigin` returns them
 * @example
 * backTest(official, rollingOrigin(official["year"], official["EGDI"], { naive: naiveForecast }).rows);
 */
export function backTest(published: TableLike, past: TableLike, options: BackTestOptions = {}): Figure {
  const { x = "year", y = "EGDI" } = options;
  const actual = pointsOf("backTest", published, { x, y });
  const forecasts = pointsOf("backTest", past, { x: "year", y: "predicted" });
  requireThat(forecasts.length > 0, "backTest", "need.atLeastOneForecast", forecasts.length);
  const known = new Map(actual.map((point) => [point.x, point.y]));
  const methods = [...new Set(forecasts.map(({ row }) => row["method"] as string))];
  const by = (method: string) => forecasts.filter(({ row }) => row["method"] === method);
  const traces = methods.map((method, at) => {
    const style = seriesStyle(at + 1);
    const points = by(method);
    // Offset around their edition, so that intervals do not overlap.
    const shift = (at - (methods.length - 1) / 2) * 0.22;
    const said = (one: Point): string => {
      const more = [`${label("forecast")}: ${fixed(one.y)}`];
      if (known.has(one.x)) more.push(`${label("published")}: ${fixed(known.get(one.x)!)}`);
      return hoverText({ exhibit: options.exhibit, series: label(method), edition: one.x }, 4, more);
    };
    const intervals = points.map(({ row }) => [row["low"], row["high"]] as number[]);
    const trace = pointTrace(label(method), points, { ...style, size: 13 }, said);
    return {
      ...trace,
      x: points.map((one) => one.x + shift),
      error_y: errorBars(
        points.map(({ y: value }) => value),
        intervals,
        style.colour,
      ),
    };
  });
  const error = (method: string): string => {
    const errors = by(method).flatMap((one) =>
      known.has(one.x) ? [Math.abs(one.y - known.get(one.x)!)] : [],
    );
    if (errors.length === 0) return label(method);
    return `${label(method)} MAE ${fixed(errors.reduce((sum, one) => sum + one, 0) / errors.length)}`;
  };
  const name = label("published");
  const black = { colour: COLOURS.black, width: 4, size: 10 };
  const line = pointTrace(name, actual, black, (one) => `${name}, ${one.x}: ${fixed(one.y)}`);
  const xaxis = yearAxis(actual.map((point) => point.x));
  const layout = { showlegend: true, xaxis, yaxis: axis(label("index value")) };
  return figureOf(options, methods.map(error).join("; "), [line, ...traces], layout, label("back-test"));
}
