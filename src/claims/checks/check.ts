import { parseNumber } from "../../data/parse-number.js";
import type { Claim, Finding, Findings, Verdict } from "../claim.js";
import type { Evidence } from "../evidence.js";
import { finding, intervalText, signed } from "../finding.js";
import { middle, overlaps, printedInterval, type Interval } from "../interval.js";

/** A cell of the paper's data that a check reads: exhibit, row, column. */
export type CellKey = readonly [exhibit: string, row: string, column: string];

/** How one sort of claim is judged. Pure: the same claim and evidence give the same findings. */
export interface Check {
  /** The cells that the check reads besides the claim's own; they are asked for before anything is computed. */
  needs?: (claim: Claim) => CellKey[];
  judge: (claim: Claim, evidence: Evidence) => Findings;
}

/** The number that a claim prints. `loadClaims` has made sure that it is one. */
export function valueOf(claim: Claim): number {
  return parseNumber(claim.printed)!;
}

/** All unrounded values that print as the claim does. */
export function intervalOf(claim: Claim): Interval {
  return printedInterval({ value: valueOf(claim), decimals: claim.decimals });
}

/** The two verdicts of a comparison with the paper's own inputs, and of one with the published figures. */
export const OWN_INPUTS = ["reproduced", "not reproduced"] as const;
export const PUBLISHED = ["matches source", "differs from source"] as const;

/**
 * A recomputed interval held against the printed number: the first verdict when they meet, else the second.
 * @param sentence what the interval is; its value and, where they do not meet, the difference follow
 */
export function compared(
  claim: Claim,
  interval: Interval,
  [yes, no]: readonly [Verdict, Verdict],
  sentence: string,
): Finding {
  const meets = overlaps(interval, intervalOf(claim));
  const off = signed(valueOf(claim) - middle(interval), claim.decimals);
  const difference = meets ? "" : `, ${claim.printed} is printed (difference ${off})`;
  return finding(
    meets ? yes : no,
    [...interval],
    `${sentence} ${intervalText(interval, claim.decimals)}${difference}.`,
  );
}
