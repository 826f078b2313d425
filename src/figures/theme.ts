import { showable } from "../base/display.js";
import { getLanguage, withDecimalMark } from "../base/language.js";
import { lateData } from "../base/project.js";
import { label } from "../base/text.js";
import { isSeries } from "../helper/table/numbers.js";
import type { Figure, PlotlyObject } from "./figure.js";

/** Okabe and Ito's palette, distinguishable with any kind of color vision. */
export const COLOURS = {
  black: "#000000",
  blue: "#0072b2",
  vermillion: "#d55e00",
  green: "#009e73",
  orange: "#e69f00",
  purple: "#cc79a7",
  sky: "#56b4e9",
  yellow: "#f0e442",
  grey: "#767676",
} as const;

/** The look of the n-th series: color, marker and dash all differ, so that none of them alone is essential. */
export const SERIES: readonly { colour: string; symbol: string; dash: string }[] = [
  { colour: COLOURS.black, symbol: "circle", dash: "solid" },
  { colour: COLOURS.blue, symbol: "square", dash: "solid" },
  { colour: COLOURS.vermillion, symbol: "diamond", dash: "dash" },
  { colour: COLOURS.green, symbol: "triangle-up", dash: "dot" },
  { colour: COLOURS.orange, symbol: "cross", dash: "dashdot" },
  { colour: COLOURS.purple, symbol: "x", dash: "longdash" },
  { colour: COLOURS.sky, symbol: "star", dash: "solid" },
];

/** The n-th series' look; the list repeats. */
export const seriesStyle = (at: number): (typeof SERIES)[number] => SERIES[at % SERIES.length]!;

/**
 * The look of all charts, as a Plotly template; a figure's own layout overrides any part of it. Letters are large enough
 * for the back of a classroom, and DejaVu has all Kazakh ones when a picture is made without a browser.
 */
const template = lateData<PlotlyObject>("figures", "template.json");

/** Options that every chart has. */
export interface FigureOptions {
  /** The chart's heading, or its parts: `[country, "EGDI"]`. */
  title?: string | readonly string[];
  /** The exhibit shown, as named in the hover text: "Table 3". */
  exhibit?: string;
  /** Alternative text: one sentence on what the chart shows. Default: generated from the data. */
  alt?: string;
}

/** The chart's heading in the current language, or `otherwise` if it has none. */
export const titleOf = ({ title }: FigureOptions, otherwise = ""): string =>
  title === undefined ? otherwise : withDecimalMark(label(title));

/** Makes a figure in the common style from a description in words, traces, a layout, and a default heading. */
export function figureOf(
  options: FigureOptions,
  says: string,
  data: PlotlyObject[],
  layout: PlotlyObject,
  otherwise = "",
): Figure {
  const title = titleOf(options, otherwise);
  const heading = wrapped(title);
  const top = (layout["showlegend"] ? 90 : 60) + 24 * (heading.split("<br>").length - 1);
  const alt = withDecimalMark([title.replaceAll("<br>", ", "), says].filter(Boolean).join(": "));
  const margin = { l: 70, r: 30, t: top, b: 60, ...(layout["margin"] as object | undefined) };
  const own = { title: { text: heading }, meta: { alt: options.alt ?? alt }, height: 500 };
  return showable(inStyle({ data, layout: { ...own, ...layout, margin } }));
}

/**
 * Applies the common style to any figure where its own layout sets nothing. Titles given as strings, which only older
 * versions of Plotly accept, and a table's columns in traces work, too.
 */
export function inStyle(figure: Figure): Figure {
  const withTitle = (given: PlotlyObject): PlotlyObject =>
    mapped(given, (part, key) => (key === "title" && typeof part === "string" ? { text: part } : part));
  const layout = mapped(withTitle(figure.layout), (part, key) =>
    /^[xy]axis\d*$/.test(key) ? withTitle(part as PlotlyObject) : part,
  );
  const data = figure.data.map((trace) => mapped(trace, (part) => (isSeries(part) ? part.values : part)));
  const xaxis = { ...fewYears(data, layout["xaxis"]), ...(layout["xaxis"] as PlotlyObject | undefined) };
  const separators = getLanguage() === "en" ? {} : { separators: ",\u00a0" };
  return {
    ...figure,
    data,
    layout: {
      template: template(),
      ...separators,
      ...layout,
      ...(Object.keys(xaxis).length > 0 && { xaxis }),
    },
    config: { responsive: true, displaylogo: false, ...figure.config },
  };
}

const mapped = (given: PlotlyObject, to: (part: unknown, key: string) => unknown): PlotlyObject =>
  Object.fromEntries(Object.entries(given).map(([key, part]) => [key, to(part, key)]));
/** Ticks at the years themselves if they are few: Plotly would print 2,019.5. */
function fewYears(data: readonly PlotlyObject[], given: unknown): PlotlyObject {
  const isOwn = ["tickvals", "dtick", "nticks", "tickformat", "type"].some((key) => key in Object(given));
  const all = data.flatMap(({ x, xaxis = "x" }) =>
    xaxis === "x" && Array.isArray(x) ? (x as unknown[]) : [],
  );
  if (isOwn || !all.every((year): year is number => Number.isInteger(year))) return {};
  const years = [...new Set(all)].sort((a, b) => a - b);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  if (!(first > 1000 && last < 3000 && last > first && last - first <= 8)) return {};
  return { tickvals: years };
}

/** A long heading, wrapped to at most 70 characters per line. */
function wrapped(title: string): string {
  return title
    .split("<br>")
    .map((line) => (line.length > 70 ? line.replace(/(.{40,70})\s/g, "$1<br>") : line))
    .join("<br>");
}

/** An axis with its title, in the current language and with a capital. */
export const axis = (title: string, more: PlotlyObject = {}): PlotlyObject => ({
  title: { text: label(title).replace(/^\p{Ll}(?=\p{L})/u, (letter) => letter.toUpperCase()) },
  ...more,
});

/** A bar's marker: light hatching over its color, so that parts differ in black-and-white print; "" for none. */
export function barMarker(color: string, shape: string): PlotlyObject {
  const pattern = { shape, fgcolor: "rgba(255,255,255,0.55)", fillmode: "overlay", size: 9, solidity: 0.25 };
  return { color, line: { color: "#333333", width: 1 }, ...(shape !== "" && { pattern }) };
}

/** Text in the middle of a bar. */
export const inBar = (size: number): PlotlyObject => ({
  textposition: "inside",
  insidetextanchor: "middle",
  textangle: 0,
  textfont: { size, color: "#000000" },
});

/** Lower and upper end of an axis: those of the values, with room for a share of their range. */
export function endsOf(values: readonly (number | null)[], room: number): number[] {
  const known = values.filter((value) => value !== null);
  const low = known.reduce((least, value) => Math.min(least, value), Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
  return [low - room * (high - low), high + room * (high - low)];
}

/** Ticks for an axis of ranks: 1, which a round step would miss, then round numbers up to the worst. */
export function rankTicks(worst: number): number[] {
  const step = worst > 50 ? 20 : worst > 15 ? 10 : 5;
  return [1, ...Array.from({ length: Math.ceil(worst / step) }, (_, at) => step * (at + 1))];
}

/** Years along the horizontal axis, without those whose label would overlap the previous one. */
export function yearAxis(editions: readonly number[]): PlotlyObject {
  const inOrder = [...new Set(editions)].sort((a, b) => a - b);
  const room = 0.08 * (inOrder.at(-1)! - inOrder[0]!);
  const tickvals = inOrder.reduce<number[]>(
    (ticks, year) => (ticks.length === 0 || year - ticks.at(-1)! >= room ? [...ticks, year] : ticks),
    [],
  );
  return axis("year", { tickvals, tickangle: 0 });
}
