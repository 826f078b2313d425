import { CHECKS } from "./checks/index.js";
import type { Claim, Judged } from "./claim.js";
import { findCell, loadEvidence, type Evidence } from "./evidence.js";
import { loadClaims } from "./load.js";

/**
 * Computes the verdicts of claims, every time anew.
 *
 * `internal` is the verdict from the paper's own inputs, each taken as all values that print like it; `source` the one
 * against the published figures. A claim has one of them or both.
 *
 * @param claims by default all of `data/claims.json`
 * @throws RangeError naming the claim when its check is unknown or an input of it is missing, before anything is judged
 * @example judgeClaims().filter((claim) => claim.internal?.verdict === "impossible")
 */
export function judgeClaims(
  claims: readonly Claim[] = loadClaims(),
  evidence: Evidence = loadEvidence(),
): Judged[] {
  claims.forEach((claim) => requireInputs(claim, evidence));
  return claims.map((claim) => ({ ...claim, ...CHECKS[claim.check]!.judge(claim, evidence) }));
}

function requireInputs(claim: Claim, evidence: Evidence): void {
  const check = CHECKS[claim.check];
  if (check === undefined)
    throw new RangeError(`judgeClaims found no check "${claim.check}" for claim "${claim.id}"`);
  for (const [exhibit, row, column] of check.needs?.(claim) ?? []) {
    if (findCell(evidence, exhibit, row, column) === undefined)
      throw new RangeError(
        `judgeClaims found no input ${exhibit}, row "${row}", column "${column}" for claim "${claim.id}"`,
      );
  }
}
