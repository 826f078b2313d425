import { requireThat } from "../base/check.js";
import { label } from "../base/text.js";
import type { Numbers } from "../helper/table/numbers.js";
import { drawnValues } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { fixed } from "./hover.js";
import { inPanels } from "./panels.js";
import { COLOURS, endsOf, figureOf, type FigureOptions } from "./theme.js";
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
  const panels = given.map(({ name, x, y }) => {
    const up = drawnValues(y);
    return { name, points: drawnValues(x).map((at, row) => ({ x: at, y: up[row] ?? null })) };
  });
  requireThat(panels.length > 0, "smallMultiples", "need.atLeastOnePanel", panels.length);
  const columns = Math.min(options.columns ?? 4, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const all = panels.flatMap(({ points }) => points);
  const [range, upward] = [endsOf(all.map(({ x }) => x), 0.05), endsOf(all.map(({ y }) => y), 0.08)]; // prettier-ignore
  const reference = panels.find(({ name }) => name === options.highlight);
  const grey = reference && scatter("", reference.points, { colour: "#b5b5b5", width: 2 });
  const { traces, layout } = inPanels(panels, (panel, at, keys) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const isReference = panel === reference;
    const name = label(panel.name);
    const look = { colour: isReference ? COLOURS.vermillion : COLOURS.blue, width: 3, size: 6 };
    const line = scatter(name, panel.points, look, ({ x, y }) => `<b>${name}</b>, ${x}<br>${fixed(y ?? NaN)}`); // prettier-ignore
    const common = { showline: true, zeroline: false, nticks: 4 };
    const across = { anchor: keys.yaxis, domain: domain(column, columns, 0.02), range };
    const up = {
      anchor: keys.xaxis,
      domain: domain(rows - 1 - row, rows, 0.09),
      range: options.reversed ? upward.toReversed() : upward,
    };
    return {
      heading: isReference ? `<b>${name}</b>` : name,
      traces: grey && !isReference ? [grey, line] : [line],
      xaxis: { ...common, ...across, ...ticks(at + columns >= panels.length) },
      yaxis: { ...common, ...up, ...ticks(column === 0) },
    };
  });
  const says = panels.map(({ name }) => label(name)).join(", ");
  const page = { showlegend: false, height: 150 * rows + 110, margin: { l: 60, r: 20, t: 85, b: 45 } };
  return figureOf(options, says, traces, { ...page, ...layout });
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
