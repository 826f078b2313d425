import { inLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import { type Book, type Entry, type ParsedRule } from "./book.js";
import type { Finding, Verdict } from "./claim.js";
import { intervalOf, look } from "./context.js";
import { meets, type Enclosure } from "./enclose.js";
import { evaluate, noValue } from "./evaluate.js";
import { atLeast, byConvention, CHANCE_LIMIT, explain, referencesOf, type Explanation } from "./explain.js";
import { misfit, shownFormula, type Formula } from "./formula.js";
import { middle, overlaps } from "./interval.js";
import { marked, percent } from "./reasons.js";
import { recomputedOf, shown, shownRange } from "./shown.js";
import { kindName, type Value } from "./value.js";

/** The verdict against published figures; null where the rule names none. */
export function judgeSource(book: Book, entry: Entry, rule: ParsedRule): Finding | null {
  if (rule.source === null) return null;
  const value = evaluate({ ...book, formula: rule.source, cell: entry.cell });
  if (value.kind === "missing")
    return (
      explainMissing(book, entry, rule.source, value.what) ?? {
        verdict: "source not available",
        recomputed: null,
        reason: text("reason.missing", { what: value.what }),
      }
    );
  const finding = ofValue(book, entry, rule.source, value);
  return { ...finding, reason: finding.reason + notesOf(book, entry, rule.source) };
}

function ofValue(book: Book, entry: Entry, formula: Formula, value: Value): Finding {
  const { cell } = entry;
  const own = shownFormula(formula, cell);
  if (value.kind === "truth") {
    if (value.truth === "none")
      return { verdict: "undecided", recomputed: null, reason: text("reason.noValue", { formula: own }) };
    const verdict: Verdict =
      value.truth === "yes" ? "matches source" : value.truth === "no" ? "differs from source" : "undecided";
    const reason = text(`reason.truth.${value.truth}`, { formula: own, detail: marked(value.detail) });
    return { verdict, recomputed: null, reason };
  }
  if (value.kind === "choice") {
    const has = value.values.includes(cell.value);
    const verdict: Verdict = !has
      ? "differs from source"
      : value.values.length > 1
        ? "undecided"
        : "matches source";
    const said = `${saidOf(own, value.values.join(", "))} (${marked(value.detail)})`;
    return { verdict, recomputed: value.values.join(", "), reason: text("reason.agrees", { said }) };
  }
  if (value.kind === "rows") {
    const has = value.rows.some((row) => Number(row) === cell.value);
    const said = saidOf(own, value.rows.join(", ") || "–");
    const reason = has
      ? text("reason.agrees", { said })
      : text("reason.otherText", { said, printed: cell.printed });
    return {
      verdict: has ? "matches source" : "differs from source",
      recomputed: value.rows.join(", "),
      reason,
    };
  }
  if (value.kind !== "number")
    throw misfit(formula, text("formula.numberOrStatement", { got: kindName(value.kind) }));
  const range = look(book, value.node);
  if (range.none?.always) throw misfit(formula, noValue(range.none.says));
  if (range.none !== undefined) {
    const values = { formula: own, why: text(range.none.says) };
    return { verdict: "undecided", recomputed: null, reason: text("reason.noValueBecause", values) };
  }
  return ofRange(book, entry, formula, range);
}

function ofRange(book: Book, entry: Entry, formula: Formula, range: Enclosure): Finding {
  const { interval } = range;
  const { cell } = entry;
  const recomputed = published(range);
  const said = saidOf(shownFormula(formula, cell), marked(publishedText(range, cell.decimals)));
  if (meets(range, intervalOf(cell))) {
    const sure = range.tight || overlaps(range.attained, intervalOf(cell));
    return {
      verdict: sure ? "matches source" : "undecided",
      recomputed,
      reason: text("reason.agrees", { said }),
    };
  }
  const off = text("reason.off", {
    said,
    printed: cell.printed,
    difference: marked(shown(cell.value - middle(interval), cell.decimals)),
  }).replace(/\.$/, "");
  if (referencesOf(book, entry, formula) === null)
    return { verdict: "differs from source", recomputed, reason: `${off}.` };
  const convention = byConvention(book, entry, formula);
  const found = convention ?? explain(book, entry, formula);
  if (found === null)
    return { verdict: "differs from source", recomputed, reason: `${off}; ${text("reason.noOther")}.` };
  const { chance, joint } = jointly(book, entry, formula, found);
  const right: Verdict = convention === null ? "mislabelled" : "other convention";
  const how =
    convention === null
      ? `${text("reason.equals", { what: found.matches.join(", "), looked: found.looked, chance: percent(found.chance) })}${joint}.`
      : `${text("reason.convention", { what: found.matches.join(", ") }).replace(/\.$/, "")}${joint}.`;
  return {
    verdict: chance < CHANCE_LIMIT ? right : "differs from source",
    recomputed,
    reason: convention === null ? `${off}; ${how}` : `${off}. ${how}`,
    chance,
  };
}

/** A lone figure is published; what a formula makes of several is not. */
function saidOf(formula: string, value: string): string {
  const lone = /^\w+\.\w+\[[^[\]]*\]$/.test(formula);
  return text(lone ? "reason.published" : "reason.computed", { formula, value });
}

/** A published figure is told as it is stored, not as the interval that it stands for. */
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

/** Numbers of a column that match by the same exchange count together: chance is that of so many matches. */
function jointly(
  book: Book,
  entry: Entry,
  formula: Formula,
  found: Explanation,
): { chance: number; joint: string } {
  const { key, column } = entry.cell;
  const isText = book.sheets.get(key)!.rowName === "key";
  const others = isText
    ? [entry]
    : book.entries.filter(({ cell }) => cell.key === key && cell.column === column);
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

function differs(book: Book, { cell, rules }: Entry): boolean {
  const formula = rules[0]!.source;
  if (formula === null) return false;
  const value = evaluate({ ...book, formula, cell });
  return value.kind === "number" && !meets(look(book, value.node), intervalOf(cell));
}

/** Where the published figure itself was not found, the number can still be another one of the same row. */
function explainMissing(book: Book, entry: Entry, formula: Formula, missing: string): Finding | null {
  const found = explain(book, entry, formula, 0);
  if (found === null || found.chance >= CHANCE_LIMIT) return null;
  const equals = text("reason.equals", {
    what: found.matches.join(", "),
    looked: found.looked,
    chance: percent(found.chance),
  });
  const reason = `${text("reason.missing", { what: missing })} ${entry.cell.printed}: ${equals}.`;
  return { verdict: "mislabelled", recomputed: null, reason, chance: found.chance };
}

/** What the folder has to say of the columns read, such as that they are computed and not published. */
function notesOf(book: Book, entry: Entry, formula: Formula): string {
  const references = referencesOf(book, entry, formula) ?? [];
  const notes = references.flatMap(({ key, column }) => {
    const note = book.ledger.paper.sources.find((info) => info.key === key)?.notes?.[column];
    return note === undefined ? [] : [` ${key}.${column}: ${inLanguage(note)}.`];
  });
  return [...new Set(notes)].join("");
}
