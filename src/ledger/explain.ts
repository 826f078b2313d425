import { inLanguage } from "../base/language.js";
import type { Case } from "./book.js";
import { intervalOf, look, type Context } from "./context.js";
import { evaluate } from "./evaluate.js";
import { shownFormula } from "./formula.js";
import { middle, overlaps, type Interval } from "./interval.js";
import type { PrintedNumber, SourceInfo } from "./paper-folder.js";

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
  /** Whether it is a convention that the folder declares. */
  isConvention: boolean;
}

/** Explains a number by a convention under which the source's figure equals it, or else by another figure. */
export function explain(at: Case): Explanation | null {
  const tried = conventionsOf(at);
  const found = explanation(at, tried, tried.length, candidatesOf(at));
  return found === null ? explainNearby(at) : { ...found, isConvention: true };
}

/**
 * Explains a number that its published figure does not: searches the figures that the same formula gives for other
 * columns and rows, nearest first, and keeps those at the smallest distance with a match.
 *
 * The chance is that of a number drawn evenly over the span of all these figures (a country's ranks cluster, and so do
 * the figures searched): with w the width that counts as a match, one figure matches with p = w / (span + w), and one
 * of k different figures with 1 - (1 - p)^k. Equal figures count once.
 */
export function explainNearby(at: Case, furthest = 2): Explanation | null {
  const candidates = candidatesOf(at);
  for (let distance = 0; distance <= furthest; distance++) {
    const near = DISTANCES.slice(0, distance + 1).flatMap(candidates);
    const looked = new Set(near.map(({ interval }) => middle(interval))).size;
    const found = explanation(at, candidates(distance), looked, candidates);
    if (found !== null) return found;
  }
  return null;
}

function explanation(
  at: Case,
  tried: readonly Candidate[],
  looked: number,
  candidates: Candidates,
): Explanation | null {
  const found = tried.filter(({ interval }) => overlaps(interval, intervalOf(at.cell)));
  if (found.length === 0) return null;
  const all = DISTANCES.flatMap(candidates).map(({ interval }) => interval);
  const chance = 1 - (1 - chanceOfOne(at.cell, [...all, ...(valueOf(at, []) ?? [])])) ** looked;
  const [matches, exchanges] = [found.map(({ what }) => what), found.map(({ exchange }) => exchange)];
  return { matches, exchanges, looked, chance, isConvention: false };
}

function chanceOfOne({ decimals }: PrintedNumber, intervals: readonly Interval[]): number {
  if (intervals.length === 0) return 1; // no figure to match
  const values = intervals.map(middle);
  const [low, high] = intervals[0]!;
  const width = 10 ** -decimals + (high - low);
  return width / (Math.max(...values) - Math.min(...values) + width);
}

interface Reference {
  key: string;
  column: string;
  row: string;
}

/** The single published figures that a formula reads; null if it reads whole columns, or none. */
export function referencesOf(at: Case): Reference[] | null {
  const found: Reference[] = [];
  let whole = false;
  const asked: Context["asked"] = (figure) => void (at.sources.has(figure.key) && found.push(figure));
  const read: Context["read"] = (_, all) => void (whole ||= all);
  const { kind } = evaluate({ ...at, read, asked });
  return whole || found.length === 0 || (kind !== "number" && kind !== "missing") ? null : found;
}

function candidatesOf(at: Case): Candidates {
  const references = referencesOf(at) ?? [];
  const columns = new Set(references.map(({ key, column }) => `${key}.${column}`));
  const rows = new Set(references.map(({ key, row }) => `${key}[${row}]`));
  const otherColumns = [...columns].flatMap((from) => others(at, from, "."));
  const otherRows = [...rows].flatMap((from) => others(at, from, "["));
  const swaps: (() => Swap[][])[] = [
    () => otherColumns.map((swap) => [swap]),
    () => otherRows.map((swap) => [swap]),
    () => otherColumns.flatMap((column) => otherRows.map((row) => [column, row])),
  ];
  const candidate = (swapped: Swap[]): Candidate[] =>
    (valueOf(at, swapped) ?? []).map((interval) => ({
      what: swappedText(at, swapped),
      interval,
      // A row exchange differs from row to row.
      exchange: swapped.flatMap(([from, to]) => (from.includes("[") ? [] : [to])).join(),
    }));
  const known: Candidate[][] = [];
  // Few numbers need the many distant figures.
  return (distance) => (known[distance] ??= swaps[distance]!().flatMap(candidate));
}

const conventionsIn = ({ ledger }: Case, key: string): NonNullable<SourceInfo["conventions"]> =>
  ledger.paper.sources.find((info) => info.key === key)?.conventions ?? {};

/** The other columns ("un.OSI") or rows ("un[2018]") of a source; a convention is not another quantity. */
function others(book: Case, from: string, mark: "." | "["): Swap[] {
  const [key, rest] = from.split(mark) as [string, string];
  const sheet = book.sheets.get(key)!;
  const conventions = conventionsIn(book, key);
  const name = rest.replace("]", "");
  const all =
    mark === "." ? sheet.columns.filter((column) => !Object.hasOwn(conventions, column)) : sheet.rows;
  return all.filter((other) => other !== name).map((other) => [from, other]);
}

/** The figure that the formula gives with other columns and rows, if there is one. */
function valueOf(at: Case, swaps: readonly Swap[]): [Interval] | null {
  const value = evaluate({ ...at, swapped: new Map(swaps) });
  if (value.kind !== "number") return null;
  const { interval, none } = look(at, value.node);
  return none === undefined && interval.every(Number.isFinite) ? [interval] : null;
}

/** The formula's text with other columns and rows. */
function swappedText({ cell, formula }: Case, swaps: readonly Swap[]): string {
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

const conventionsOf = (at: Case): Candidate[] =>
  (referencesOf(at) ?? []).flatMap(({ key, column }) =>
    Object.entries(conventionsIn(at, key)).flatMap(([name, { of, says }]) =>
      ((of === column && valueOf(at, [[`${key}.${column}`, name]])) || []).map((interval): Candidate => ({
        what: inLanguage(says),
        interval,
        exchange: name,
      })),
    ),
  );

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
