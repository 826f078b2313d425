import { openBook, type Book, type ParsedClaim } from "../../ledger/book.js";
import { evaluate } from "../../ledger/evaluate.js";
import { verdictsOf } from "../../ledger/expected.js";
import { judgeClaim } from "../../ledger/judge.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import { mutationsOf, withPrinted } from "../../ledger/mutation.js";
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
  const own = leaving.filter(({ verdictChanged, evidenceChanged }) => verdictChanged || evidenceChanged);
  const book = openBook(ledger);
  const readers = readersOf(book);
  const rest = leaving.filter((mutation) => !own.includes(mutation));
  const missed = rest.filter(({ id, mutated }) => {
    const ids = readers.get(id) ?? new Set();
    return verdictsIn(withPrinted(book, id, mutated), ids) === verdictsIn(book, ids);
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

function verdictsIn(book: Book, ids: ReadonlySet<string>): string {
  const claims = book.claims.filter(({ cell }) => ids.has(cell.id));
  return JSON.stringify(verdictsOf(claims.map((claim) => judgeClaim(book, claim))));
}

/** Maps a number's id to the claims whose rules read it. */
function readersOf(book: Book): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const claim of book.claims)
    for (const id of readBy(book, claim)) readers.set(id, (readers.get(id) ?? new Set()).add(claim.cell.id));
  return readers;
}

function readBy(book: Book, { cell, rules }: ParsedClaim): Set<string> {
  const ids = new Set<string>();
  const formulas = rules.flatMap((rule) => [
    rule.formula,
    rule.law,
    rule.source,
    ...rule.conventions,
    ...rule.instead,
  ]);
  for (const formula of formulas) {
    if (formula === null) continue;
    try {
      evaluate({ ...book, formula, cell, read: ({ id }) => ids.add(id) });
    } catch {
      // A missing figure: everything before it was read.
    }
  }
  return ids;
}
