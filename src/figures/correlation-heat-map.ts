import { showable } from "../base/display.js";
import type { AnyDataFrame } from "../helper/table/data-frame.js";
import { columnNames, columnNumbers, type TableLike } from "./columns.js";
import { label } from "../base/text.js";
import { correlationMatrix } from "../helper/statistics/correlation.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { slider } from "./slider.js";
import { axis, baseLayout, type FigureOptions } from "./theme.js";

/** How a heat map of correlations is drawn. */
export interface HeatMapOptions extends FigureOptions {
  /** The columns to correlate. Default: all but `year`. */
  columns?: readonly string[];
  /** The column that names the rows for the slider. Default: "year". */
  year?: string;
  /** Decimals written in the squares. Default: 3. */
  decimals?: number;
  /** "lower" leaves the squares above the diagonal empty. Default: "lower". */
  triangle?: "all" | "lower";
}

/** Blue below 0, white at 0, orange-red above: the two ends are told apart without red and green. */
const SCALE = [
  [0, "#0072b2"],
  [0.5, "#ffffff"],
  [1, "#d55e00"],
];

/**
 * Correlations as colored squares with the numbers in them. Given a table, a slider leaves out one edition at
 * a time and shows what the correlations would be without it; a matrix is drawn as given.
 * @example
 * show(correlationHeatMap(loadPaper().table3, { exhibit: "Table 4" }));
 */
export function correlationHeatMap(source: TableLike, options: HeatMapOptions = {}): Figure {
  if (isMatrix(source)) return heatMap([{ label: "", matrix: source }], options);
  const year = options.year ?? "year";
  const names = [...(options.columns ?? columnNames(source, [year]))];
  const editions = columnNumbers("correlationHeatMap", source, year);
  const columns = names.map((name) => columnNumbers("correlationHeatMap", source, name) as number[]);
  const without = (left: number) =>
    correlationMatrix(
      Object.fromEntries(names.map((name, at) => [name, columns[at]!.filter((_, row) => row !== left)])),
    );
  return heatMap(
    [
      { label: label("none"), matrix: without(-1) },
      ...editions.map((edition, row) => ({ label: String(edition), matrix: without(row) })),
    ],
    options,
  );
}

interface Step {
  label: string;
  matrix: AnyDataFrame;
}

/** A DataFrame with the same names on both sides, as `correlationMatrix` returns it. */
function isMatrix(source: TableLike): source is AnyDataFrame {
  const { columns, index } = source as Partial<AnyDataFrame>;
  return Array.isArray(columns) && Array.isArray(index) && columns.every((name, at) => name === index[at]);
}

function cellOf({ values }: AnyDataFrame, row: number, column: number): number {
  return (values as number[][])[row]![column]!;
}

/**
 * The squares are bars of height and width 1, not Plotly's heat map: that one paints on a canvas, which a page
 * without a browser lacks, and bars stay sharp at any size.
 */
function heatMap(steps: readonly Step[], options: HeatMapOptions): Figure {
  const names = [...steps[0]!.matrix.columns];
  const squares = names.flatMap((_, row) =>
    names.flatMap((__, column) => (options.triangle === "all" || column <= row ? [{ row, column }] : [])),
  );
  const drawn = steps.map(({ label: edition, matrix }) => faces(squares, matrix, edition, options));
  const first = drawn[0]!;
  const steppers = steps.map((step, at) => ({
    label: step.label,
    args: [
      { "marker.color": [drawn[at]!.color], text: [drawn[at]!.text], hovertext: [drawn[at]!.hovertext] },
      {},
      [0],
    ] as [PlotlyObject, PlotlyObject, number[]],
  }));
  const ticks = {
    tickvals: names.map((_, at) => at),
    ticktext: names.map(label),
    showgrid: false,
    zeroline: false,
  };
  const alt =
    options.alt ??
    `${options.title ?? label("correlation")}: ${squares
      .filter(({ row, column }) => column < row)
      .map(
        ({ row, column }) =>
          `${names[row]}–${names[column]} ${cellOf(steps[0]!.matrix, row, column).toFixed(options.decimals ?? 3)}`,
      )
      .join("; ")}`;
  return showable({
    data: [
      {
        type: "bar",
        x: squares.map(({ column }) => column),
        y: squares.map(() => 1),
        base: squares.map(({ row }) => row - 0.5),
        width: 1,
        text: first.text,
        hovertext: first.hovertext,
        hovertemplate: "%{hovertext}<extra></extra>",
        textposition: "inside",
        insidetextanchor: "middle",
        textangle: 0,
        textfont: { size: 20, color: "#000000" },
        marker: {
          color: first.color,
          cmin: -1,
          cmax: 1,
          colorscale: SCALE,
          showscale: true,
          colorbar: { title: { text: "r" }, thickness: 18, tickvals: [-1, -0.5, 0, 0.5, 1] },
          line: { color: "#ffffff", width: 3 },
        },
      },
    ],
    layout: baseLayout(options.title ?? label("correlation"), alt, {
      barmode: "overlay",
      height: steps.length > 1 ? 600 : 500,
      xaxis: axis("", { ...ticks, range: [-0.5, names.length - 0.5] }),
      yaxis: axis("", { ...ticks, range: [names.length - 0.5, -0.5] }),
      ...(steps.length > 1 ? { sliders: [slider(label("left out"), steppers)] } : {}),
    }),
  });
}

function faces(
  squares: readonly { row: number; column: number }[],
  matrix: AnyDataFrame,
  edition: string,
  options: HeatMapOptions,
) {
  const decimals = options.decimals ?? 3;
  const values = squares.map(({ row, column }) => cellOf(matrix, row, column));
  return {
    color: values,
    text: values.map((value) => value.toFixed(decimals)),
    hovertext: squares.map(({ row, column }, at) =>
      [
        options.exhibit ? `<b>${options.exhibit}</b>` : "",
        `${label(matrix.columns[row]!)} – ${label(matrix.columns[column]!)}: r = ${values[at]!.toFixed(decimals)}`,
        edition === "" ? "" : `${label("left out")}: ${edition}`,
      ]
        .filter(Boolean)
        .join("<br>"),
    ),
  };
}
