import { inLanguage } from "../base/language.js";
import { type Book, type ParsedClaim } from "./book.js";
import { intervalOf, look, type Context } from "./context.js";
import { evaluate } from "./evaluate.js";
import { shownFormula, type Formula } from "./formula.js";
import { middle, overlaps, type Interval } from "./interval.js";
import type { SourceInfo } from "./paper-folder.js";

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

/** The figures of another column in the same row (0), the same column in another row (1), or both (2). */
type Candidates = (distance: number) => Candidate[];
const DISTANCES = [0, 1, 2];

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
  const at = candidatesOf(book, claim, formula);
  for (let distance = 0; distance <= furthest; distance++) {
    const near = DISTANCES.slice(0, distance + 1).flatMap(at);
    const looked = new Set(near.map(({ interval }) => middle(interval))).size;
    const found = explanation(book, claim, formula, at(distance), looked, at);
    if (found !== null) return found;
  }
  return null;
}

/** The convention under which the source's figure equals the printed one, if the folder declares one. */
export function byConvention(book: Book, claim: ParsedClaim, formula: Formula): Explanation | null {
  const tried = conventionsOf(book, claim, formula);
  return explanation(book, claim, formula, tried, tried.length);
}

function explanation(
  book: Book,
  claim: ParsedClaim,
  formula: Formula,
  tried: readonly Candidate[],
  looked: number,
  at?: Candidates,
): Explanation | null {
  const printed = intervalOf(claim.cell);
  const matches = tried.filter(({ interval }) => overlaps(interval, printed));
  if (matches.length === 0) return null;
  const all = DISTANCES.flatMap(at ?? candidatesOf(book, claim, formula)).map(({ interval }) => interval);
  const own = valueOf(book, claim, formula, []);
  const chance = 1 - (1 - chanceOfOne(claim, own === null ? all : [...all, own])) ** looked;
  return { matches: matches.map(({ what }) => what), exchanges: matches.map(({ exchange }) => exchange), looked, chance }; // prettier-ignore
}

function chanceOfOne({ cell }: ParsedClaim, intervals: readonly Interval[]): number {
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
  const rows = new Set(references.map(({ key, row }) => `${key}[${row}]`));
  const columns = new Set(references.map(({ key, column }) => `${key}.${column}`));
  const otherColumns = [...columns].flatMap((from) => others(book, from, "."));
  const otherRows = [...rows].flatMap((from) => others(book, from, "["));
  const swaps: (() => Swap[][])[] = [
    () => otherColumns.map((swap) => [swap]),
    () => otherRows.map((swap) => [swap]),
    () => otherColumns.flatMap((column) => otherRows.map((row) => [column, row])),
  ];
  const known: Candidate[][] = [];
  // Few numbers need the many distant figures.
  return (distance) =>
    (known[distance] ??= swaps[distance]!().flatMap((swapped): Candidate[] => {
      const interval = valueOf(book, claim, formula, swapped);
      if (interval === null) return [];
      return [{ what: swappedText(claim, formula, swapped), interval, exchange: exchangeOf(swapped) }];
    }));
}

/** The columns put in; a row exchange differs from row to row. */
const exchangeOf = (swaps: readonly Swap[]): string =>
  swaps.flatMap(([from, to]) => (from.includes("[") ? [] : [to])).join();

const conventionsIn = ({ ledger }: Book, key: string): NonNullable<SourceInfo["conventions"]> =>
  ledger.paper.sources.find((info) => info.key === key)?.conventions ?? {};

/** The other columns ("un.OSI") or rows ("un[2018]") of a source; a convention is not another quantity. */
function others(book: Book, from: string, mark: "." | "["): Swap[] {
  const [key, rest] = from.split(mark) as [string, string];
  const sheet = book.sheets.get(key)!;
  const conventions = conventionsIn(book, key);
  const name = rest.replace("]", "");
  const all =
    mark === "." ? sheet.columns.filter((column) => !Object.hasOwn(conventions, column)) : sheet.rows;
  return all.filter((other) => other !== name).map((other) => [from, other]);
}

function valueOf(
  book: Book,
  { cell }: ParsedClaim,
  formula: Formula,
  swaps: readonly Swap[],
): Interval | null {
  const value = evaluate({ ...book, formula, cell, swapped: new Map(swaps) });
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
  return (referencesOf(book, claim, formula) ?? []).flatMap(({ key, column }) =>
    Object.entries(conventionsIn(book, key)).flatMap(([name, { of, says }]): Candidate[] => {
      const interval = of === column ? valueOf(book, claim, formula, [[`${key}.${column}`, name]]) : null;
      return interval === null ? [] : [{ what: inLanguage(says), interval, exchange: name }];
    }),
  );
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
