import { diffArrays } from "diff";
import { sameText } from "./same-text.js";
import { sanitize, type LookedPast, type Pattern } from "./sanitize.js";

export interface CompareOptions {
  /** Largest allowed difference between two numbers, relative to the larger. */
  tolerance: number;
  /** Patterns replaced in both texts before comparison. */
  patterns: readonly Pattern[];
  /** Collects differences that the patterns excluded from the comparison. */
  lookedPast?: LookedPast[];
}

const MOST_LINES = 24;
const MOST_CHARACTERS = 200;

/** The differing lines, "-" as stored, "+" as now; empty if the texts agree. */
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

/** The first lines, and how many more there are. */
export function limit(lines: string[], most: number): string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more`];
}

/** A value, shortened for a message. */
export function shorten(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
