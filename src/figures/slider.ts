import type { PlotlyObject } from "./figure.js";

/** One slider position and the changes that Plotly makes there: `[traceChanges, layoutChanges, traceIndices]`. */
export interface SliderStep {
  label: string;
  args: [PlotlyObject, PlotlyObject, number[]?];
}

/** The layout part for a slider below the chart; it works in the figure alone, without a kernel. */
export function slider(prefix: string, steps: readonly SliderStep[], active = 0): PlotlyObject[] {
  return [
    {
      active,
      currentvalue: { prefix: `${prefix}: `, font: { size: 16 }, xanchor: "left" },
      pad: { t: 60, b: 10 },
      font: { size: 14 },
      steps: steps.map(({ label, args }) => ({ label, method: "update", args })),
    },
  ];
}
