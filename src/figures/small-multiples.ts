import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import type { Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { fixed } from "./hover.js";
import { COLOURS, figureOf, panelHeading, type FigureOptions } from "./theme.js";
import { scatter } from "./traces.js";

/** One panel: a name and its line; NaN and null leave gaps. */
export interface Panel {
  name: string;
  x: Numbers;
  y: Numbers | readonly (number | null)[];
}

/** Options of `smallMultiples`. */
export interface SmallMultiplesOptions extends FigureOptions {
  /** Panels per row. Default: 4. */
  columns?: number;
  /** The panel whose line is colored, and drawn in gray in all others for comparison. */
  highlight?: string;
  /** Reverse the axis so that up is better (for ranks). Default: false. */
  reversed?: boolean;
}

/**
 * Draws one small panel per country, all on the same axes, so that shapes can be compared at a glance.
 * @param given at least one, in reading order.
 */
export function smallMultiples(given: readonly Panel[], options: SmallMultiplesOptions = {}): Figure {
  const panels = given.map(({ name, x, y }) => ({ name, x: drawnValues(x), y: drawnValues(y) }));
  requireThat(panels.length > 0, "smallMultiples", "need.atLeastOnePanel", panels.length);
  const columns = Math.min(options.columns ?? 4, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const ends = (values: readonly (number | null)[], room: number): number[] => {
    const known = values.filter((value) => value !== null);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    return [low - room * (high - low), high + room * (high - low)];
  };
  const xRange = ends(panels.flatMap(({ x }) => x), 0.05); // prettier-ignore
  const yRange = ends(panels.flatMap(({ y }) => y), 0.08); // prettier-ignore
  const reference = panels.find(({ name }) => name === options.highlight);
  const drawn = panels.map((panel, at) => {
    const key = at === 0 ? "" : String(at + 1);
    const [row, column] = [Math.floor(at / columns), at % columns];
    const place = { xaxis: `x${key}`, yaxis: `y${key}` };
    const colour = panel === reference ? COLOURS.vermillion : COLOURS.blue;
    const texts = panel.x.map((x, i) => `<b>${label(panel.name)}</b>, ${x}<br>${fixed(panel.y[i] ?? NaN)}`);
    const common = { showline: true, zeroline: false, nticks: 4 };
    const name = label(panel.name);
    return {
      traces: [
        ...(reference && panel !== reference
          ? [scatter("", reference.x, reference.y, { colour: "#b5b5b5", width: 2 })]
          : []),
        scatter(name, panel.x, panel.y, { colour, width: 3, size: 6 }, texts),
      ].map((trace) => ({ ...trace, ...place })),
      axes: {
        [`xaxis${key}`]: {
          ...common,
          anchor: `y${key}`,
          domain: domain(column, columns, 0.02),
          range: xRange,
          ...ticks(at + columns >= panels.length),
        },
        [`yaxis${key}`]: {
          ...common,
          anchor: `x${key}`,
          domain: domain(rows - 1 - row, rows, 0.09),
          range: options.reversed ? yRange.toReversed() : yRange,
          ...ticks(column === 0),
        },
      },
      heading: panelHeading(panel === reference ? `<b>${name}</b>` : name, key),
    };
  });
  const says = panels.map(({ name }) => label(name)).join(", ");
  return figureOf(
    options,
    says,
    drawn.flatMap(({ traces }) => traces),
    {
      showlegend: false,
      height: 150 * rows + 110,
      margin: { l: 60, r: 20, t: 85, b: 45 },
      annotations: drawn.map(({ heading }) => heading),
      ...Object.assign({}, ...drawn.map(({ axes }) => axes)),
    },
  );
}

/** Ticks with or without labels. */
const ticks = (labelled: boolean): PlotlyObject => ({
  showticklabels: labelled,
  ...(labelled && { tickfont: { size: 14 } }),
});

/** Lower and upper end of the n-th of `count` panels along one direction of the chart. */
function domain(at: number, count: number, gap: number): [number, number] {
  const width = (1 - gap * (count - 1)) / count;
  return [at * (width + gap), at * (width + gap) + width];
}
