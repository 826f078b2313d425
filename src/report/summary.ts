import { SIDES, VERDICTS, type Judged, type Side, type Verdict } from "../ledger/claim.js";
import "../figures/labels.js";
import { label } from "../base/language.js";

import { isCounted } from "./content.js";
import { texts } from "./texts.js";

/** One row of the summary: how many of the numbers that count got a verdict on one side, by exhibit. */
export interface SummaryRow {
  side: Side;
  verdict: Verdict;
  /** In the order of `exhibitsOf`. */
  counts: number[];
  total: number;
}

export function exhibitsOf(judged: readonly Judged[]): string[] {
  return [...new Set(judged.map(({ exhibit }) => exhibit))];
}

/** Verdicts that occur among results and inputs, side by side and exhibit by exhibit, in the order of `VERDICTS`. */
export function summarise(judged: readonly Judged[]): SummaryRow[] {
  const exhibits = exhibitsOf(judged);
  const counted = judged.filter(isCounted);
  return SIDES.flatMap((side) =>
    VERDICTS.map((verdict): SummaryRow => {
      const found = counted.filter((claim) => claim[side]?.verdict === verdict);
      const counts = exhibits.map((exhibit) => found.filter((claim) => claim.exhibit === exhibit).length);
      return { side, verdict, counts, total: found.length };
    }),
  ).filter(({ total }) => total > 0);
}

/** How many numbers there are, and which of them count. */
export function countedText(judged: readonly Judged[]): string {
  const of = (wanted: string): number => judged.filter(({ role }) => role === wanted).length;
  return texts().counted(judged.length, of("result"), of("input"));
}

/** The tally in a sentence a side. */
export function headline(judged: readonly Judged[]): string {
  const rows = summarise(judged);
  const parts = SIDES.map((side) => {
    const own = rows.filter((row) => row.side === side);
    const tally = own.map((row) => `${label(row.verdict)} ${row.total}`).join(", ");
    return `${texts()[side]}: ${tally || texts().none}`;
  });
  return `${countedText(judged)} ${parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(". ")}.`;
}
