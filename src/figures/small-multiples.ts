import { showable } from "../base/display.js";
import { label } from "../base/text.js";
import { requireThat } from "../base/check.js";
import type { Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { baseLayout, COLOURS, type FigureOptions } from "./theme.js";

/** One panel: a name and its line; NaN and null are gaps. */
export interface Panel {
  name: string;
  x: Numbers;
  y: Numbers | readonly (number | null)[];
}

interface Drawn {
  name: string;
  x: (number | null)[];
  y: (number | null)[];
}

/** How the panels are set. */
export interface SmallMultiplesOptions extends FigureOptions {
  /** Panels in a row. Default: 4. */
  columns?: number;
  /** The panel whose line is drawn in colour, and grey in all the others for comparison. */
  highlight?: string;
  /** Turn the axis so that up is better (ranks). Default: false. */
  reversed?: boolean;
  /** Name of the values, for the hover text and the description. Default: "EGDI". */
  valueName?: string;
}

/**
 * One small panel for each country, all on the same axes, so that shapes can be compared at a glance.
 * @param given at least one, in reading order.
 */
export function smallMultiples(given: readonly Panel[], options: SmallMultiplesOptions = {}): Figure {
  const panels = given.map(({ name, x, y }): Drawn => ({ name, x: drawnValues(x), y: drawnValues(y) }));
  requireThat(panels.length > 0, "smallMultiples", "need.atLeastOnePanel", panels.length);
  const columns = Math.min(options.columns ?? 4, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const known = panels.flatMap((panel) => panel.y.filter((value) => value !== null));
  const margin = (Math.max(...known) - Math.min(...known)) * 0.08;
  const ends = [Math.min(...known) - margin, Math.max(...known) + margin];
  const years = panels.flatMap((panel) => panel.x.filter((year) => year !== null));
  const xRange = [Math.min(...years) - 1, Math.max(...years) + 1];
  const reference = panels.find((panel) => panel.name === options.highlight);
  const axes: PlotlyObject = {};
  const small = { tickfont: { size: 14 } };
  panels.forEach((_, at) => {
    const key = at === 0 ? "" : String(at + 1);
    const [row, column] = [Math.floor(at / columns), at % columns];
    const atLeft = column === 0;
    const atBottom = at + columns >= panels.length;
    const common = { gridcolor: "#e3e3e3", linecolor: "#888888", showline: true, zeroline: false };
    axes[`xaxis${key}`] = {
      ...common,
      anchor: `y${key}`,
      domain: domain(column, columns, 0.02),
      range: xRange,
      showticklabels: atBottom,
      nticks: 3,
      ...(atBottom ? small : {}),
    };
    axes[`yaxis${key}`] = {
      ...common,
      anchor: `x${key}`,
      domain: domain(rows - 1 - row, rows, 0.09),
      range: options.reversed ? ends.toReversed() : ends,
      showticklabels: atLeft,
      nticks: 4,
      ...(atLeft ? small : {}),
    };
  });
  const valueName = label(options.valueName ?? "EGDI");
  const title = options.title ?? valueName;
  return showable({
    data: panels.flatMap((panel, at) => panelTraces(panel, at, reference, valueName)),
    layout: baseLayout(
      title,
      options.alt ?? `${title}: ${panels.map((panel) => label(panel.name)).join(", ")}`,
      {
        showlegend: false,
        height: 150 * rows + 110,
        margin: { l: 60, r: 20, t: 85, b: 45 },
        annotations: panels.map((panel, at) => panelTitle(panel, at, panel.name === options.highlight)),
        ...axes,
      },
    ),
  });
}

/** Lower and upper end of the n-th of `count` panels along one direction of the chart. */
function domain(at: number, count: number, gap: number): [number, number] {
  const width = (1 - gap * (count - 1)) / count;
  return [at * (width + gap), at * (width + gap) + width];
}

function panelTraces(
  panel: Drawn,
  at: number,
  reference: Drawn | undefined,
  valueName: string,
): PlotlyObject[] {
  const key = at === 0 ? "" : String(at + 1);
  const place = { xaxis: `x${key}`, yaxis: `y${key}`, type: "scatter", mode: "lines+markers" };
  const isReference = panel === reference;
  const colour = isReference ? COLOURS.vermillion : COLOURS.blue;
  const behind =
    reference && !isReference
      ? [
          {
            ...place,
            mode: "lines",
            x: [...reference.x],
            y: [...reference.y],
            line: { color: "#b5b5b5", width: 2 },
            hoverinfo: "skip",
          },
        ]
      : [];
  return [
    ...behind,
    {
      ...place,
      name: panel.name,
      x: [...panel.x],
      y: [...panel.y],
      line: { color: colour, width: 3 },
      marker: { color: colour, size: 6 },
      hovertemplate: `<b>${label(panel.name)}</b>, %{x}<br>${valueName}: %{y}<extra></extra>`,
    },
  ];
}

function panelTitle(panel: Drawn, at: number, bold: boolean): PlotlyObject {
  const key = at === 0 ? "" : String(at + 1);
  const name = label(panel.name);
  return {
    text: bold ? `<b>${name}</b>` : name,
    xref: `x${key} domain`,
    yref: `y${key} domain`,
    x: 0.03,
    y: 1,
    xanchor: "left",
    yanchor: "bottom",
    showarrow: false,
    font: { size: 16 },
  };
}
