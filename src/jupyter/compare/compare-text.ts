import { diffArrays } from "diff";
import { sanitize, type Sanitizing } from "./sanitize.js";

export interface CompareOptions extends Sanitizing {
  /** Largest allowed difference between two numbers, relative to the larger. */
  tolerance: number;
}

const MOST_LINES = 24;
const MOST_CHARACTERS = 200;

/** The differing lines, "-" as stored, "+" as now; empty if the texts agree. */
export function compareText(stored: string, fresh: string, options: CompareOptions): string[] {
  const [a, b] = sanitize(stored, fresh, options);
  const comparator = (one: string, other: string) => sameText(one, other, options.tolerance);
  if (comparator(a, b)) return [];
  const lines = diffArrays(a.split("\n"), b.split("\n"), { comparator })
    .filter((change) => change.added || change.removed)
    .flatMap((change) => change.value.map((line) => (change.removed ? "- " : "+ ") + shorten(line)));
  return limit(lines, MOST_LINES);
}

/** The first lines, and how many more there are. */
export function limit(lines: string[], most: number): string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more`];
}

/** A value, shortened for a message. */
export function shorten(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}

/** A number as notebooks print it: sign, decimal point or comma, exponent. */
const NUMBER = /([-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?)/;

/** Padding of a printed table, whose width depends on the digits of its numbers. */
const PADDING = /[ \t─━═-]+/g;

/**
 * Whether two texts agree: numbers within a relative tolerance, whole numbers and everything else exactly. If equal
 * numbers are written differently, the padding around them may differ, too.
 *
 * @param tolerance relative to the larger of two numbers, 0 or more
 * @example sameText("r = 0.98400000000001", "r = 0.984", 1e-9) // true
 */
export function sameText(stored: string, fresh: string, tolerance: number): boolean {
  if (stored === fresh) return true;
  const [a, b] = [stored.split(NUMBER), fresh.split(NUMBER)];
  if (a.length !== b.length) return false;
  const isNumber = (at: number) => at % 2 === 1;
  const rewritten = a.some((part, at) => isNumber(at) && part !== b[at]);
  return a.every((part, at) => {
    const other = b[at]!;
    if (part === other) return true;
    if (isNumber(at)) return sameFigures(part, other, tolerance);
    return rewritten && part.replace(PADDING, " ") === other.replace(PADDING, " ");
  });
}

/** Whether two numbers differ by at most `tolerance` of the larger; whole numbers must be equal, and NaN equals NaN. */
export function sameNumber(stored: number, fresh: number, tolerance: number): boolean {
  if (stored === fresh || (Number.isNaN(stored) && Number.isNaN(fresh))) return true;
  if (Number.isSafeInteger(stored) && Number.isSafeInteger(fresh)) return false;
  return Math.abs(stored - fresh) <= tolerance * Math.max(Math.abs(stored), Math.abs(fresh));
}

/** A single comma or point is the decimal mark; text with several ("1.0.22") is not a number and must match exactly. */
function sameFigures(stored: string, fresh: string, tolerance: number): boolean {
  // Also if there are more digits than a number holds.
  if ([stored, fresh].every((text) => /^[-+]?\d+$/.test(text))) return BigInt(stored) === BigInt(fresh);
  const [a, b] = [stored, fresh].map((text) => Number(text.replace(",", ".")));
  return !Number.isNaN(a) && sameNumber(a!, b!, tolerance);
}
