import { label } from "../base/text.js";
import type { PlotlyObject } from "./figure.js";
import { fixed, hovering } from "./hover.js";
import { COLOURS } from "./theme.js";

/** How a series of points is drawn. */
export interface TraceStyle {
  colour: string;
  symbol?: string;
  dash?: string;
  /** Width of the line; 0, the default, draws none. */
  width?: number;
  /** Size of the markers; 0, the default, draws none. */
  size?: number;
  hollow?: boolean;
}

/** Points, joined or not, each with its hover text; a y of null leaves a gap. */
export function scatter<P extends { x: unknown; y: unknown }>(
  name: string,
  points: readonly P[],
  { colour, symbol = "circle", dash = "solid", width = 0, size = 0, hollow = false }: TraceStyle,
  hover?: (point: P, at: number) => string,
): PlotlyObject {
  const marker = hollow
    ? { color: "#ffffff", symbol, size, line: { color: colour, width: 2.5 } }
    : { color: colour, symbol, size };
  return {
    type: "scatter",
    mode: [width > 0 ? "lines" : "", size > 0 ? "markers" : ""].filter(Boolean).join("+"),
    name,
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
    ...(width > 0 && { line: { color: colour, dash, width } }),
    ...(size > 0 && { marker }),
    ...(hover ? hovering(points.map(hover)) : { hoverinfo: "skip" }),
  };
}

/** Points as columns, each with its hover text. */
export const bars = <P extends { x: unknown; y: unknown }>(
  name: string,
  points: readonly P[],
  marker: PlotlyObject,
  hover: (point: P, at: number) => string,
): PlotlyObject => ({
  type: "bar",
  name,
  x: points.map(({ x }) => x),
  y: points.map(({ y }) => y),
  marker,
  ...hovering(points.map(hover)),
});

/** Intervals as error bars; missing ones are left out. */
export function errorBars(
  values: readonly (number | null)[],
  intervals: readonly (readonly (number | undefined)[] | null)[],
  color: string,
): PlotlyObject {
  const arm = (end: 0 | 1): number[] =>
    values.map((value, row) => Math.abs((intervals[row]?.[end] ?? value ?? 0) - (value ?? 0)));
  return { type: "data", symmetric: false, array: arm(1), arrayminus: arm(0), color, thickness: 2, width: 5 };
}

/** A fitted line and its R². */
export interface Line {
  slope: number;
  intercept: number;
  rSquared?: number;
}

/** A fitted line from end to end. */
export const trendLine = ({ slope, intercept }: Line, ends: readonly number[]): PlotlyObject =>
  scatter(
    label("trend line"),
    ends.map((x) => ({ x, y: intercept + slope * x })),
    { colour: COLOURS.vermillion, width: 3, dash: "dash" },
  );

/** A line's equation, and its R² if known. */
export function equation({ slope, intercept, rSquared }: Line, x: string, decimals: number): string[] {
  const sign = intercept < 0 ? "−" : "+";
  const line = `y = ${fixed(slope, decimals)} ${x} ${sign} ${fixed(Math.abs(intercept), decimals)}`;
  return rSquared === undefined ? [line] : [line, `R² = ${fixed(rSquared, decimals)}`];
}
