import { mean } from "simple-statistics";
import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import { pointsOf, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hoverText } from "./hover.js";
import { axis, COLOURS, figureOf, seriesStyle, yearAxis, type FigureOptions } from "./theme.js";
import { errorBars, scatter } from "./traces.js";

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
  const { x = "year", y = "EGDI", exhibit } = options;
  const actual = pointsOf("backTest", published, { x, y });
  const forecasts = pointsOf("backTest", past, { x: "year", y: "predicted" });
  requireThat(forecasts.length > 0, "backTest", "need.atLeastOneForecast", forecasts.length);
  const known = new Map(actual.map((point) => [point.x, point.y]));
  const methods = [...new Set(forecasts.map(({ row }) => row["method"] as string))];
  const name = label("published");
  const drawn = methods.map((method, at) => {
    const points = forecasts.filter(({ row }) => row["method"] === method);
    const style = seriesStyle(at + 1);
    const series = label(method);
    const trace = scatter(series, points, { ...style, size: 13 }, (one) => {
      const later = known.has(one.x) ? [`${name}: ${fixed(known.get(one.x)!)}`] : [];
      return hoverText({ exhibit, series, edition: one.x }, 4, [`${label("forecast")}: ${fixed(one.y)}`, ...later]); // prettier-ignore
    });
    // Offset around their edition, so that intervals do not overlap.
    const shift = (at - (methods.length - 1) / 2) * 0.22;
    const intervals = points.map(({ row }) => [row["low"], row["high"]] as number[]);
    const error_y = errorBars(points.map((one) => one.y), intervals, style.colour); // prettier-ignore
    const errors = points.flatMap((one) => (known.has(one.x) ? Math.abs(one.y - known.get(one.x)!) : []));
    return {
      says: errors.length === 0 ? series : `${series} MAE ${fixed(mean(errors))}`,
      trace: { ...trace, x: points.map((one) => one.x + shift), error_y },
    };
  });
  const black = { colour: COLOURS.black, width: 4, size: 10 };
  const line = scatter(name, actual, black, (one) => `${name}, ${one.x}: ${fixed(one.y)}`);
  const says = drawn.map((one) => one.says).join("; ");
  const xaxis = yearAxis(actual.map((point) => point.x));
  const layout = { showlegend: true, xaxis, yaxis: axis("index value") };
  return figureOf(options, says, [line, ...drawn.map(({ trace }) => trace)], layout, label("back-test"));
}
