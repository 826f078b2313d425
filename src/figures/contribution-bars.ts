import { label } from "../base/text.js";
import { columnNames, columnNumbers, columnsToShow, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed, hovering, hoverText } from "./hover.js";
import { axis, COLOURS, figureOf, hatching, seriesStyle, titleOf, type FigureOptions } from "./theme.js";
import { scatter } from "./traces.js";

/** How contributions are stacked. */
export interface ContributionOptions extends FigureOptions {
  /** The column that names the periods. Default: the first. */
  period?: string;
  /** The components' columns. Default: all the others. */
  components?: readonly string[];
}

/**
 * What each component adds to a change, stacked period by period, rises above zero and falls below it; the
 * diamond is the whole change.
 */
export function contributionBars(table: TableLike, options: ContributionOptions = {}): Figure {
  const columns = columnsToShow(table)!;
  const period = options.period ?? columns.names[0]!;
  const periods = columns.values[columns.names.indexOf(period)]!.map(String);
  const names = options.components ?? columnNames(table, [period]);
  const values = names.map((name) =>
    columnNumbers("contributionBars", table, name).map((value) => value ?? 0),
  );
  const totals = periods.map((_, row) => values.reduce((sum, column) => sum + column[row]!, 0));
  // The heaviest colour is kept for the total.
  const bars = names.map((name, at) => ({
    type: "bar",
    name: label(name),
    x: periods,
    y: values[at]!,
    marker: {
      color: seriesStyle(at + 1).colour,
      line: { color: "#333333", width: 1 },
      ...hatching(["", "/", "."][at % 3]!),
    },
    ...hovering(
      periods.map((edition, row) =>
        hoverText(
          { exhibit: options.exhibit, series: label(name), edition, recomputed: values[at]![row] },
          4,
        ),
      ),
    ),
  }));
  const whole = scatter(
    label("total"),
    periods,
    totals,
    { colour: COLOURS.black, symbol: "diamond", size: 13 },
    periods.map((one, row) => `${one}<br>${label("total")}: ${fixed(totals[row]!)}`),
  );
  const parts = (row: number): string =>
    names.map((name, at) => `${label(name)} ${fixed(values[at]![row]!)}`).join(", ");
  return figureOf(
    options,
    {
      title: titleOf(options, label("contributions")),
      says: periods.map((one, row) => `${one}: ${parts(row)}`).join("; "),
    },
    [...bars, whole],
    {
      barmode: "relative",
      bargap: 0.35,
      showlegend: true,
      xaxis: axis("", { type: "category", tickangle: periods.length > 7 ? -35 : 0 }),
      yaxis: axis(label("change"), { zeroline: true, zerolinecolor: "#333333", zerolinewidth: 2 }),
    },
  );
}
