import type { Role } from "./paper-folder.js";

/** What can be found of a printed number; see "Claims and verdicts" in the README. */
export const VERDICTS = [
  "reproduced",
  "rounded early",
  "other convention",
  "mislabelled",
  "inconsistent",
  "not reproduced",
  "impossible",
  "undecided",
  "matches source",
  "differs from source",
  "source not available",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Whether a verdict says that the number is right as it stands, that it is not, or that nothing can be said. */
export const AGREEMENT: Readonly<Record<Verdict, "agrees" | "disagrees" | "open">> = {
  reproduced: "agrees",
  "rounded early": "disagrees",
  "other convention": "disagrees",
  mislabelled: "disagrees",
  inconsistent: "disagrees",
  "not reproduced": "disagrees",
  impossible: "disagrees",
  undecided: "disagrees",
  "matches source": "agrees",
  "differs from source": "disagrees",
  "source not available": "open",
};

/** A verdict that says nothing against the number. */
export const agrees = (verdict: Verdict): boolean => AGREEMENT[verdict] !== "disagrees";

/** One number that a paper prints, and why it is there. */
export interface Claim {
  /** Unique, such as "T4.OSI.EGDI". */
  id: string;
  /** "Table 1", "Text" ...: the paper's own name of the place. */
  exhibit: string;
  /** Where in the exhibit: edition year, variable or item; in the text, the number's key. */
  row: string;
  column: string;
  /** The paper's own string, such as "0,984". */
  printed: string;
  /** The number that it is read as. */
  value: number;
  /** Digits printed after the decimal mark. */
  decimals: number;
  /** `result`, `input`, `copy` or `label`; headlines count the first two. */
  role: Role;
  /** What the paper says of it, in our words. */
  statement?: string;
  note?: string;
  /** The place of its rule, "claims.csv line 7". */
  rule: string;
  /** The formula of the figure that it is compared with. */
  against?: string;
  /** What the exhibit's group column says of its row. */
  group?: string;
  /** Of a number in a sentence: where the sentence is. */
  where?: string;
}

/** The result for one printed number on one side; a finding is the root cause of several. */
export interface Ruling {
  verdict: Verdict;
  /** The recomputed value, an interval that contains every value the rounded inputs allow, or a word. */
  recomputed: number | [number, number] | string | null;
  /** In words, with the figures that decide it. */
  reason: string;
  /** The formulas behind the words, each with its value. */
  working?: string;
  /** Of a number that is another published one: the probability that chance alone would show such a match. */
  chance?: number;
}

/** From the paper's own inputs, and against the published source. */
export const SIDES = ["internal", "source"] as const;
export type Side = (typeof SIDES)[number];

export type Judged = Claim & Partial<Record<Side, Ruling>>;
