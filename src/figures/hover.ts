import { escapeHtml } from "../base/escape.js";
import { withDecimalMark } from "../base/language.js";
import { label } from "../base/text.js";
import type { PlotlyObject } from "./figure.js";

/** A number with fixed decimal places, in the current language. */
export const fixed = (value: number, decimals = 4): string => withDecimalMark(value.toFixed(decimals));

/** An interval with fixed decimal places, in the current language. */
export const intervalText = (ends: readonly number[], decimals = 4): string =>
  `[${ends.map((end) => fixed(end, decimals)).join("; ")}]`;

/** The facts in a point's hover text; unknown ones are left out. */
export interface HoverFacts {
  exhibit?: string;
  series: string;
  edition: string | number;
  printed?: number | string | null;
  recomputed?: number | string | null;
}

/** The hover text of one point: exhibit, edition, printed and recomputed values, and further lines. */
export function hoverText(facts: HoverFacts, decimals?: number, more: readonly string[] = []): string {
  const line = (name: string, value?: number | string | null): string[] => {
    if (value === undefined || value === null) return [];
    const said =
      typeof value === "number" && decimals !== undefined ? value.toFixed(decimals) : String(value);
    return [`${label(name)}: ${withDecimalMark(escapeHtml(said))}`];
  };
  return [
    ...(facts.exhibit === undefined ? [] : [`<b>${escapeHtml(label(facts.exhibit))}</b>`]),
    `${escapeHtml(facts.series)}, ${escapeHtml(String(facts.edition))}`,
    ...line("printed", facts.printed),
    ...line("recomputed", facts.recomputed),
    ...more,
  ].join("<br>");
}

/** The part of a trace that shows a hover text at each point. */
export const hovering = (texts: readonly string[]): PlotlyObject => ({
  hovertemplate: "%{customdata}<extra></extra>",
  customdata: [...texts],
});
