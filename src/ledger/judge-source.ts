import { inLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import { type Book, type ParsedClaim, type ParsedRule } from "./book.js";
import type { Ruling } from "./claim.js";
import { intervalOf, look } from "./context.js";
import { meets, type Enclosure } from "./enclose.js";
import { evaluate } from "./evaluate.js";
import { atLeast, byConvention, CHANCE_LIMIT, explain, referencesOf, type Explanation } from "./explain.js";
import { misfit, type Formula } from "./formula.js";
import { cellsIn } from "./graph.js";
import { middle, overlaps } from "./interval.js";
import { marked, offBy, ofNames, ofTruth, percent, withoutValue, worked } from "./reasons.js";
import { recomputedOf, shown, shownRange } from "./shown.js";
import { kindName, type Value } from "./value.js";

/** The verdict against published figures; null if the rule names none. */
export function judgeSource(book: Book, claim: ParsedClaim, rule: ParsedRule): Ruling | null {
  if (rule.source === null) return null;
  const value = evaluate({ ...book, formula: rule.source, cell: claim.cell });
  if (value.kind === "missing") return ofMissing(book, claim, rule.source, value.what);
  const ruling = ofValue(book, claim, rule.source, value);
  return { ...ruling, reason: ruling.reason + notesOf(book, claim, rule.source) };
}

function ofValue(book: Book, claim: ParsedClaim, formula: Formula, value: Value): Ruling {
  const { cell } = claim;
  if (value.kind === "truth") return ofTruth(value, formula, cell, "source");
  if (value.kind === "choice" || value.kind === "rows") return ofNames(value, formula, cell, "source");
  if (value.kind !== "number")
    throw misfit(formula, text("formula.numberOrStatement", { got: kindName(value.kind) }));
  if (cellsIn(value.node).has(cell)) throw misfit(formula, text("formula.circle", { id: cell.id }));
  const range = look(book, value.node);
  if (range.none !== undefined) return withoutValue(formula, cell, range.none);
  // The published figure, if the formula is nothing else.
  const lone = value.cell?.range === undefined ? value.cell : undefined;
  const isFine = range.interval[1] - range.interval[0] < 1.1e-5;
  const stored = isFine ? undefined : lone;
  const recomputed = published(range);
  const figure = stored ? shown(stored.value, stored.decimals) : publishedText(range, cell.decimals);
  const working = worked(formula, cell, marked(figure));
  const said = text(isLone(formula) ? "reason.published" : "reason.computed", { value: marked(figure) });
  if (meets(range, intervalOf(cell))) {
    const sure = range.tight || overlaps(range.attained, intervalOf(cell));
    const reason = text(sure ? "reason.agrees" : "reason.open", { said });
    return { verdict: sure ? "matches source" : "undecided", recomputed, reason, working };
  }
  const off = offBy(said, cell, range);
  const differing = { verdict: "differs from source", recomputed, working } as const;
  if (referencesOf(book, claim, formula) === null) return { ...differing, reason: off };
  const convention = byConvention(book, claim, formula);
  const found = convention ?? explain(book, claim, formula);
  if (found === null) return { ...differing, reason: `${off} ${text("reason.noOther")}` };
  const { chance, joint } = jointly(book, claim, formula, found);
  const [right, how] =
    convention === null
      ? (["mislabelled", equalsText(found, joint)] as const)
      : (["other convention", text("reason.convention", { what: found.matches.join(", "), joint })] as const);
  const verdict = chance < CHANCE_LIMIT ? right : "differs from source";
  return { ...differing, verdict, reason: `${off} ${how}`, chance };
}

/** A single figure is published; a formula over several is not. */
const isLone = ({ text }: Formula): boolean => /^\w+\.\w+\[[^[\]]*\]$/.test(text);

/** A published figure is reported as stored, not as the interval that it stands for. */
function published(range: Enclosure): ReturnType<typeof recomputedOf> {
  const [low, high] = range.interval;
  const stored = Number(middle(range.interval).toFixed(5));
  return high - low < 1.1e-5 && high > low ? stored : recomputedOf(range);
}

function publishedText(range: Enclosure, decimals: number): string {
  const value = published(range);
  if (typeof value === "number")
    return Number.isInteger(value) ? String(value) : shown(value, Math.max(5, decimals));
  return shownRange(range, decimals + 2);
}

/** Numbers in a column that match by the same exchange count together: the chance is that of so many matches. */
function jointly(
  book: Book,
  claim: ParsedClaim,
  formula: Formula,
  found: Explanation,
): { chance: number; joint: string } {
  const { key, column } = claim.cell;
  const isText = book.sheets.get(key)!.rowName === "key";
  const others = isText
    ? [claim]
    : book.claims.filter(({ cell }) => cell.key === key && cell.column === column);
  const differing = others.filter((other) => differs(book, other));
  const matching = differing.filter((other) => {
    const own = other.rules[0]!.source!;
    const theirs = byConvention(book, other, own) ?? explain(book, other, own);
    return theirs?.exchanges.some((exchange) => found.exchanges.includes(exchange)) === true;
  });
  if (differing.length <= 1) return { chance: found.chance, joint: "" };
  const chance = atLeast(matching.length, differing.length, found.chance);
  return {
    chance,
    joint: ` (${text("reason.joint", { matching: matching.length, of: differing.length })}, ${percent(chance)})`,
  };
}

function differs(book: Book, { cell, rules }: ParsedClaim): boolean {
  const formula = rules[0]!.source;
  if (formula === null) return false;
  const value = evaluate({ ...book, formula, cell });
  return value.kind === "number" && !meets(look(book, value.node), intervalOf(cell));
}

/** If the published figure itself is missing, the number can still be another one of the same row. */
function ofMissing(book: Book, claim: ParsedClaim, formula: Formula, missing: string): Ruling {
  const found = explain(book, claim, formula, 0);
  const reason = text("reason.missing", { what: missing });
  if (found === null || found.chance >= CHANCE_LIMIT)
    return { verdict: "source not available", recomputed: null, reason };
  const { chance } = found;
  return { verdict: "mislabelled", recomputed: null, reason: `${reason} ${equalsText(found)}`, chance };
}

const equalsText = ({ matches, looked, chance }: Explanation, joint = ""): string =>
  text("reason.equals", { what: matches.join(", "), looked, chance: percent(chance), joint });

/** The folder's notes on the columns read, such as that they are computed rather than published. */
function notesOf(book: Book, claim: ParsedClaim, formula: Formula): string {
  const references = referencesOf(book, claim, formula) ?? [];
  const notes = references.flatMap(({ key, column }) => {
    const note = book.ledger.paper.sources.find((info) => info.key === key)?.notes?.[column];
    return note === undefined ? [] : [` ${key}.${column}: ${inLanguage(note)}.`];
  });
  return [...new Set(notes)].join("");
}
