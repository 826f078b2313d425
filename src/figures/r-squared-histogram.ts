import { requireNumbers } from "../base/check.js";
import { label } from "../base/text.js";
import type { Figure } from "./figure.js";
import { fixed } from "./hover.js";
import { axis, COLOURS, figureOf, type FigureOptions } from "./theme.js";

/** Options of `rSquaredHistogram`. */
export interface HistogramOptions extends FigureOptions {
  /** The value to compare with the simulated ones, drawn as a line. */
  observed?: number;
  /** Number of bins between 0 and 1. Default: 40. */
  bins?: number;
}

/**
 * Draws the distribution of simulated R² values, with the observed one marked and the share of simulations that reach
 * it: what a high R² is worth when chance alone can produce it.
 * @param simulated R² values between 0 and 1; only their counts go into the chart.
 */
export function rSquaredHistogram(simulated: readonly number[], options: HistogramOptions = {}): Figure {
  requireNumbers("rSquaredHistogram", "simulated", simulated);
  const { bins = 40, observed } = options;
  const counts = new Array<number>(bins).fill(0);
  for (const value of simulated) counts[Math.min(bins - 1, Math.max(0, Math.floor(value * bins)))]!++;
  const share = simulated.filter((value) => value >= observed!).length / simulated.length;
  const note = [`${label("printed")}: R² = ${observed}`, `${label("reached by")} ${fixed(100 * share, 1)} %`];
  const dashed = { color: COLOURS.vermillion, width: 4, dash: "dash" };
  const isHigh = observed !== undefined && observed > 0.5;
  const marked = observed !== undefined && {
    shapes: [{ type: "line", x0: observed, x1: observed, yref: "paper", y0: 0, y1: 1, line: dashed }],
    annotations: [
      {
        ...{ x: observed, yref: "paper", y: 0.98, yanchor: "top", xanchor: isHigh ? "right" : "left" },
        ...{ xshift: isHigh ? -24 : 24, align: "left", text: note.join("<br>"), showarrow: false },
        bgcolor: "rgba(255,255,255,0.85)",
      },
    ],
  };
  const says = [`n = ${simulated.length}`, ...(marked ? note : [])].join("; ");
  const bars = {
    type: "bar",
    x: counts.map((_, at) => (at + 0.5) / bins),
    y: counts,
    width: 1 / bins,
    marker: { color: COLOURS.sky, line: { color: "#ffffff", width: 1 } },
    hovertemplate: "R² ≈ %{x:.3f}: %{y}<extra></extra>",
  };
  const axes = { xaxis: axis("R²", { range: [0, 1.005] }), yaxis: axis("simulations") };
  const layout = { showlegend: false, bargap: 0, ...axes, ...marked };
  return figureOf(options, says, [bars], layout, label("simulated R²"));
}
