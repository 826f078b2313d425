import { showable } from "../base/display.js";
import { columnNames, columnNumbers, columnsToShow, type TableLike } from "./columns.js";
import { label } from "../base/text.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { axis, baseLayout, hatching, COLOURS, seriesStyle, type FigureOptions } from "./theme.js";

/** How contributions are stacked. */
export interface ContributionOptions extends FigureOptions {
  /** The column that names the periods. Default: the first. */
  period?: string;
  /** The components' columns. Default: all the others, without `total`. */
  components?: readonly string[];
  /** The column with the whole change, drawn as a diamond. Default: the sum of the components. */
  total?: string;
  yTitle?: string;
}

/**
 * What each component adds to a change, stacked period by period, rises above zero and falls below it; the
 * diamond is the whole change.
 */
export function contributionBars(table: TableLike, options: ContributionOptions = {}): Figure {
  const columns = columnsToShow(table)!;
  const period = options.period ?? columns.names[0]!;
  const periods = columns.values[columns.names.indexOf(period)]!.map(String);
  const names = options.components ?? columnNames(table, [period, options.total ?? ""]);
  const values = names.map((name) =>
    columnNumbers("contributionBars", table, name).map((value) => value ?? 0),
  );
  const totals = options.total
    ? columnNumbers("contributionBars", table, options.total)
    : periods.map((_, row) => values.reduce((sum, column) => sum + column[row]!, 0));
  const title = options.title ?? label("contributions");
  const alt =
    options.alt ??
    `${title}: ${periods.map((one, row) => `${one}: ${names.map((name, at) => `${label(name)} ${values[at]![row]!.toFixed(4)}`).join(", ")}`).join("; ")}`;
  return showable({
    data: [
      ...names.map((name, at) => componentBar(name, at, periods, values[at]!, options)),
      {
        type: "scatter",
        mode: "markers",
        name: label("total"),
        x: periods,
        y: totals,
        marker: { color: COLOURS.black, symbol: "diamond", size: 13, line: { color: "#ffffff", width: 2 } },
        hovertemplate: `%{x}<br>${label("total")}: %{y:.4f}<extra></extra>`,
      },
    ],
    layout: baseLayout(title, alt, {
      barmode: "relative",
      bargap: 0.35,
      showlegend: true,
      xaxis: axis("", { type: "category", tickangle: periods.length > 7 ? -35 : 0 }),
      yaxis: axis(options.yTitle ?? label("change"), {
        zeroline: true,
        zerolinecolor: "#333333",
        zerolinewidth: 2,
      }),
    }),
  });
}

/** The heaviest colour is kept for the total. */
function componentBar(
  name: string,
  at: number,
  periods: string[],
  values: number[],
  options: ContributionOptions,
): PlotlyObject {
  return {
    type: "bar",
    name: label(name),
    x: periods,
    y: values,
    marker: {
      color: seriesStyle(at + 1).colour,
      line: { color: "#333333", width: 1 },
      ...hatching(["", "/", "."][at % 3]!),
    },
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: periods.map((period, row) =>
      hoverText(
        { exhibit: options.exhibit, series: label(name), edition: period, recomputed: values[row] },
        4,
      ),
    ),
  };
}
