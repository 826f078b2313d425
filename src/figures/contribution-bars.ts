import { label } from "../base/text.js";
import { columnNames, columnNumbers, columnsToShow, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hovering, hoverText } from "./hover.js";
import { axis, barMarker, COLOURS, figureOf, seriesStyle, type FigureOptions } from "./theme.js";
import { scatter } from "./traces.js";

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
  const names = options.components ?? columnNames(table, [period]);
  const components = names.map((name) => ({
    series: label(name),
    values: columnNumbers("contributionBars", table, name).map((value) => value ?? 0),
  }));
  const totals = periods.map((_, row) => components.reduce((sum, { values }) => sum + values[row]!, 0));
  // The darkest color is reserved for the total.
  const bars = components.map(({ series, values }, at) => ({
    type: "bar",
    name: series,
    x: periods,
    y: values,
    marker: barMarker(seriesStyle(at + 1).colour, ["", "/", "."][at % 3]!),
    ...hovering(periods.map((edition, row) => hoverText({ exhibit: options.exhibit, series, edition, recomputed: values[row] }, 4))), // prettier-ignore
  }));
  const diamond = { colour: COLOURS.black, symbol: "diamond", size: 13 };
  const texts = periods.map((one, row) => `${one}<br>${label("total")}: ${fixed(totals[row]!)}`);
  const whole = scatter(label("total"), periods, totals, diamond, texts);
  const parts = (row: number): string =>
    components.map(({ series, values }) => `${series} ${fixed(values[row]!)}`).join(", ");
  const says = periods.map((one, row) => `${one}: ${parts(row)}`).join("; ");
  const layout = {
    barmode: "relative",
    bargap: 0.35,
    showlegend: true,
    xaxis: axis("", { type: "category", tickangle: periods.length > 7 ? -35 : 0 }),
    yaxis: axis("change", { zeroline: true, zerolinecolor: "#333333", zerolinewidth: 2 }),
  };
  return figureOf(options, says, [...bars, whole], layout, label("contributions"));
}
