import { diffArrays } from "diff";
import { sameText } from "./same-text.js";
import { sanitize, type LookedPast, type Pattern } from "./sanitize.js";

export interface CompareOptions {
  /** How far two numbers may be apart, relative to the larger. */
  tolerance: number;
  /** What is replaced in both texts before they are compared. */
  patterns: readonly Pattern[];
  /** Gets what the patterns kept from being compared, though it differs. */
  lookedPast?: LookedPast[];
}

const MOST_LINES = 24;
const MOST_CHARACTERS = 200;

/** The lines that differ, "-" as stored, "+" as they are now; empty when the texts say the same. */
export function compareText(stored: string, fresh: string, options: CompareOptions): string[] {
  const [a, b] = sanitize(stored, fresh, options.patterns, options.lookedPast);
  if (sameText(a, b, options.tolerance)) return [];
  const changes = diffArrays(a.split("\n"), b.split("\n"), {
    comparator: (one, other) => sameText(one, other, options.tolerance),
  });
  const lines = changes
    .filter((change) => change.added || change.removed)
    .flatMap((change) => change.value.map((line) => (change.removed ? "- " : "+ ") + shorten(line)));
  return limit(lines, MOST_LINES);
}

/** The first of many lines, and how many there are besides. */
export function limit(lines: string[], most: number): string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more`];
}

/** One value in a message. */
export function shorten(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
