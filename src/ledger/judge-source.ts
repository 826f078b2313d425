import { inLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import type { Book, Case, ParsedClaim, ParsedRule } from "./book.js";
import type { Ruling } from "./claim.js";
import { intervalOf, look } from "./context.js";
import { meets, type Enclosure } from "./enclose.js";
import { evaluate } from "./evaluate.js";
import { atLeast, CHANCE_LIMIT, explain, explainNearby, referencesOf, type Explanation } from "./explain.js";
import type { Formula } from "./formula.js";
import { middle } from "./interval.js";
import { marked, ofAgreement, offBy, percent, rulingOrNumber, withoutValue, worked } from "./reasons.js";
import { recomputedOf, shown, shownRange } from "./shown.js";
import type { Value } from "./value.js";

/** The verdict against published figures; null if the rule names none. */
export function judgeSource(book: Book, claim: ParsedClaim, rule: ParsedRule): Ruling | null {
  if (rule.source === null) return null;
  const at: Case = { ...book, formula: rule.source, cell: claim.cell, side: "source" };
  const value = evaluate(at);
  if (value.kind === "missing") return ofMissing(at, value.what);
  const ruling = ofValue(at, claim, value);
  return { ...ruling, reason: ruling.reason + notesOf(at) };
}

function ofValue(at: Case, claim: ParsedClaim, value: Value): Ruling {
  const { cell, formula } = at;
  const node = rulingOrNumber(value, at);
  if ("verdict" in node) return node;
  const range = look(at, node);
  if (range.none !== undefined) return withoutValue(at, range.none);
  // The published figure, if the formula is nothing else.
  const lone = value.kind === "number" && value.cell?.range === undefined ? value.cell : undefined;
  const isFine = range.interval[1] - range.interval[0] < 1.1e-5;
  const stored = isFine ? undefined : lone;
  const recomputed = published(range);
  const figure = stored ? shown(stored.value, stored.decimals) : publishedText(range, cell.decimals);
  const working = worked(at, marked(figure));
  const said = text(isLone(formula) ? "reason.published" : "reason.computed", { value: marked(figure) });
  const agreement = ofAgreement(range, at, said, recomputed, working);
  if (agreement !== null) return agreement;
  const off = offBy(said, cell, range);
  const differing = { verdict: "differs from source", recomputed, working } as const;
  if (referencesOf(at) === null) return { ...differing, reason: off };
  const found = explain(at);
  if (found === null) return { ...differing, reason: `${off} ${text("reason.noOther")}` };
  const { chance, joint } = jointly(at, claim, found);
  const what = found.matches.join(", ");
  const [right, how] = found.isConvention
    ? (["other convention", text("reason.convention", { what, joint })] as const)
    : (["mislabelled", equalsText(found, joint)] as const);
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
function jointly(at: Case, claim: ParsedClaim, found: Explanation): { chance: number; joint: string } {
  const { key, column } = at.cell;
  const isText = at.sheets.get(key)!.rowName === "key";
  const others = isText
    ? [claim]
    : at.claims.filter(({ cell }) => cell.key === key && cell.column === column);
  const differing = others.flatMap(({ cell, rules }): Case[] => {
    const formula = rules[0]!.source;
    if (formula === null) return [];
    const other = { ...at, formula, cell };
    const value = evaluate(other);
    return value.kind === "number" && !meets(look(at, value.node), intervalOf(cell)) ? [other] : [];
  });
  const matching = differing.filter((other) =>
    explain(other)?.exchanges.some((one) => found.exchanges.includes(one)),
  );
  if (differing.length <= 1) return { chance: found.chance, joint: "" };
  const [matched, of] = [matching.length, differing.length];
  const chance = atLeast(matched, of, found.chance);
  return { chance, joint: ` (${text("reason.joint", { matching: matched, of })}, ${percent(chance)})` };
}

/** If the published figure itself is missing, the number can still be another one of the same row. */
function ofMissing(at: Case, missing: string): Ruling {
  const found = explainNearby(at, 0);
  const reason = text("reason.missing", { what: missing });
  if (found === null || found.chance >= CHANCE_LIMIT)
    return { verdict: "source not available", recomputed: null, reason };
  const { chance } = found;
  return { verdict: "mislabelled", recomputed: null, reason: `${reason} ${equalsText(found)}`, chance };
}

const equalsText = ({ matches, looked, chance }: Explanation, joint = ""): string =>
  text("reason.equals", { what: matches.join(", "), count: looked, chance: percent(chance), joint });

/** The folder's notes on the columns read, such as that they are computed rather than published. */
function notesOf(at: Case): string {
  const notes = (referencesOf(at) ?? []).flatMap(({ key, column }) => {
    const note = at.ledger.paper.sources.find((info) => info.key === key)?.notes?.[column];
    return note === undefined ? [] : [` ${key}.${column}: ${inLanguage(note)}.`];
  });
  return [...new Set(notes)].join("");
}
