import type { Role } from "./paper-folder.js";

/**
 * The possible verdicts on a printed number, and whether each says that the number is right as printed, that it is not,
 * or that this is open; see "Claims and verdicts" in the README.
 */
export const AGREEMENT = {
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
} as const;

export type Verdict = keyof typeof AGREEMENT;
export const VERDICTS = Object.keys(AGREEMENT) as readonly Verdict[];

/** True for a verdict that does not contradict the number. */
export const agrees = (verdict: Verdict): boolean => AGREEMENT[verdict] !== "disagrees";

/** One number that a paper prints, and its role. */
export interface Claim {
  /** Unique, such as "T4.OSI.EGDI". */
  id: string;
  /** The paper's own name for the place: "Table 1", "Text" ... */
  exhibit: string;
  /** Position in the exhibit: edition year, variable or item; in the text, the number's key. */
  row: string;
  column: string;
  /** The paper's own string, such as "0,984". */
  printed: string;
  /** The value that it is read as. */
  value: number;
  /** Number of decimal places printed. */
  decimals: number;
  /** `result`, `input`, `copy` or `label`; headline counts include the first two. */
  role: Role;
  /** What the paper says about it, in our words. */
  statement?: string;
  note?: string;
  /** Where its rule is: "claims.csv line 7". */
  rule: string;
  /** The formula of the published figure that it is compared with. */
  against?: string;
  /** The value of the exhibit's group column in its row. */
  group?: string;
  /** For a number in a sentence: where the sentence is. */
  where?: string;
}

/** One side's verdict on a printed number; a finding is the root cause of several. */
export interface Ruling {
  verdict: Verdict;
  /** The recomputed value, an interval with every value that the rounded inputs allow, or a word. */
  recomputed: number | [number, number] | string | null;
  /** The reason in words, with the deciding figures. */
  reason: string;
  /** The formulas behind the reason, each with its value. */
  working?: string;
  /** For a number that matches another published one: the probability of such a match by chance alone. */
  chance?: number;
}

/** From the paper's own inputs ("internal"), and against the published source. */
export const SIDES = ["internal", "source"] as const;
export type Side = (typeof SIDES)[number];

export type Judged = Claim & Partial<Record<Side, Ruling>>;

/** The sides on which a number has a verdict that is no agreement. */
export const wrongSides = (claim: Judged): Side[] =>
  SIDES.filter((side) => claim[side] !== undefined && !agrees(claim[side].verdict));
