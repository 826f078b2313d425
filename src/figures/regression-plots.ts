import { text } from "../base/text.js";
import { normalQuantile } from "../helper/statistics/distributions.js";
import type { Figure } from "./figure.js";
import { fixed } from "./hover.js";
import { inPanels } from "./panels.js";
import { axis, COLOURS, figureOf } from "./theme.js";
import { scatter } from "./traces.js";

/** The rows of a regression that its plots show, as returned by `regressionDiagnostics`. */
export interface RegressionRows {
  fitted: readonly number[];
  leverage: readonly number[];
  studentizedResiduals: readonly number[];
}

/** Draws residuals against fitted values, against leverage, and against normal quantiles, one plot below another. */
export function regressionPlots({ fitted, leverage, studentizedResiduals: y }: RegressionRows): Figure {
  const order = y.map((_, row) => row).sort((a, b) => y[a]! - y[b]!);
  const inOrder = order.map((_, place) => normalQuantile((place + 0.5) / y.length));
  const quantiles = y.map(() => NaN);
  order.forEach((row, place) => (quantiles[row] = inOrder[place]!));
  const panels: [title: string, x: readonly number[], xTitle: string][] = [
    [text("regression.plot.residuals"), fitted, text("regression.plot.fitted")],
    [text("regression.plot.leverage"), leverage, text("regression.plot.h")],
    [text("regression.plot.quantiles"), quantiles, text("regression.plot.normal")],
  ];
  const ends = [inOrder[0]!, inOrder.at(-1)!].map((end) => ({ x: end, y: end }));
  const diagonal = scatter("", ends, { colour: COLOURS.grey, width: 2, dash: "dash" });
  const { traces, layout } = inPanels(panels, ([heading, x, xTitle], at, { xaxis, yaxis }) => {
    const top = 1 - at * 0.36;
    const points = y.map((residual, row) => ({ x: x[row], y: residual }));
    const dots = scatter(
      "",
      points,
      { colour: COLOURS.blue, size: 9 },
      (one, row) => `${text("regression.plot.row", { row: row + 1 })}: ${fixed(one.y, 3)}`,
    );
    return {
      heading,
      traces: x === quantiles ? [dots, diagonal] : [dots],
      xaxis: axis(xTitle, { anchor: yaxis, zeroline: false }),
      yaxis: axis(text("regression.plot.studentized"), { anchor: xaxis, domain: [top - 0.24, top] }),
    };
  });
  const says = panels.map(([name]) => name).join("; ");
  return figureOf({}, says, traces, { height: 900, showlegend: false, ...layout });
}
