import { showable } from "../base/display.js";
import { text } from "../base/text.js";
import { normalQuantile } from "../helper/statistics/distributions.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { axis, baseLayout, COLOURS } from "./theme.js";

/** What of a regression its plots show, row by row; `regressionDiagnostics` has it. */
export interface RegressionRows {
  fitted: readonly number[];
  leverage: readonly number[];
  studentizedResiduals: readonly number[];
}

/** Residuals against fitted values and leverage, and their quantiles against the normal distribution's, one below another. */
export function regressionPlots({
  fitted,
  leverage,
  studentizedResiduals: residuals,
}: RegressionRows): Figure {
  const n = residuals.length;
  const order = residuals.map((_, row) => row).sort((a, b) => residuals[a]! - residuals[b]!);
  const quantiles: number[] = [];
  order.forEach((row, at) => (quantiles[row] = normalQuantile((at + 0.5) / n)));
  const panels: [title: string, x: readonly number[], xTitle: string][] = [
    [text("regression.plot.residuals"), fitted, text("regression.plot.fitted")],
    [text("regression.plot.leverage"), leverage, text("regression.plot.h")],
    [text("regression.plot.quantiles"), quantiles, text("regression.plot.normal")],
  ];
  const rows = residuals.map((_, row) => text("regression.plot.row", { row: row + 1 }));
  const place = (at: number): string => (at === 0 ? "" : String(at + 1));
  const dots = panels.map(([, x], at): PlotlyObject => ({
    type: "scatter",
    mode: "markers",
    x,
    y: residuals,
    xaxis: `x${place(at)}`,
    yaxis: `y${place(at)}`,
    text: rows,
    hovertemplate: "%{text}: %{y:.3f}<extra></extra>",
    marker: { color: COLOURS.blue, size: 9 },
  }));
  const ends = [Math.min(...quantiles), Math.max(...quantiles)];
  const diagonal = { type: "scatter", mode: "lines", x: ends, y: ends, xaxis: "x3", yaxis: "y3", hoverinfo: "skip", line: { color: COLOURS.grey, dash: "dash" } }; // prettier-ignore
  const axes = panels.flatMap(([title, , xTitle], at): [string, PlotlyObject][] => {
    const top = 1 - at * 0.36;
    return [
      [`xaxis${place(at)}`, axis(xTitle, { anchor: `y${place(at)}`, zeroline: false })],
      [`yaxis${place(at)}`, axis(text("regression.plot.studentized"), { anchor: `x${place(at)}`, domain: [top - 0.24, top], title: { text: title, font: { size: 14 } } })], // prettier-ignore
    ];
  });
  const title = panels.map(([name]) => name).join("; ");
  return showable({
    data: [...dots, diagonal],
    layout: baseLayout(text("regression.plot.studentized"), title, { height: 900, showlegend: false, ...Object.fromEntries(axes) }), // prettier-ignore
  });
}
