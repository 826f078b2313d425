import { label } from "../base/text.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import { columnNames, columnNumbers, drawnValues, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { hoverText } from "./hover.js";
import { slider, type SliderStep } from "./slider.js";
import { axis, COLOURS, endsOf, figureOf, titleOf, type FigureOptions } from "./theme.js";
import { equation, scatter, trendLine } from "./traces.js";

/** Options of `movingTotals`. */
export interface MovingTotalsOptions extends FigureOptions {
  /** The odd window widths that the slider offers. Default: 1, 3, 5, 7. */
  widths?: readonly number[];
  /** The width shown first. Default: 5, the last of the paper's, if it is offered. */
  start?: number;
  /** The column to sum. Default: "EGDI". */
  column?: string;
  /** The column along the horizontal axis. Default: "T". */
  x?: string;
  /** The column that names the editions in the hover text. Default: "year". */
  year?: string;
  /** Divide by the width: averages instead of totals. Default: false. */
  average?: boolean;
}

/**
 * Draws a series' moving totals and the trend line through them; the slider changes the window width and refits the
 * line, its equation and R².
 * @example
 * show(movingTotals(loadPaper().table5, { exhibit: "Table 5" }));
 */
export function movingTotals(table: TableLike, options: MovingTotalsOptions = {}): Figure {
  const { widths = [1, 3, 5, 7], start = 5, average = false, exhibit, x: across = "T" } = options;
  const column = (name: string) => columnNumbers("movingTotals", table, name) as number[];
  const x = column(across);
  const values = column(options.column ?? "EGDI");
  const editions = column(options.year ?? "year");
  const ends = [x[0]!, x.at(-1)!];
  const active = Math.max(0, widths.indexOf(start));
  const name = label(average ? "moving average" : "moving total");
  const fits = widths.map((width, at) => {
    const totals = movingTotal(values, width).map((total) => (average ? total / width : total));
    const line = linearTrend(x, totals, { missing: "omit" });
    // The table's own columns of totals, "m3", "m5" and so on.
    const printed = !average && columnNames(table).includes(`m${width}`) ? column(`m${width}`) : [];
    const points = drawnValues(totals).map((y, row) => ({ x: x[row], y, edition: editions[row], printed: printed[row] })); // prettier-ignore
    const series = `m = ${width}`;
    const blue = { colour: COLOURS.blue, width: 3, size: 11 };
    const drawn = scatter(`${name}, ${series}`, points, blue, ({ y: recomputed, edition = "", printed }) =>
      hoverText({ exhibit, series, edition, printed, recomputed }, 4),
    );
    return {
      says: `${series}: ${equation(line, "T", 4).join(", ")}`,
      range: endsOf([...points.map(({ y }) => y), ...ends.map((end) => line.predict(end).fit)], 0.06),
      traces: [drawn, trendLine(line, ends)].map((trace) => ({ ...trace, visible: at === active })),
    };
  });
  const joined = (parts: readonly string[], by: string): string =>
    [titleOf(options), ...parts].filter(Boolean).join(by);
  const steps = fits.map(({ says, range }, at): SliderStep => {
    const visible = fits.flatMap((_, other) => [other === at, other === at]);
    const layout = { "title.text": joined([says], "<br>"), "yaxis.range": range };
    return { label: String(widths[at]), args: [{ visible }, layout] };
  });
  const { says, range } = fits[active]!;
  const alt = options.alt ?? joined(fits.map((fit) => fit.says), "; "); // prettier-ignore
  const layout = {
    height: 600,
    showlegend: true,
    xaxis: axis("T", { dtick: 1 }),
    yaxis: axis(name, { range }),
    sliders: slider(label("window width"), steps, active),
  };
  return figureOf({ alt }, "", fits.flatMap(({ traces }) => traces), layout, joined([says], "<br>")); // prettier-ignore
}
