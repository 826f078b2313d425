import { getLanguage } from "../base/language.js";
import type { Book, Entry } from "./book.js";
import { canonical } from "./canonical.js";
import type { Finding } from "./claim.js";
import { evaluate, intervalOf } from "./evaluate.js";
import { misfit, shownFormula, type Formula } from "./formula.js";
import { leaf } from "./graph.js";
import type { Interval } from "./interval.js";
import type { Ledger, SheetCell } from "./paper-folder.js";
import { marked } from "./reasons.js";
import { resting, restsOn } from "./resting.js";
import { shownInterval } from "./shown.js";
import type { Truth } from "./value.js";
import { text } from "../base/text.js";

/** What a law says of the numbers that it ties together. */
interface LawCase {
  truth: Truth;
  detail: string;
  /** The numbers that could set it right alone, each with the values that would. */
  repairs: { cell: SheetCell; range: Interval }[];
  /** What all this rests on: while these stand, it does. */
  on: ReadonlySet<SheetCell>;
}

/**
 * What a law finds of a claim; null where it can hold, or where the claim could not set it right, others could, and its
 * rule has more to say of it.
 *
 * `impossible`: of all numbers that the law ties together this one alone can set it right, so that no data whatever give
 * it with the others. `inconsistent`: several could, or none alone; the paper itself does not tell which is off.
 */
export function judgeLaw(book: Book, { cell, rules }: Entry, law: Formula, isAll: boolean): Finding | null {
  const found = lawCase(book, law, cell);
  if (found.truth !== "no") return null;
  const { repairs } = found;
  const own = repairs.some((repair) => repair.cell === cell);
  if (repairs.length > 0 && !own && !isAll) return null;
  const shown = shownFormula(law, cell);
  const range = (repair: (typeof repairs)[number]): string =>
    marked(shownInterval(repair.range, repair.cell.decimals));
  const why =
    repairs.length === 0
      ? text("reason.repairNone")
      : repairs.length === 1
        ? text("reason.repairOne", { cell: repairs[0]!.cell.id, range: range(repairs[0]!) })
        : text("reason.repairMany", {
            list: repairs.map((repair) => `${repair.cell.id} ${range(repair)}`).join(", "),
          });
  const only = own && repairs.length === 1;
  const note = only && rules[0]!.role !== "label" ? ` ${text("reason.conditions")}` : "";
  const reason = `${text("reason.law", { law: shown, detail: marked(found.detail) })} ${why}${note}`;
  return { verdict: only ? "impossible" : "inconsistent", recomputed: null, reason };
}

/** By the ledger, whose books differ in single numbers: see `withPrinted`. */
const cases = new WeakMap<Ledger, Map<string, LawCase>>();

function lawCase(book: Book, law: Formula, cell: SheetCell): LawCase {
  const known = cases.get(book.ledger) ?? new Map<string, LawCase>();
  cases.set(book.ledger, known);
  // `printed` is the claim's own number: the same words say something else of another cell.
  const own = /\bprinted\b/.test(law.text) ? cell.id : "";
  const key = `${getLanguage()} ${own} ${canonical(law.root, cell)}`;
  const before = known.get(key);
  const stands = (one: SheetCell): boolean =>
    book.sheets.get(one.key)?.cells.get(one.row)?.get(one.column) === one;
  if (before !== undefined && [...before.on].every(stands)) {
    before.on.forEach(restsOn);
    return before;
  }
  const { result, on } = resting(() => openCase(book, law, cell, own));
  const found = { ...result, on };
  known.set(key, found);
  return found;
}

function openCase(book: Book, law: Formula, cell: SheetCell, own: string): Omit<LawCase, "on"> {
  const tied = new Set<SheetCell>(own === "" ? [] : [cell]);
  const value = evaluate({ ...book, formula: law, cell, read: (one) => void tied.add(one) });
  if (value.kind !== "truth") throw misfit(law, text("formula.lawStatement"));
  const printed = [...tied].filter(({ key, heading }) => !book.sources.has(key) && !heading);
  const repairs = value.truth === "no" ? printed.flatMap((one) => repairOf(book, law, cell, one)) : [];
  return { truth: value.truth, detail: value.detail, repairs };
}

/** The values of one number with which the law is no longer refuted: cut finer until they are of the printed step. */
function repairOf(
  book: Book,
  law: Formula,
  cell: SheetCell,
  one: SheetCell,
): { cell: SheetCell; range: Interval }[] {
  if (/\bprinted\b/.test(law.text)) return [{ cell: one, range: intervalOf(one) }];
  const step = 10 ** -one.decimals;
  const [low, high] = book.entries.find((entry) => entry.cell === one)?.rules[0]!.scale ?? [
    one.value - 10 * Math.abs(one.value),
    one.value + 10 * Math.abs(one.value),
  ];
  const holds = (range: Interval): boolean => {
    const value = evaluate({ ...book, formula: law, cell, instead: new Map([[one, leaf(range)]]) });
    return value.kind === "truth" && value.truth !== "no";
  };
  const first = (from: Interval, upwards: boolean): number | null => {
    if (!holds(from)) return null;
    const [least, most] = from;
    if (most - least <= step) return Math.round((least + most) / 2 / step) * step;
    const cut = Math.round((least + most) / 2 / step / 1) * step - step / 2;
    const middle = cut > least && cut < most ? cut : (least + most) / 2;
    const parts: Interval[] = [
      [least, middle],
      [middle, most],
    ];
    for (const part of upwards ? parts : parts.reverse()) {
      const found = first(part, upwards);
      if (found !== null) return found;
    }
    return null;
  };
  const whole: Interval = [low - step / 2, high + step / 2];
  const least = first(whole, true);
  // A number that stands for itself alone has to set it right by itself, not by what rounds to it.
  if (least === null || (one.exact && !holds(intervalOf({ ...one, value: least })))) return [];
  return [{ cell: one, range: [least, first(whole, false) ?? least] }];
}
