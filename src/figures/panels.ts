import type { PlotlyObject } from "./figure.js";

/** One of several charts in a figure; each axis has an `anchor`, the key of the other. */
export interface PanelParts {
  heading: string;
  traces: PlotlyObject[];
  xaxis: PlotlyObject;
  yaxis: PlotlyObject;
}

/**
 * Several charts in one figure, as its traces and layout.
 * @param draw is given the keys of the panel's axes: "x" and "y", "x2" and "y2" ...
 */
export function inPanels<Of>(
  panels: readonly Of[],
  draw: (one: Of, at: number, keys: { xaxis: string; yaxis: string }) => PanelParts,
): { traces: PlotlyObject[]; layout: PlotlyObject } {
  const drawn = panels.map((one, at) => {
    const key = at === 0 ? "" : String(at + 1);
    const keys = { xaxis: `x${key}`, yaxis: `y${key}` };
    return { key, keys, ...draw(one, at, keys) };
  });
  const axes = drawn.map(({ key, xaxis, yaxis }) => ({ [`xaxis${key}`]: xaxis, [`yaxis${key}`]: yaxis }));
  return {
    traces: drawn.flatMap(({ traces, keys }) => traces.map((trace) => ({ ...trace, ...keys }))),
    layout: {
      annotations: drawn.map(({ heading: text, key }) => ({
        ...{ text, xref: `x${key} domain`, yref: `y${key} domain`, x: 0.03, y: 1 },
        ...{ xanchor: "left", yanchor: "bottom", showarrow: false, font: { size: 16 } },
      })),
      ...(Object.assign({}, ...axes) as PlotlyObject),
    },
  };
}
