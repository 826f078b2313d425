import type { PlotlyObject } from "./figure.js";

/** A line's last point and its name. */
export interface LineEnd {
  text: string;
  x: number | string;
  y: number;
  colour: string;
}

/**
 * Names at the ends of lines, in place of a legend: the eye need not travel. Names that would overlap are
 * moved apart by at least `gap` (in the units of y).
 */
export function endLabels(ends: readonly LineEnd[], gap: number): PlotlyObject[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let floor = -Infinity;
  const placed = sorted.map((end) => {
    floor = Math.max(end.y, floor + gap);
    return { end, y: floor };
  });
  const overshoot = placed.reduce((sum, { end, y }) => sum + (y - end.y), 0) / Math.max(1, placed.length);
  return placed.map(({ end, y }) => ({
    text: `<b>${end.text}</b>`,
    x: end.x,
    y: y - overshoot,
    xanchor: "left",
    xshift: 12,
    yanchor: "middle",
    showarrow: false,
    font: { color: end.colour, size: 16 },
  }));
}
