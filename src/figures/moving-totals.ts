import { showable } from "../base/display.js";
import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import { label } from "../base/text.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { slider } from "./slider.js";
import { axis, baseLayout, COLOURS, type FigureOptions } from "./theme.js";

/** How moving totals are drawn. */
export interface MovingTotalsOptions extends FigureOptions {
  /** The window widths that the slider offers, odd. Default: 1, 3, 5, 7. */
  widths?: readonly number[];
  /** The width shown first. Default: the last of the paper's, 5, where it is offered. */
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
 * Moving totals of a series with the trend line through them; the slider changes the window's width, and the
 * line, its equation and R² are refitted for each.
 * @example
 * show(movingTotals(loadPaper().table5, { exhibit: "Table 5" }));
 */
export function movingTotals(table: TableLike, options: MovingTotalsOptions = {}): Figure {
  const widths = options.widths ?? [1, 3, 5, 7];
  const x = columnNumbers("movingTotals", table, options.x ?? "T") as number[];
  const values = columnNumbers("movingTotals", table, options.column ?? "EGDI") as number[];
  const editions = columnNumbers("movingTotals", table, options.year ?? "year");
  const fits = widths.map((width) => fitAt(width, x, values, options));
  const active = Math.max(0, widths.indexOf(options.start ?? 5));
  const traces = fits.flatMap((fit, at) =>
    fitTraces(fit, at === active, editions, printedTotals(table, fit.width, options), options),
  );
  const steps = fits.map((fit, at) => ({
    label: String(fit.width),
    args: [
      { visible: traces.map((_, trace) => Math.floor(trace / 2) === at) },
      { "title.text": titleOf(fit, options), "yaxis.range": rangeOf(fit) },
    ] as [PlotlyObject, PlotlyObject],
  }));
  const shown = fits[active]!;
  const alt =
    options.alt ?? fits.map((fit) => `${label("window width")} ${fit.width}: ${equation(fit)}`).join("; ");
  return showable({
    data: traces,
    layout: baseLayout(titleOf(shown, options), alt, {
      height: 600,
      showlegend: true,
      margin: { l: 70, r: 30, t: 105, b: 60 },
      xaxis: axis("T", { dtick: 1 }),
      yaxis: axis(options.average ? label("moving average") : label("moving total"), {
        range: rangeOf(shown),
      }),
      sliders: [slider(label("window width"), steps, active)],
    }),
  });
}

interface Fit {
  width: number;
  x: number[];
  y: (number | null)[];
  slope: number;
  intercept: number;
  rSquared: number;
}

function fitAt(width: number, x: number[], values: number[], options: MovingTotalsOptions): Fit {
  const y = movingTotal(values, width).map((total) =>
    Number.isNaN(total) ? null : options.average ? total / width : total,
  );
  const rows = y.flatMap((total, row) => (total === null ? [] : [row]));
  const { slope, intercept, rSquared } = linearTrend(
    rows.map((row) => x[row]!),
    rows.map((row) => y[row]!),
  );
  return { width, x, y, slope, intercept, rSquared };
}

/** What the table itself has in its column "m3", "m5" ... of totals. */
function printedTotals(table: TableLike, width: number, options: MovingTotalsOptions): (number | null)[] {
  const name = `m${width}`;
  return options.average || !columnNames(table).includes(name)
    ? []
    : columnNumbers("movingTotals", table, name);
}

function fitTraces(
  fit: Fit,
  visible: boolean,
  editions: readonly (number | null)[],
  printed: readonly (number | null)[],
  options: MovingTotalsOptions,
): PlotlyObject[] {
  const name = options.average ? label("moving average") : label("moving total");
  const ends = [fit.x[0]!, fit.x.at(-1)!];
  return [
    {
      type: "scatter",
      mode: "lines+markers",
      visible,
      name: `${name}, m = ${fit.width}`,
      x: fit.x,
      y: fit.y,
      line: { color: COLOURS.blue, width: 3 },
      marker: { color: COLOURS.blue, size: 11 },
      hovertemplate: "%{customdata}<extra></extra>",
      customdata: fit.y.map((value, row) =>
        hoverText(
          {
            exhibit: options.exhibit,
            series: `m = ${fit.width}`,
            edition: editions[row] ?? "",
            printed: printed[row],
            recomputed: value,
          },
          4,
        ),
      ),
    },
    {
      type: "scatter",
      mode: "lines",
      visible,
      name: label("trend line"),
      x: ends,
      y: ends.map((end) => fit.intercept + fit.slope * end),
      line: { color: COLOURS.vermillion, width: 3, dash: "dash" },
      hoverinfo: "skip",
    },
  ];
}

function equation(fit: Fit): string {
  const sign = fit.intercept < 0 ? "−" : "+";
  return `y = ${fit.slope.toFixed(4)} T ${sign} ${Math.abs(fit.intercept).toFixed(4)}, R² = ${fit.rSquared.toFixed(4)}`;
}

function titleOf(fit: Fit, options: MovingTotalsOptions): string {
  return `${options.title ? `${label(options.title)}<br>` : ""}m = ${fit.width}: ${equation(fit)}`;
}

function rangeOf(fit: Fit): number[] {
  const known = fit.y.filter((value) => value !== null);
  const line = [fit.x[0]!, fit.x.at(-1)!].map((end) => fit.intercept + fit.slope * end);
  const [low, high] = [Math.min(...known, ...line), Math.max(...known, ...line)];
  return [low - 0.06 * (high - low), high + 0.06 * (high - low)];
}
