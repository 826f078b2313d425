import { getLanguage } from "../base/language.js";
import { onceFor } from "../base/once-for.js";
import { text } from "../base/text.js";
import type { Book, ParsedClaim } from "./book.js";
import type { Ruling } from "./claim.js";
import { current } from "./context.js";
import { evaluate } from "./evaluate.js";
import { misfit, shownFormula, type Formula } from "./formula.js";
import type { Ledger, PrintedNumber } from "./paper-folder.js";
import { marked } from "./reasons.js";
import { repairsOf, type Repair } from "./repair.js";
import { shownInterval } from "./shown.js";
import type { Truth } from "./value.js";

/** A law's result for the numbers that it ties together. */
export interface LawCase {
  truth: Truth;
  detail: string;
  /** The numbers, or stars, that alone could set it right. */
  repairs: readonly Repair[];
  /** The numbers that this depends on; it holds while they do not change. */
  on: ReadonlySet<PrintedNumber>;
}

/**
 * What a law finds of a claim; null where it can hold, or where the claim could not set it right, others could, and its
 * rule has more to say of it.
 *
 * `impossible`: of all numbers that the law ties together this one alone can set it right, so that no data whatever give
 * it with the others. `inconsistent`: several could, or none alone; the paper itself does not tell which is off.
 */
export function judgeLaw(
  found: LawCase,
  { cell, rules }: ParsedClaim,
  law: Formula,
  isAll: boolean,
): Ruling | null {
  if (found.truth !== "no") return null;
  const { repairs } = found;
  const own = repairs.some((repair) => repair.cell === cell);
  if (repairs.length > 0 && !own && !isAll) return null;
  const each = repairs.map((repair) => ({ cell: nameOf(repair), range: rangesOf(repair) }));
  const list = each.map(({ cell: name, range }) => `${name} ${range}`).join(", ");
  const how = each.length === 0 ? "None" : each.length === 1 ? "One" : "Many";
  const why = text(`reason.repair${how}`, { ...each[0], list });
  // A number and its stars are two separate things.
  const only = own && repairs.length === 1 && !repairs[0]!.stars;
  const note = only && rules[0]!.role !== "label" ? ` ${text("reason.conditions")}` : "";
  const reason = `${text("reason.law")} ${why}${note}`;
  const working = `${shownFormula(law, cell)} (${marked(found.detail)})`;
  return { verdict: only ? "impossible" : "inconsistent", recomputed: null, reason, working };
}

const nameOf = ({ cell, stars }: Repair): string =>
  stars ? text("reason.starsOf", { cell: cell.id }) : cell.id;

const rangesOf = ({ runs }: Repair): string =>
  runs.length === 0
    ? "…"
    : marked(
        runs.map(({ range, decimals }) => shownInterval(range, decimals)).join(` ${text("formula.or")} `),
      );

/** By ledger, since books of one ledger differ in single numbers: see `withPrinted`. */
const cases = onceFor((_: Ledger) => new Map<string, LawCase>());

export function lawCase(book: Book, law: Formula, cell: PrintedNumber): LawCase {
  const known = cases(book.ledger);
  const own = ownIn(law);
  const key = `${getLanguage()} ${own.map((name) => (name === "printed" ? cell.id : cell[name])).join()} ${law.text}`;
  const before = known.get(key);
  const stands = (one: PrintedNumber): boolean =>
    current(book.sheets.get(one.key)!.cells.get(one.row)!.get(one.column)!, book) === one;
  const found = before !== undefined && [...before.on].every(stands) ? before : openCase(book, law, cell);
  // A law of one row is cheaper to evaluate again than to keep.
  if (found.truth === "no" || own.length === 0) known.set(key, found);
  if (book.rests !== undefined) for (const one of found.on) book.rests.add(one);
  return found;
}

/** The words of a law whose meaning depends on the cell. */
export const ownIn = onceFor(({ text }: Formula) =>
  (["row", "column", "printed"] as const).filter((name) => new RegExp(`\\b${name}\\b`).test(text)),
);

function openCase(book: Book, law: Formula, cell: PrintedNumber): LawCase {
  const on = new Set<PrintedNumber>();
  const value = evaluate({ ...book, formula: law, cell, rests: on });
  if (value.kind === "missing") return { truth: "none", detail: value.what, repairs: [], on };
  if (value.kind !== "truth") throw misfit(law, text("formula.lawStatement"));
  const tied = value.culprits ?? [...on];
  const printed = tied.filter(({ key, heading }) => !book.sources.has(key) && !heading);
  const repairs = value.truth === "no" ? repairsOf(book, law, cell, printed) : [];
  return { truth: value.truth, detail: value.detail, repairs, on };
}
