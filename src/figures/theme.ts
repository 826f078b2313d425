import type { PlotlyObject } from "./figure.js";

/** Okabe and Ito's palette: told apart with any kind of colour vision. */
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

/** How the n-th series of a chart looks: colour, sign and dash all differ, so that no one of them must be seen. */
export const SERIES: readonly { colour: string; symbol: string; dash: string }[] = [
  { colour: COLOURS.black, symbol: "circle", dash: "solid" },
  { colour: COLOURS.blue, symbol: "square", dash: "solid" },
  { colour: COLOURS.vermillion, symbol: "diamond", dash: "dash" },
  { colour: COLOURS.green, symbol: "triangle-up", dash: "dot" },
  { colour: COLOURS.orange, symbol: "cross", dash: "dashdot" },
  { colour: COLOURS.purple, symbol: "x", dash: "longdash" },
  { colour: COLOURS.sky, symbol: "star", dash: "solid" },
];

/** The n-th series' look; the list begins again where it ends. */
export function seriesStyle(at: number): (typeof SERIES)[number] {
  return SERIES[at % SERIES.length]!;
}

/** Letters for the back of a classroom; DejaVu has all Kazakh ones where a picture is made without a browser. */
const FONT = { family: "'DejaVu Sans', 'Noto Sans', Arial, sans-serif", size: 16, color: "#222222" };

/** The grid is there to be read off, not to be looked at. */
export function axis(title: string, more: PlotlyObject = {}): PlotlyObject {
  return {
    title: { text: title, standoff: 12 },
    automargin: true,
    linecolor: "#888888",
    ...(more.zeroline === false ? {} : { zerolinecolor: "#bbbbbb" }),
    ...(more.showgrid === false ? {} : { gridcolor: "#e3e3e3" }),
    ...(more.ticks === "" ? {} : { ticks: "outside", tickcolor: "#888888" }),
    ...more,
  };
}

/** Part of a bar's marker: light strokes over its colour, so that parts are told apart in print without colour; "" for none. */
export function hatching(shape: string): PlotlyObject {
  if (shape === "") return {};
  return {
    pattern: { shape, fgcolor: "rgba(255,255,255,0.55)", fillmode: "overlay", size: 9, solidity: 0.25 },
  };
}

/** Ticks of an axis of ranks: 1, which a round step would miss, and then round numbers down to the worst. */
export function rankTicks(worst: number): number[] {
  const step = worst > 50 ? 20 : worst > 15 ? 10 : 5;
  return [1, ...Array.from({ length: Math.ceil(worst / step) }, (_, at) => step * (at + 1))];
}

/** Ticks at the editions, without those whose label would run into the one before it. */
export function editionTicks(editions: readonly number[]): number[] {
  const inOrder = [...editions].sort((a, b) => a - b);
  const room = 0.08 * (inOrder.at(-1)! - inOrder[0]!);
  return inOrder.reduce<number[]>(
    (ticks, year) => (ticks.length === 0 || year - ticks.at(-1)! >= room ? [...ticks, year] : ticks),
    [],
  );
}

/** What every chart is told about itself. */
export interface FigureOptions {
  /** Heading of the chart. */
  title?: string;
  /** The exhibit that it shows, as named in the hover text: "Table 3". */
  exhibit?: string;
  /** Alternative text: what the chart shows, in a sentence. Default: made from the data. */
  alt?: string;
}

/** The layout that all charts share; `alt` is what the chart shows, in words. */
export function baseLayout(title: string, alt: string, more: PlotlyObject = {}): PlotlyObject {
  const legend = more.showlegend === true;
  return {
    title: {
      text: title,
      font: { size: 20 },
      x: 0.02,
      xanchor: "left",
      y: 0.97,
      yref: "container",
      yanchor: "top",
    },
    meta: { alt },
    font: FONT,
    height: 500,
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    margin: { l: 70, r: 30, t: legend ? 90 : 60, b: 60 },
    hoverlabel: { font: { size: 16 }, align: "left" },
    ...(legend ? { legend: { orientation: "h", x: 0, y: 1.02, xanchor: "left", yanchor: "bottom" } } : {}),
    ...more,
  };
}
