import type { PrintedCell } from "../paper.js";
import type { Claim, Findings, Judged } from "./claim.js";
import { loadEvidence, type Evidence } from "./evidence.js";
import { printedInterval, overlaps, type Interval } from "./interval.js";
import { judgeClaims } from "./judge.js";
import { loadClaims } from "./load.js";
import { parseNumber } from "../data/parse-number.js";

/** One digit of a claim's printed string changed, and what came of it. */
export interface Mutation {
  id: string;
  printed: string;
  mutated: string;
  /** false: the mutated number still lies in an interval that was recomputed, so nothing has to change. */
  leaves: boolean;
  verdictChanged: boolean;
  /** The recomputed value or the reason changed. */
  evidenceChanged: boolean;
}

/**
 * Changes every digit of every claim to each other digit, in the claim and in the cell of the paper's data that it
 * prints, and judges the claim again: proof that the verdicts can fail.
 *
 * A mutation leaves the rounding interval when the interval of the mutated number meets none of the recomputed ones
 * that the printed number met.
 *
 * @param claims by default the whole ledger
 * @example mutations().filter((mutation) => mutation.leaves && mutation.verdictChanged).length
 */
export function mutations(
  claims: readonly Claim[] = loadClaims(),
  evidence: Evidence = loadEvidence(),
): Mutation[] {
  const judged = new Map(judgeClaims(claims, evidence).map((claim) => [claim.id, claim]));
  return claims.flatMap((claim) =>
    digitChanges(claim.printed).map((mutated) => {
      const changed = { ...claim, printed: mutated };
      const [after] = judgeClaims([changed], withPrinted(evidence, claim, mutated));
      return compare(judged.get(claim.id)!, after!);
    }),
  );
}

/** Every string that differs from a numeral in one digit. */
export function digitChanges(printed: string): string[] {
  return [...printed].flatMap((character, at) =>
    /\d/.test(character)
      ? [..."0123456789"]
          .filter((digit) => digit !== character)
          .map((digit) => printed.slice(0, at) + digit + printed.slice(at + 1))
      : [],
  );
}

/** The evidence with the claim's own cell printing something else. */
function withPrinted(evidence: Evidence, claim: Claim, printed: string): Evidence {
  const own = (cell: PrintedCell): boolean =>
    cell.exhibit === claim.exhibit && cell.row === claim.row && cell.column === claim.column;
  return {
    ...evidence,
    cells: evidence.cells.map((cell) =>
      own(cell) ? { ...cell, printed, value: parseNumber(printed)! } : cell,
    ),
  };
}

function compare(before: Judged, after: Judged): Mutation {
  const sides = ["internal", "source"] as const;
  const verdicts = (findings: Findings) => sides.map((side) => findings[side]?.verdict).join();
  // Without the number itself, which a reason may quote: what is compared is what the check found.
  const evidence = (claim: Judged) =>
    JSON.stringify(sides.map((side) => claim[side])).replaceAll(claim.printed, "");
  return {
    id: before.id,
    printed: before.printed,
    mutated: after.printed,
    leaves: !sides.some((side) => stays(before, after, side)),
    verdictChanged: verdicts(before) !== verdicts(after),
    evidenceChanged: evidence(before) !== evidence(after),
  };
}

/** True when both the printed and the mutated number agree with the interval recomputed before. */
function stays(before: Judged, after: Judged, side: "internal" | "source"): boolean {
  const recomputed = before[side]?.recomputed;
  if (!Array.isArray(recomputed)) return false;
  return [before, after].every(({ printed, decimals }) =>
    overlaps(recomputed as Interval, printedInterval({ value: parseNumber(printed)!, decimals })),
  );
}
