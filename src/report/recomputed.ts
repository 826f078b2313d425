import { text } from "../base/text.js";
import { marked } from "../ledger/reasons.js";
import type { Ruling, Judged } from "../ledger/claim.js";

/**
 * A recomputed value with two more digits than the paper prints; an interval as "low to high"; "–" if there is none.
 */
export function recomputedText(ruling: Ruling | undefined, decimals: number): string {
  const value = ruling?.recomputed ?? null;
  if (value === null) return "–";
  if (typeof value === "string") return value;
  const places = Math.max(0, decimals) + 2;
  if (Array.isArray(value)) {
    const [low, high] = value.map((end) => fixed(end, places)) as [string, string];
    return low === high ? low : text("formula.range", { low, high });
  }
  return Number.isInteger(value)
    ? fixed(value, 0)
    : fixed(Number(value.toFixed(Math.min(20, Math.max(5, places)))), null);
}

/** Printed minus recomputed, at the printed precision; for an interval, from its middle. */
export function differenceText(claim: Judged, ruling: Ruling): string {
  const difference = differenceOf(claim, ruling);
  return difference === null ? "–" : fixed(difference, Math.max(0, claim.decimals));
}

/** The same as a number; null if nothing was recomputed. */
export function differenceOf({ value }: Judged, { recomputed }: Ruling): number | null {
  const other = Array.isArray(recomputed) ? (recomputed[0] + recomputed[1]) / 2 : recomputed;
  return typeof other === "number" ? value - other : null;
}

/** With the current language's decimal mark, and no sign before a zero. */
function fixed(value: number, places: number | null): string {
  const figure = (places === null || places > 20 ? String(value) : value.toFixed(places))
    .replace(/^-(?=0(\.0*)?$)/, "")
    .replace("-", "−");
  return marked(figure);
}
