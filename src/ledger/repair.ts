import { onceFor } from "../base/once-for.js";
import type { Book, ParsedClaim } from "./book.js";
import { intervalOf, current } from "./context.js";
import { evaluate } from "./evaluate.js";
import type { Formula } from "./formula.js";
import { enclose, meets } from "./enclose.js";
import { constant, leaf } from "./graph.js";
import { exactly, within, type Interval } from "./interval.js";
import type { Sheet, PrintedNumber } from "./paper-folder.js";
import type { Value } from "./value.js";

/** What could be printed instead of one number, or its stars, so that a law can hold. */
export interface Repair {
  cell: PrintedNumber;
  stars: boolean;
  /** The nearest runs of values below and above the printed one; empty if the search took too long. */
  runs: readonly { range: Interval; decimals: number }[];
}

/** Stars that papers print. */
const STARS = [0, 1, 2, 3];

/** Most evaluations of a law for one number. */
const TRIES = 1500;

/** The numbers that alone could set a law right; stars, the commonest slip, come first. */
export function repairsOf(
  book: Book,
  law: Formula,
  claim: PrintedNumber,
  cells: readonly PrintedNumber[],
): Repair[] {
  const stars = /\bstars\b/.test(law.text)
    ? cells.flatMap((cell) => starsInstead(book, law, claim, cell))
    : [];
  return [...stars, ...cells.flatMap((cell) => valueInstead(book, law, claim, cell))];
}

function starsInstead(book: Book, law: Formula, claim: PrintedNumber, cell: PrintedNumber): Repair[] {
  const right = STARS.filter((stars) => {
    const instead = new Map([[cell, constant(stars, cell)]]);
    const value = evaluate({ ...book, rests: undefined, formula: law, cell: claim, starsInstead: instead });
    return stars !== cell.stars && value.kind === "truth" && canHold(value.truth);
  });
  const runs = right.map((stars) => ({ range: exactly(stars), decimals: 0 }));
  return runs.length === 0 ? [] : [{ cell, stars: true, runs }];
}

const canHold = (truth: string): boolean => truth === "yes" || truth === "maybe";

/** The values of one number for which a law is no longer refuted. */
function valueInstead(book: Book, law: Formula, claim: PrintedNumber, cell: PrintedNumber): Repair[] {
  const runs = runsOf(book, law, claim, cell, (value) => value.kind === "truth" && canHold(value.truth));
  return runs?.length === 0 ? [] : [{ cell, stars: false, runs: runs ?? [] }];
}

/** The values of one number for which it, or another number, equals its formula, or for which its law can hold. */
export function valuesThat(
  book: Book,
  { cell: claim, rules: [rule] }: ParsedClaim,
  cell: PrintedNumber,
): number[] {
  const formula = rule!.formula ?? rule!.law;
  if (formula === null) return [];
  const runs = runsOf(book, formula, claim, cell, (value, taken) => {
    if (value.kind === "truth") return rule!.formula === null ? canHold(value.truth) : value.truth === "yes";
    const printed = cell === claim ? taken : intervalOf(claim);
    return value.kind === "number" && meets(enclose(value.node), printed);
  });
  return (runs ?? [])
    .flatMap(({ range: [low, high] }) => [low, high, (low + high) / 2])
    .map((value) => roundedAs(value, cell));
}

const roundedAs = (value: number, { decimals }: PrintedNumber): number =>
  Number((Math.round(value * 10 ** decimals) / 10 ** decimals).toPrecision(15));

/**
 * Finds the values of a number, in steps of its last decimal place, that a condition allows: the nearest run below the
 * printed value and the nearest above.
 * @returns null if the search was given up
 * @param allows given the formula's result and the values tried, tells whether any is allowed
 */
function runsOf(
  book: Book,
  formula: Formula,
  claim: PrintedNumber,
  cell: PrintedNumber,
  allows: (value: Value, taken: Interval) => boolean,
): Repair["runs"] | null {
  const put = leaf(intervalOf(cell), cell);
  const instead = new Map([[cell, put]]);
  const context = { ...book, rests: undefined, formula, cell: claim, instead, known: new Map() };
  const step = 10 ** -cell.decimals;
  const valueAt = (k: number): number => Number((k * step).toPrecision(15));
  const own = Math.round(cell.value / step);
  const bounds = boundsOf(book, cell);
  const [least, most] = bounds.map((end) => end / step) as [number, number];
  let tries = 0;
  const holdsIn = (range: Interval): boolean => {
    put.leaf = range;
    return ++tries <= TRIES && allows(evaluate(context), range);
  };
  const { exact, decimals } = cell;
  const printedAt = (k: number): Interval => intervalOf({ exact, decimals, value: valueAt(k) });
  const holds = (from: number, to: number): boolean => holdsIn([printedAt(from)[0], printedAt(to)[1]]);
  /** The first step that holds, searching from one end. */
  const first = (from: number, to: number, upwards: boolean): number | null => {
    if (from > to || !holds(from, to)) return null;
    if (from === to) return from;
    const cut = Math.floor((from + to) / 2);
    return upwards
      ? (first(from, cut, true) ?? first(cut + 1, to, true))
      : (first(cut + 1, to, false) ?? first(from, cut, false));
  };
  /** How far steps keep holding from one that does. */
  const last = (from: number, side: 1 | -1): number => {
    const end = side > 0 ? Math.floor(most) : Math.ceil(least);
    let [inside, reach] = [from, 1];
    const beyond = (at: number): boolean => (end - at) * side < 0;
    while (!beyond(inside + side * reach) && holds(inside + side * reach, inside + side * reach)) {
      inside += side * reach;
      reach *= 2;
    }
    while ((reach = Math.floor(reach / 2)) >= 1)
      if (!beyond(inside + side * reach) && holds(inside + side * reach, inside + side * reach))
        inside += side * reach;
    return inside;
  };
  const runOf = (from: number, to: number): Repair["runs"][number] => {
    if (from === to || cell.exact)
      return { range: [valueAt(from), valueAt(to)], decimals: Math.max(0, cell.decimals) };
    const range = within([endOf(from, -1), endOf(to, 1)], bounds);
    return { range, decimals: Math.max(0, cell.decimals) + 1 };
  };
  /** The outermost value that holds among those that print like a step that does. */
  const endOf = (k: number, side: 1 | -1): number => {
    const [low, high] = printedAt(k);
    let [inner, outer] = side > 0 ? [low, high] : [high, low];
    for (let cut = 0; cut < 7; cut++) {
      const middle = (inner + outer) / 2;
      if (holdsIn([Math.min(outer, middle), Math.max(outer, middle)])) inner = middle;
      else outer = middle;
    }
    return inner;
  };
  const below = first(Math.ceil(least), own - 1, false);
  const above = first(own + 1, Math.floor(most), true);
  const runs = [
    ...(below === null ? [] : [runOf(last(below, -1), below)]),
    ...(above === null ? [] : [runOf(above, last(above, 1))]),
  ];
  return runs.length === 0 && tries > TRIES ? null : runs;
}

/**
 * Where else a number could lie: on its scale, if its rule has one; otherwise up to ten times as large, and not
 * negative if no number in its column is.
 */
function boundsOf(book: Book, cell: PrintedNumber): Interval {
  const scale = book.rulesOf.get(cell.id)?.[0]!.scale;
  if (scale) return scale;
  const reach = 10 * Math.max(Math.abs(cell.value), 10 ** (1 - cell.decimals));
  const sheet = book.sheets.get(cell.key)!;
  const isBelow = (one: PrintedNumber): boolean =>
    one.key === cell.key && one.column === cell.column && current(one, book).value < 0;
  const isNegative =
    cell.value < 0 ||
    (sheet.rowName !== "key" && [...negatives(sheet), ...(book.changed?.values() ?? [])].some(isBelow));
  return [isNegative ? cell.value - reach : 0, cell.value + reach];
}

const negatives = onceFor(({ list }: Sheet) => list.filter(({ heading, value }) => !heading && value < 0));
