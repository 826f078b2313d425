/** What can be found of a printed number; see "Claims and verdicts" in the README. */
export const VERDICTS = [
  "reproduced",
  "rounded early",
  "mislabelled",
  "not reproduced",
  "impossible",
  "matches source",
  "differs from source",
  "source not available",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** One number that the paper prints, and the name of the check that recomputes it. */
export interface Claim {
  /** Unique, such as "T4.OSI.EGDI". */
  id: string;
  /** "Table 1" to "Table 5", "Figure 1" or "Text". */
  exhibit: string;
  /** Where in the exhibit: edition year, variable or item; in the text, what the check needs to know. */
  row: string;
  column: string;
  /** The paper's own string, such as "0,984". */
  printed: string;
  /** Digits printed behind the decimal comma or dot. */
  decimals: number;
  /** What sort of number it is, such as "rank" or "correlation". */
  kind: string;
  /** What the paper says of it, in our words. */
  statement?: string;
  /** A key of `CHECKS`. */
  check: string;
  note?: string;
}

/** The outcome of one check of one claim. */
export interface Finding {
  verdict: Verdict;
  /** The recomputed value, an interval that holds every value the rounded inputs allow, or a word. */
  recomputed: number | [number, number] | string | null;
  /** In a sentence, with the figures that decide it. */
  reason: string;
}

/** The verdict from the paper's own inputs, and the one against the published source. */
export interface Findings {
  internal?: Finding;
  source?: Finding;
}

export type Judged = Claim & Findings;
