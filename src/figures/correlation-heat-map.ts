import { label } from "../base/text.js";
import { correlationMatrix } from "../helper/statistics/correlation.js";
import type { AnyDataFrame } from "../helper/table/data-frame.js";
import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import type { Figure } from "./figure.js";
import { fixed } from "./hover.js";
import { slider, type SliderStep } from "./slider.js";
import { axis, figureOf, inBar, type FigureOptions } from "./theme.js";

/** Options of `correlationHeatMap`. */
export interface HeatMapOptions extends FigureOptions {
  /** The columns to correlate. Default: all except `year`. */
  columns?: readonly string[];
  /** The column that names the rows for the slider. Default: "year". */
  year?: string;
  /** Decimal places in the squares. Default: 3. */
  decimals?: number;
  /** "lower" leaves the squares above the diagonal empty. Default: "lower". */
  triangle?: "all" | "lower";
}

/** Blue below 0, white at 0, orange-red above: no need to tell red from green. */
const SCALE = [
  [0, "#0072b2"],
  [0.5, "#ffffff"],
  [1, "#d55e00"],
];

/**
 * Draws correlations as colored squares with the numbers in them. For a table, a slider leaves out one edition at a
 * time and shows the correlations without it; a matrix is drawn as given.
 * @example
 * show(correlationHeatMap(loadPaper().table3, { exhibit: "Table 4" }));
 */
export function correlationHeatMap(source: TableLike, options: HeatMapOptions = {}): Figure {
  const { exhibit, decimals = 3, triangle = "lower" } = options;
  const steps = isMatrix(source) ? [{ edition: "", matrix: source }] : leftOut(source, options);
  const names = [...steps[0]!.matrix.columns];
  const titles = names.map((name) => label(name));
  const squares = names.flatMap((_, row) =>
    names.flatMap((__, column) => (triangle === "all" || column <= row ? { row, column } : [])),
  );
  const before = exhibit ? `<b>${label(exhibit)}</b><br>` : "";
  const faces = steps.map(({ matrix, edition }) => {
    const values = squares.map(({ row, column }) => (matrix.values as number[][])[row]![column]!);
    const text = values.map((value) => fixed(value, decimals));
    const behind = edition === "" ? "" : `<br>${label("left out")}: ${edition}`;
    const hovertext = squares.map(
      ({ row, column }, at) => `${before}${titles[row]} – ${titles[column]}: r = ${text[at]}${behind}`,
    );
    return { edition, values, text, hovertext };
  });
  const { values, text, hovertext } = faces[0]!;
  const positions = faces.map((face): SliderStep => ({
    label: face.edition,
    args: [{ "marker.color": [face.values], text: [face.text], hovertext: [face.hovertext] }, {}, [0]],
  }));
  const ticks = { tickvals: names.map((_, at) => at), ticktext: titles, showgrid: false, zeroline: false };
  const ends = [-0.5, names.length - 0.5];
  const says = squares.flatMap(({ row, column }, at) => column < row ? `${names[row]}–${names[column]} ${text[at]}` : []); // prettier-ignore
  // Bars of height and width 1 rather than Plotly's heat map, which needs a canvas that a page without a browser
  // lacks; bars also stay sharp at any size.
  const bars = {
    type: "bar",
    x: squares.map(({ column }) => column),
    y: squares.map(() => 1),
    base: squares.map(({ row }) => row - 0.5),
    width: 1,
    text,
    hovertext,
    hovertemplate: "%{hovertext}<extra></extra>",
    ...inBar(20),
    marker: {
      ...{ color: values, cmin: -1, cmax: 1, colorscale: SCALE, showscale: true },
      colorbar: { title: { text: "r" }, thickness: 18, tickvals: [-1, -0.5, 0, 0.5, 1] },
      line: { color: "#ffffff", width: 3 },
    },
  };
  const layout = {
    barmode: "overlay",
    xaxis: axis("", { ...ticks, range: ends }),
    yaxis: axis("", { ...ticks, range: ends.toReversed() }),
    ...(steps.length > 1 && { height: 600, sliders: slider(label("left out"), positions) }),
  };
  return figureOf(options, says.join("; "), [bars], layout, label("correlation"));
}

/** A DataFrame with the same names on both sides, as `correlationMatrix` returns it. */
function isMatrix(source: TableLike): source is AnyDataFrame {
  const { columns, index } = source as Partial<AnyDataFrame>;
  return Array.isArray(columns) && Array.isArray(index) && columns.every((name, at) => name === index[at]);
}

/** A table's correlations with all editions, then without each in turn. */
function leftOut(table: TableLike, { year = "year", columns = columnNames(table, [year]) }: HeatMapOptions) {
  const column = (name: string) => columnNumbers("correlationHeatMap", table, name) as number[];
  const editions = column(year);
  const named = columns.map((name) => [name, column(name)] as const);
  return [label("none"), ...editions.map(String)].map((edition, at) => {
    const rest = named.map(([name, values]) => [name, values.filter((_, row) => row !== at - 1)]);
    return { edition, matrix: correlationMatrix(Object.fromEntries(rest) as Record<string, number[]>) };
  });
}
