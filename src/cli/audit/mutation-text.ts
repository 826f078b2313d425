import { openBook, type ParsedClaim } from "../../ledger/book.js";
import { SIDES } from "../../ledger/claim.js";
import { judgeSide } from "../../ledger/judge.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import { mutationsOf, withPrinted } from "../../ledger/mutation.js";
import { whatIf } from "../../ledger/what-if.js";
import { asUsageError } from "../usage-error.js";

/**
 * Reports how many changed digits are detected, and for which numbers they are not; this shows that the folder's
 * verdicts can fail. A change in an input without its own verdict counts as detected if another number's verdict
 * changes.
 */
export function mutationText(folder: string): string {
  const ledger = asUsageError(() => ledgerIn(folder));
  const all = asUsageError(() => mutationsOf(ledger));
  const leaving = all.filter(({ leaves }) => leaves);
  const [own, rest] = [true, false].map((seen) =>
    leaving.filter(({ verdictChanged, evidenceChanged }) => (verdictChanged || evidenceChanged) === seen),
  ) as [typeof all, typeof all];
  const { outcome, claims, restsOn } = whatIf(ledger);
  const original = outcome(new Map()).judged;
  const ties = claims.map(({ cell }) => restsOn(cell.id));
  const missed = rest.filter(({ id, mutated }) => {
    const book = withPrinted(openBook(ledger), id, mutated);
    const stands = (claim: ParsedClaim, at: number): boolean =>
      SIDES.every((side) => judgeSide(book, claim, side)?.verdict === original[at]![side]?.verdict);
    return claims.every((claim, at) => claim.cell.id === id || !ties[at]!.has(id) || stands(claim, at));
  });
  const percent = (count: number): string =>
    leaving.length === 0 ? "–" : `${((100 * count) / leaving.length).toFixed(1)} %`;
  const counts = new Map<string, number>();
  for (const { id } of missed) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [
    `${all.length} digits changed, ${leaving.length} leave the rounding interval: ` +
      `${percent(leaving.length - missed.length)} seen ` +
      `(${percent(own.length)} by the number's own verdict or evidence, the rest by another number's verdict)`,
    ...[...counts].map(([id, count]) => `  not seen: ${id} (${count})`),
    "",
  ].join("\n");
}
