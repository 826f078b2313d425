import { escapeHtml } from "../base/escape.js";
import { label } from "../base/text.js";

/** What the hover text of one point says; what is not known is left out. */
export interface HoverFacts {
  exhibit?: string;
  series: string;
  edition: string | number;
  printed?: number | string | null;
  recomputed?: number | string | null;
}

/** The hover text of one point: exhibit, edition, printed and recomputed value. */
export function hoverText(facts: HoverFacts, decimals?: number): string {
  const number = (value: number | string): string =>
    typeof value === "number" && decimals !== undefined ? value.toFixed(decimals) : String(value);
  const lines = [
    facts.exhibit === undefined ? null : `<b>${escapeHtml(label(facts.exhibit))}</b>`,
    `${escapeHtml(facts.series)}, ${escapeHtml(String(facts.edition))}`,
    facts.printed === undefined || facts.printed === null
      ? null
      : `${label("printed")}: ${escapeHtml(number(facts.printed))}`,
    facts.recomputed === undefined || facts.recomputed === null
      ? null
      : `${label("recomputed")}: ${escapeHtml(number(facts.recomputed))}`,
  ];
  return lines.filter((line) => line !== null).join("<br>");
}
