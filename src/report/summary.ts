import { VERDICTS, type Judged, type Verdict } from "../claims/claim.js";

export const SIDES = ["internal", "source"] as const;
export type Side = (typeof SIDES)[number];

/** What each side's verdicts are drawn from. */
export const SIDE_NAMES: Readonly<Record<Side, string>> = {
  internal: "from the paper's own inputs",
  source: "against the published figures",
};

/** One row of the summary: how many numbers of each exhibit got a verdict on one side. */
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

/** Verdicts that occur, side by side and exhibit by exhibit, in the order of `VERDICTS`. */
export function summarise(judged: readonly Judged[]): SummaryRow[] {
  const exhibits = exhibitsOf(judged);
  return SIDES.flatMap((side) =>
    VERDICTS.map((verdict): SummaryRow => {
      const found = judged.filter((claim) => claim[side]?.verdict === verdict);
      const counts = exhibits.map((exhibit) => found.filter((claim) => claim.exhibit === exhibit).length);
      return { side, verdict, counts, total: found.length };
    }),
  ).filter(({ total }) => total > 0);
}

/** The result in two sentences: how many numbers, and how many findings of each sort on each side. */
export function headline(judged: readonly Judged[]): string {
  const rows = summarise(judged);
  const parts = SIDES.map((side) => {
    const own = rows.filter((row) => row.side === side);
    const total = own.reduce((sum, row) => sum + row.total, 0);
    return `${SIDE_NAMES[side]} (${total}): ${own.map((row) => `${row.total} ${row.verdict}`).join(", ")}`;
  });
  return `${judged.length} numbers checked: ${parts.join("; ")}.`;
}
