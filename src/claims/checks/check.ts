import { parseNumber } from "../../data/parse-number.js";
import type { Claim, Findings } from "../claim.js";
import type { Evidence } from "../evidence.js";
import { printedInterval, type Interval } from "../interval.js";

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
