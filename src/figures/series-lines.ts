import { showable } from "../base/display.js";
import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import { label } from "../base/text.js";
import { endLabels } from "./end-labels.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, editionTicks, type FigureOptions, seriesStyle } from "./theme.js";

/** How lines over the editions are drawn. */
export interface SeriesOptions extends FigureOptions {
  /** The columns to draw. Default: all but `x`. */
  columns?: readonly string[];
  /** The column along the horizontal axis. Default: "year". */
  x?: string;
  /** A second table with the same columns (recomputed or published values), drawn thin with hollow signs and named in the hover text. */
  recomputed?: TableLike;
  /** A name for the second table. Default: "recomputed" in the present language. */
  recomputedName?: string;
  /** Decimals of the values in the hover text. Default: as the values are. */
  decimals?: number;
}

/** The lines of a table's columns over its editions, each named at its end; the axis of values is the caller's. */
export function seriesLines(
  caller: string,
  table: TableLike,
  options: SeriesOptions,
  yAxis: PlotlyObject,
): Figure {
  const x = columnNumbers(caller, table, options.x ?? "year");
  const names = options.columns ?? columnNames(table, [options.x ?? "year"]);
  const values = names.map((name) => columnNumbers(caller, table, name));
  const lines = names.map((name, at) => line(name, at, x, values[at]!, options));
  const others = options.recomputed ? names.flatMap((name, at) => otherLine(caller, name, at, options)) : [];
  const ends = names.flatMap((name, at) => lineEnd(name, at, x, values[at]!));
  const otherValues = others.flatMap((trace) => trace.y as (number | null)[]);
  const range = spread([...values.flat(), ...otherValues]);
  const editions = [...x, ...others.flatMap((trace) => trace.x as number[])].filter((year) => year !== null);
  const from = x.at(0);
  const to = x.at(-1);
  const alt =
    options.alt ??
    `${label(options.title ?? options.exhibit ?? "")} ${names.map((name, at) => `${label(name)}: ${values[at]!.at(0)} (${from}), ${values[at]!.at(-1)} (${to})`).join("; ")}`.trim();
  return showable({
    data: [...lines, ...others],
    layout: baseLayout(options.title ?? "", alt, {
      showlegend: others.length > 0,
      xaxis: axis(label("year"), { tickvals: editionTicks(editions), tickangle: 0 }),
      yaxis: yAxis,
      annotations: endLabels(ends, range * 0.07),
      margin: {
        l: 70,
        r: 40 + 11 * Math.max(...names.map((name) => label(name).length)),
        t: others.length > 0 ? 90 : 60,
        b: 60,
      },
    }),
  });
}

function line(
  name: string,
  at: number,
  x: (number | null)[],
  y: (number | null)[],
  options: SeriesOptions,
): PlotlyObject {
  const style = seriesStyle(at);
  const recomputed = recomputedAt(name, options);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: label(name),
    showlegend: false,
    x,
    y,
    connectgaps: false,
    line: { color: style.colour, dash: style.dash, width: at === 0 ? 4 : 3 },
    marker: { color: style.colour, symbol: style.symbol, size: 11 },
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: x.map((edition, row) =>
      hoverText(
        {
          exhibit: options.exhibit,
          series: label(name),
          edition: edition ?? "",
          printed: y[row],
          recomputed: recomputed.get(edition),
        },
        options.decimals,
      ),
    ),
  };
}

function recomputedAt(name: string, options: SeriesOptions): Map<number | null, number | null> {
  if (!options.recomputed || !columnNames(options.recomputed).includes(name)) return new Map();
  const x = columnNumbers("recomputed", options.recomputed, options.x ?? "year");
  const y = columnNumbers("recomputed", options.recomputed, name);
  return new Map(x.map((edition, row) => [edition, y[row]!]));
}

function otherLine(caller: string, name: string, at: number, options: SeriesOptions): PlotlyObject[] {
  if (!columnNames(options.recomputed!).includes(name)) return [];
  const style = seriesStyle(at);
  const what = label(options.recomputedName ?? "recomputed");
  return [
    {
      type: "scatter",
      mode: "lines+markers",
      name: `${label(name)}, ${what}`,
      x: columnNumbers(caller, options.recomputed!, options.x ?? "year"),
      y: columnNumbers(caller, options.recomputed!, name),
      line: { color: style.colour, width: 1.5, dash: "dot" },
      marker: { color: "#ffffff", symbol: style.symbol, size: 9, line: { color: style.colour, width: 2 } },
      hovertemplate: `${label(name)}, %{x}<br>${what}: %{y}<extra></extra>`,
    },
  ];
}

function lineEnd(name: string, at: number, x: (number | null)[], y: (number | null)[]) {
  const last = y.findLastIndex((value) => value !== null);
  if (last < 0) return [];
  return [{ text: label(name), x: x[last]!, y: y[last]!, colour: seriesStyle(at).colour }];
}

/** Largest less smallest value. */
export function spread(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return Math.max(...known) - Math.min(...known);
}
