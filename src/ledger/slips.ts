import { openBook, type Book, type ParsedClaim } from "./book.js";
import { agrees, SIDES, type Ruling, type Judged } from "./claim.js";
import type { VerdictPlace } from "./findings.js";
import { judgeLedger, judgeSide } from "./judge.js";
import { withNumber } from "./mutation.js";
import type { Ledger, PrintedNumber } from "./paper-folder.js";
import { valuesThat } from "./repair.js";

/** One printed number that explains several verdicts: with another value they would agree. */
export interface Slip {
  id: string;
  printed: string;
  /** The value with which they agree. */
  value: number;
  explains: VerdictPlace[];
}

const disagrees = (ruling: Ruling | null | undefined): boolean => ruling != null && !agrees(ruling.verdict);

/** At most this many numbers are tried, those on which most verdicts depend first. */
const MOST = 40;

/**
 * Finds printed numbers that each explain several verdicts. For every number on which two or more disagreeing verdicts
 * depend, it tries the nearest values with which one of them agrees, and counts how many then do. A value that makes
 * another verdict disagree explains nothing. The number that explains most comes first, and its verdicts no longer
 * count for the others.
 *
 * @example slips(ledgerIn(folder)).map(({ id, value, explains }) => `${id}: ${value} explains ${explains.length}`)
 */
export function slips(ledger: Ledger, judged: readonly Judged[] = judgeLedger(ledger)): Slip[] {
  const book = openBook(ledger);
  const against = new Set(judged.filter(({ internal }) => disagrees(internal)).map(({ id }) => id));
  if (against.size < 2) return [];
  const counts = new Map<PrintedNumber, number>();
  for (const claim of book.claims)
    if (against.has(claim.cell.id))
      for (const cell of claim.rests!) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const suspects = [...counts]
    .filter(([cell, count]) => count > 1 && !book.sources.has(cell.key) && !cell.heading)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST);
  const resting = new Map(suspects.map(([cell]): [PrintedNumber, ParsedClaim[]] => [cell, []]));
  if (suspects.length > 0)
    for (const claim of book.claims) for (const cell of claim.rests!) resting.get(cell)?.push(claim);
  const found = [...resting].flatMap(([cell, all]) => {
    const places = all.filter((claim) => against.has(claim.cell.id));
    return bestOf(book, cell, places, all) ?? [];
  });
  const left = new Set(against);
  const slipsFound: Slip[] = [];
  for (const slip of found.sort((a, b) => b.explains.length - a.explains.length)) {
    const explains = slip.explains.filter(({ id }) => left.has(id));
    if (explains.length < 2) continue;
    explains.forEach(({ id }) => left.delete(id));
    slipsFound.push({ ...slip, explains });
  }
  return slipsFound;
}

/** The value of a number with which most verdicts that depend on it agree, and no other turns to disagreement. */
function bestOf(
  book: Book,
  cell: PrintedNumber,
  places: readonly ParsedClaim[],
  all: readonly ParsedClaim[],
): Slip | null {
  const now = new Set(places);
  const tried = new Set(places.slice(0, 4).flatMap((claim) => valuesThat(book, claim, cell)));
  let best: Slip | null = null;
  for (const value of tried) {
    const other = { ...cell, value, range: undefined };
    const changed = withNumber(book, other);
    const isWrong = (entry: ParsedClaim): boolean =>
      disagrees(judgeSide(changed, entry.cell === cell ? { ...entry, cell: other } : entry, "internal"));
    if (all.some((entry) => !now.has(entry) && isWrong(entry))) continue;
    const explains = all
      .filter((claim) => now.has(claim) && !isWrong(claim))
      .map((claim) => ({ id: claim.cell.id, side: SIDES[0] }));
    if (explains.length > (best?.explains.length ?? 1))
      best = { id: cell.id, printed: cell.printed, value, explains };
  }
  return best;
}
