import type { AnyNode } from "acorn";
import { text, type Values } from "../base/text.js";
import { enclose, type Enclosure } from "./enclose.js";
import { fail, type Formula } from "./formula.js";
import { constant, leaf, type Node } from "./graph.js";
import { exactly, outward, printedInterval, type Interval } from "./interval.js";
import type { PrintedNumber, Sheet } from "./paper-folder.js";
import type { Value } from "./value.js";

/** The data and settings for evaluating a formula. */
export interface Context {
  formula: Formula;
  /** Exhibits, text and sources by key. */
  sheets: ReadonlyMap<string, Sheet>;
  sources: ReadonlySet<string>;
  /** The claim's cell, for `row`, `column` and `printed`. */
  cell: PrintedNumber | null;
  /** Printed numbers with another text than the paper's, by id. */
  changed?: ReadonlyMap<string, PrintedNumber>;
  /** Printed numbers to be replaced by other quantities, and those whose stars are. */
  instead?: ReadonlyMap<PrintedNumber, Node>;
  starsInstead?: ReadonlyMap<PrintedNumber, Node>;
  /** The quantities for the printed numbers read so far. */
  leaves?: Map<PrintedNumber, Node>;
  /** Cached values of a formula's cell names, when it is evaluated repeatedly with different numbers. */
  known?: Map<AnyNode, Value>;
  /** Printed intermediate results by the formula that gives them, used in place of recomputed ones. */
  intermediates?: ReadonlyMap<string, PrintedNumber>;
  /** Collects the intermediate results that were used. */
  taken?: Set<PrintedNumber>;
  /** Source columns and rows replaced by others, as "key.column" and "key[row]". */
  swapped?: ReadonlyMap<string, string>;
  /** Called for every single figure requested, whether it exists or not. */
  asked?: (figure: { key: string; column: string; row: string }) => void;
  /** Called for every cell read. */
  read?: (cell: PrintedNumber, whole: boolean) => void;
  /** Filled with the printed numbers whose values the result depends on: no other could change it. */
  rests?: Set<PrintedNumber>;
}

/** All values that a cell can stand for. An exact decimal is still an interval, since its double lies next to it. */
export function intervalOf(
  cell: Pick<PrintedNumber, "exact" | "value" | "decimals" | "range"> &
    Partial<Pick<PrintedNumber, "printed">>,
): Interval {
  if (cell.range !== undefined) {
    // "<.001" leaves out 0.001 itself: such a p earns the stars of that limit.
    const isOpen = /[<>＜＞﹤﹥](?!=)/.test(cell.printed ?? "");
    const inward = isOpen ? 2 * Number.EPSILON * Math.abs(cell.value) : 0;
    return cell.range[0] === cell.value
      ? [cell.value + inward, cell.range[1]]
      : [cell.range[0], cell.range[1] - inward];
  }
  if (!cell.exact) return printedInterval(cell);
  return Number.isInteger(cell.value) ? exactly(cell.value) : outward(exactly(cell.value));
}

/** The number in a cell's place: the cell, or what it was changed to. */
export const current = (cell: PrintedNumber, { changed }: Pick<Context, "changed">): PrintedNumber =>
  changed?.get(cell.id) ?? cell;

/** A printed number is the same quantity wherever a formula reads it. */
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

/** A printed number as it is, without the other values that round to it. */
export const printedAs = (cell: PrintedNumber): Node => constant(cell.value, cell);

/** The range of a number; records the printed numbers that it depends on. */
export const look = ({ rests }: Pick<Context, "rests">, ...args: Parameters<typeof enclose>): Enclosure =>
  enclose(args[0], args[1], args[2], rests);

/** @throws FormulaError with the text of `key`, at a part of the formula */
export function refuse(
  { formula }: Pick<Context, "formula">,
  part: AnyNode,
  key: string,
  values?: Values,
): never {
  return fail(formula, part, text(key, values));
}
