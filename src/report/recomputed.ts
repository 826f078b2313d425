import type { Finding, Judged } from "../claims/claim.js";

/** A recomputed value with two digits more than the paper prints; an interval as "low to high"; "–" where there is none. */
export function recomputedText(finding: Finding | undefined, decimals: number): string {
  const value = finding?.recomputed ?? null;
  if (value === null) return "–";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((end) => end.toFixed(decimals + 2)).join(" to ");
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(Math.max(5, decimals + 2))));
}

/** The notebook that walks through a claim's exhibit. */
export function notebookOf({ exhibit }: Judged): string {
  return NOTEBOOKS[exhibit]!;
}

const NOTEBOOKS: Readonly<Record<string, string>> = {
  "Table 1": "01-table-1-un-ranks.ipynb",
  "Table 2": "02-table-2-wef-ranks.ipynb",
  "Table 3": "03-table-3-index-series.ipynb",
  "Table 4": "04-table-4-correlation.ipynb",
  "Table 5": "05-table-5-moving-totals.ipynb",
  "Figure 1": "06-figure-1-trend-and-forecast.ipynb",
  Text: "07-claims-in-the-text.ipynb",
};
