import { text } from "../base/text.js";
import { readCell } from "./parse-number.js";
import { openBook, type Book } from "./book.js";
import { SIDES, type Judged, type Side } from "./claim.js";
import { overlaps, printedInterval, type Interval } from "./interval.js";
import { judgeClaim } from "./judge.js";
import type { PrintedNumber, Ledger } from "./paper-folder.js";

/** One changed digit of a claim's printed string, and its effect. */
export interface Mutation {
  id: string;
  printed: string;
  mutated: string;
  /** false if the mutated number still lies in a recomputed interval, so that nothing has to change. */
  leaves: boolean;
  verdictChanged: boolean;
  /** The recomputed value or the reason changed. */
  evidenceChanged: boolean;
}

/**
 * Changes every digit of every claim to each other digit, in the exhibit too, and judges the claim again; this shows
 * that the verdicts can fail.
 *
 * A mutation leaves the rounding interval when the interval of the mutated number meets none of the recomputed ones
 * that the printed number met.
 *
 * @example mutationsOf(ledger).filter((mutation) => mutation.leaves && mutation.verdictChanged).length
 */
export function mutationsOf(ledger: Ledger): Mutation[] {
  const book = openBook(ledger);
  return book.claims.flatMap((claim) => {
    const before = judgeClaim(book, claim);
    return digitChanges(claim.cell.printed).flatMap((mutated) => {
      const cell = numberWith(book, claim.cell, mutated);
      // A text that is no longer a number is detected when the folder is read.
      return cell === null ? [] : compare(before, judgeClaim(withNumber(book, cell), { ...claim, cell }));
    });
  });
}

/** Every string that differs from a numeral in one digit. */
export function digitChanges(printed: string): string[] {
  return [...printed].flatMap((character, at) => {
    const others = /\d/.test(character) ? [..."0123456789"].filter((digit) => digit !== character) : [];
    return others.map((digit) => printed.slice(0, at) + digit + printed.slice(at + 1));
  });
}

/** A cell with another printed text; null if that is not a number. */
function numberWith(book: Book, cell: PrintedNumber, printed: string): PrintedNumber | null {
  const read = readCell(printed, book.sheets.get(cell.key)!.reading)?.[0];
  return read === undefined ? null : { ...cell, range: undefined, ...read, printed };
}

/**
 * Returns the book with a different printed text in one cell.
 * @throws RangeError when there is no such cell, or the text is not a number
 */
export function withPrinted(book: Book, id: string, printed: string): Book {
  const old = book.ledger.exhibits.flatMap(({ list }) => list).find((cell) => cell.id === id);
  const cell = old === undefined ? null : numberWith(book, old, printed);
  if (cell === null) throw new RangeError(text("error.withPrintedCellsIdAndNumber", { id, printed }));
  return withNumber(book, cell);
}

/** The book with one number replaced, in its list of claims, too. */
export const withNumber = (book: Book, cell: PrintedNumber): Book => ({
  ...book,
  changed: new Map(book.changed).set(cell.id, cell),
  claims: book.claims.map((one) => (one.cell.id === cell.id ? { ...one, cell } : one)),
});

function compare(before: Judged, after: Judged): Mutation {
  const verdicts = (claim: Judged) => SIDES.map((side) => claim[side]?.verdict).join();
  // Without the number itself, which a reason may quote: the comparison is of the results.
  const evidence = (claim: Judged) =>
    JSON.stringify(SIDES.map((side) => claim[side])).replaceAll(claim.printed, "");
  return {
    id: before.id,
    printed: before.printed,
    mutated: after.printed,
    leaves: !SIDES.some((side) => stays(before, after, side)),
    verdictChanged: verdicts(before) !== verdicts(after),
    evidenceChanged: evidence(before) !== evidence(after),
  };
}

/** Whether both the printed and the mutated number agree with the interval recomputed before. */
function stays(before: Judged, after: Judged, side: Side): boolean {
  const recomputed = before[side]?.recomputed;
  if (!Array.isArray(recomputed)) return false;
  return [before, after].every((claim) => overlaps(recomputed as Interval, printedInterval(claim)));
}
