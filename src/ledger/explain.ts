import { inLanguage } from "../base/language.js";
import { type Book, type ParsedClaim } from "./book.js";
import { intervalOf, look, type Context } from "./context.js";
import { evaluate } from "./evaluate.js";
import { shownFormula, type Formula } from "./formula.js";
import { middle, overlaps, type Interval } from "./interval.js";

/**
 * A match with another published figure counts as what the number really is if its probability by chance is below this.
 * It is the only limit that the ledger chooses; `sensitivity` tells how many verdicts another limit would change.
 */
export const CHANCE_LIMIT = 0.05;

/** A figure that may explain a number that is not the published one. */
interface Candidate {
  /** "ranks.EPIdense[2012]". */
  what: string;
  interval: Interval;
  /** Its column, if different; numbers with the same one are exchanged alike. */
  exchange: string;
}

/** Another column in the same row; the same column in another row; both. */
const DISTANCES = [0, 1, 2] as const;

interface Candidates {
  /** The formula's own result. */
  own: () => Interval | null;
  at: (distance: number) => Candidate[];
}

/** "un.EGDI" to "OSI", or "un[2012]" to "2018". */
type Swap = [from: string, to: string];

/** The explanation found for one number. */
export interface Explanation {
  matches: string[];
  /** How each match was reached. */
  exchanges: string[];
  /** Number of distinct figures examined until one matched. */
  looked: number;
  /** The probability that as many figures would show a match by chance. */
  chance: number;
}

/**
 * Explains a number that its published figure does not: searches the figures that the same formula gives for other
 * columns and rows, nearest first, and keeps those at the smallest distance with a match.
 *
 * The chance is that of a number drawn evenly over the span of all these figures (a country's ranks cluster, and so do
 * the figures searched): with w the width that counts as a match, one figure matches with p = w / (span + w), and one
 * of k different figures with 1 - (1 - p)^k. Equal figures count once.
 */
export function explain(book: Book, claim: ParsedClaim, formula: Formula, furthest = 2): Explanation | null {
  const candidates = candidatesOf(book, claim, formula);
  const printed = intervalOf(claim.cell);
  for (let distance = 0; distance <= furthest; distance++) {
    const matches = candidates.at(distance).filter(({ interval }) => overlaps(interval, printed));
    if (matches.length === 0) continue;
    const near = DISTANCES.slice(0, distance + 1).flatMap(candidates.at);
    const looked = new Set(near.map(({ interval }) => middle(interval))).size;
    const chance = 1 - (1 - chanceOfOne(claim, candidates)) ** looked;
    return explanation(matches, looked, chance);
  }
  return null;
}

/** The convention under which the source's figure equals the printed one, if the folder declares one. */
export function byConvention(book: Book, claim: ParsedClaim, formula: Formula): Explanation | null {
  const tried = conventionsOf(book, claim, formula);
  const matches = tried.filter(({ interval }) => overlaps(interval, intervalOf(claim.cell)));
  if (matches.length === 0) return null;
  const single = chanceOfOne(claim, candidatesOf(book, claim, formula));
  return explanation(matches, tried.length, 1 - (1 - single) ** tried.length);
}

const explanation = (matches: readonly Candidate[], looked: number, chance: number): Explanation => ({
  matches: matches.map(({ what }) => what),
  exchanges: matches.map(({ exchange }) => exchange),
  looked,
  chance,
});

function chanceOfOne({ cell }: ParsedClaim, { at, own }: Candidates): number {
  const found = DISTANCES.flatMap(at).map(({ interval }) => interval);
  const intervals = [...found, own()].filter((interval) => interval !== null);
  if (intervals.length === 0) return 1; // no figure to match
  const values = intervals.map(middle);
  const [low, high] = intervals[0]!;
  const width = 10 ** -cell.decimals + (high - low);
  return width / (Math.max(...values) - Math.min(...values) + width);
}

interface Reference {
  key: string;
  column: string;
  row: string;
}

/** The single published figures that a formula reads; null if it reads whole columns, or none. */
export function referencesOf(book: Book, { cell }: ParsedClaim, formula: Formula): Reference[] | null {
  const found: Reference[] = [];
  let whole = false;
  const asked: Context["asked"] = (figure) => void (book.sources.has(figure.key) && found.push(figure));
  const read: Context["read"] = (_, all) => void (whole ||= all);
  const value = evaluate({ ...book, formula, cell, read, asked });
  if (value.kind !== "number" && value.kind !== "missing") return null;
  return whole || found.length === 0 ? null : found;
}

function candidatesOf(book: Book, claim: ParsedClaim, formula: Formula): Candidates {
  const references = referencesOf(book, claim, formula) ?? [];
  const rows = distinct(references.map(({ key, row }) => `${key}[${row}]`));
  const columns = distinct(references.map(({ key, column }) => `${key}.${column}`));
  const otherColumns = columns.flatMap((from) => others(book, from, "."));
  const otherRows = rows.flatMap((from) => others(book, from, "["));
  const swaps: (() => Swap[][])[] = [
    () => otherColumns.map((swap) => [swap]),
    () => otherRows.map((swap) => [swap]),
    () => otherColumns.flatMap((column) => otherRows.map((row) => [column, row])),
  ];
  const known: Candidate[][] = [];
  return {
    own: () => valueOf(book, claim, formula, new Map()),
    // Few numbers need the many distant figures.
    at: (distance) =>
      (known[distance] ??= swaps[distance]!().flatMap((swapped): Candidate[] => {
        const interval = valueOf(book, claim, formula, new Map(swapped));
        return interval === null
          ? []
          : [{ what: swappedText(claim, formula, swapped), interval, exchange: exchangeOf(swapped) }];
      })),
  };
}

/** The columns put in; a row exchange differs from row to row. */
const exchangeOf = (swaps: readonly Swap[]): string =>
  swaps.flatMap(([from, to]) => (from.includes("[") ? [] : [to])).join();

const distinct = (texts: string[]): string[] => [...new Set(texts)];

/** The other columns ("un.OSI") or rows ("un[2018]") of a source; a convention is not another quantity. */
function others(book: Book, from: string, mark: "." | "["): Swap[] {
  const [key, rest] = from.split(mark) as [string, string];
  const sheet = book.sheets.get(key)!;
  const conventions = Object.keys(
    book.ledger.paper.sources.find((info) => info.key === key)?.conventions ?? {},
  );
  const name = rest.replace("]", "");
  const all = mark === "." ? sheet.columns.filter((column) => !conventions.includes(column)) : sheet.rows;
  return all.filter((other) => other !== name).map((other) => [from, other]);
}

function valueOf(
  book: Book,
  { cell }: ParsedClaim,
  formula: Formula,
  swapped: Map<string, string>,
): Interval | null {
  const value = evaluate({ ...book, formula, cell, swapped });
  if (value.kind !== "number") return null;
  const { interval, none } = look(book, value.node);
  return none === undefined && interval.every(Number.isFinite) ? interval : null;
}

/** The formula's text with other columns and rows. */
function swappedText({ cell }: ParsedClaim, formula: Formula, swaps: readonly Swap[]): string {
  return swaps.reduce(
    (text, [from, to]) => {
      const row = /^(\w+)\[(.*)\]$/.exec(from);
      return row === null
        ? text.replaceAll(new RegExp(`${from.replace(".", "\\.")}\\b`, "g"), `${from.split(".")[0]}.${to}`)
        : text.replaceAll(`[${row[2]}]`, `[${to}]`);
    },
    shownFormula(formula, cell),
  );
}

function conventionsOf(book: Book, claim: ParsedClaim, formula: Formula): Candidate[] {
  return (referencesOf(book, claim, formula) ?? []).flatMap(({ key, column }) => {
    const declared = book.ledger.paper.sources.find((info) => info.key === key)?.conventions ?? {};
    return Object.entries(declared).flatMap(([name, { of, says }]): Candidate[] => {
      if (of !== column) return [];
      const interval = valueOf(book, claim, formula, new Map([[`${key}.${column}`, name]]));
      return interval === null ? [] : [{ what: inLanguage(says), interval, exchange: name }];
    });
  });
}

/** The probability that at least `matching` of `of` numbers match by chance, each with the same probability. */
export function atLeast(matching: number, of: number, chance: number): number {
  if (chance >= 1 || matching === 0) return 1;
  let [tail, term] = [0, (1 - chance) ** of];
  for (let k = 0; k <= of; k++) {
    if (k >= matching) tail += term;
    term *= ((of - k) / (k + 1)) * (chance / (1 - chance));
  }
  return tail;
}
