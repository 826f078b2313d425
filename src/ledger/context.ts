import type { AnyNode } from "acorn";
import { enclose, type Enclosure } from "./enclose.js";
import type { Formula } from "./formula.js";
import { constant, leaf, type Node } from "./graph.js";
import { exactly, outward, printedInterval, type Interval } from "./interval.js";
import type { PrintedNumber, Sheet } from "./paper-folder.js";
import type { Value } from "./value.js";

/** What a formula is evaluated against. */
export interface Context {
  formula: Formula;
  /** Exhibits, text and sources by key. */
  sheets: ReadonlyMap<string, Sheet>;
  sources: ReadonlySet<string>;
  /** The claim's cell, for `row`, `column` and `printed`. */
  cell: PrintedNumber | null;
  /** Printed numbers taken for something else than they print, and those whose stars are. */
  instead?: ReadonlyMap<PrintedNumber, Node>;
  starsInstead?: ReadonlyMap<PrintedNumber, Node>;
  /** The quantities that the printed numbers read so far are. */
  leaves?: Map<PrintedNumber, Node>;
  /** What the names of cells in a formula came to, where it is evaluated over and over with other values in them. */
  known?: Map<AnyNode, Value>;
  /** Printed intermediate results, by the formula that gives them: taken in place of what is recomputed. */
  intermediates?: ReadonlyMap<string, PrintedNumber>;
  /** Told of each of them that is taken. */
  taken?: Set<PrintedNumber>;
  /** Columns and rows of sources read in place of others, by "key.column" and "key[row]". */
  swapped?: ReadonlyMap<string, string>;
  /** Told of every single figure that is asked for, whether it is there or not. */
  asked?: (figure: { key: string; column: string; row: string }) => void;
  /** Told of every cell that is read. */
  read?: (cell: PrintedNumber, whole: boolean) => void;
  /** Filled with the printed numbers on whose values the result rests: none of the others could change it. */
  rests?: Set<PrintedNumber>;
}

/** All values that a cell stands for. A decimal that stands for itself alone lies beside its double. */
export function intervalOf(cell: Pick<PrintedNumber, "exact" | "value" | "decimals" | "range">): Interval {
  if (cell.range !== undefined) return cell.range;
  if (!cell.exact) return printedInterval(cell);
  return Number.isInteger(cell.value) ? exactly(cell.value) : outward(exactly(cell.value));
}

/** A printed number is one quantity wherever a formula reads it. */
export function leafOf(cell: PrintedNumber, context: Context): Node {
  const other = context.instead?.get(cell);
  if (other !== undefined) return other;
  context.leaves ??= new Map();
  const known = context.leaves.get(cell);
  if (known !== undefined) return known;
  const node = leaf(intervalOf(cell), cell);
  context.leaves.set(cell, node);
  return node;
}

export const starsIn = (cell: PrintedNumber, { starsInstead }: Context): Node =>
  starsInstead?.get(cell) ?? constant(cell.stars, cell);

/** A printed number as it stands, without what rounds to it. */
export const printedAs = (cell: PrintedNumber): Node => constant(cell.value, cell);

/** The range of a number, noting on which printed ones it rests. */
export function look({ rests }: Pick<Context, "rests">, ...args: Parameters<typeof enclose>): Enclosure {
  return enclose(args[0], args[1], args[2], rests);
}
