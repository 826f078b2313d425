import { label } from "../base/text.js";
import { columnNames, columnNumbers, columnsToShow, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hoverText } from "./hover.js";
import { axis, barMarker, COLOURS, figureOf, seriesStyle, type FigureOptions } from "./theme.js";
import { bars, scatter } from "./traces.js";

/** Options of `contributionBars`. */
export interface ContributionOptions extends FigureOptions {
  /** The column that names the periods. Default: the first. */
  period?: string;
  /** The components' columns. Default: all the others. */
  components?: readonly string[];
}

/**
 * Draws each component's contribution to a change as stacked bars, one per period: increases above zero, decreases
 * below, and a diamond for the total.
 */
export function contributionBars(table: TableLike, options: ContributionOptions = {}): Figure {
  const columns = columnsToShow(table)!;
  const period = options.period ?? columns.names[0]!;
  const periods = columns.values[columns.names.indexOf(period)]!.map(String);
  const { exhibit, components = columnNames(table, [period]) } = options;
  const parts = components.map((name) => {
    const values = columnNumbers("contributionBars", table, name);
    return { series: label(name), points: periods.map((x, row) => ({ x, y: values[row] ?? 0 })) };
  });
  const totals = periods.map((x, row) => ({ x, y: parts.reduce((sum, { points }) => sum + points[row]!.y, 0) })); // prettier-ignore
  // The darkest color is reserved for the total.
  const stacked = parts.map(({ series, points }, at) =>
    bars(series, points, barMarker(seriesStyle(at + 1).colour, ["", "/", "."][at % 3]!), ({ x, y }) =>
      hoverText({ exhibit, series, edition: x, recomputed: y }, 4),
    ),
  );
  const total = label("total");
  const diamond = { colour: COLOURS.black, symbol: "diamond", size: 13 };
  const whole = scatter(total, totals, diamond, ({ x, y }) => `${x}<br>${total}: ${fixed(y)}`);
  const saysOf = (row: number): string =>
    parts.map(({ series, points }) => `${series} ${fixed(points[row]!.y)}`).join(", ");
  const says = periods.map((one, row) => `${one}: ${saysOf(row)}`).join("; ");
  const layout = {
    barmode: "relative",
    bargap: 0.35,
    showlegend: true,
    xaxis: axis("", { type: "category", tickangle: periods.length > 7 ? -35 : 0 }),
    yaxis: axis("change", { zeroline: true, zerolinecolor: "#333333", zerolinewidth: 2 }),
  };
  return figureOf(options, says, [...stacked, whole], layout, label("contributions"));
}
