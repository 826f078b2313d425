import { claimOf, openBook, type Book, type Entry, type ParsedRule } from "./book.js";
import type { Finding, Judged, Side, Verdict } from "./claim.js";
import { enclose } from "./enclose.js";
import { evaluate, intervalOf, type Context } from "./evaluate.js";
import { judgeLaw } from "./judge-law.js";
import { judgeSource } from "./judge-source.js";
import { misfit, MissingFigure, shownFormula, type Formula } from "./formula.js";
import { middle, overlaps, type Interval } from "./interval.js";
import type { Ledger } from "./paper-folder.js";
import { marked } from "./reasons.js";
import { restsOn } from "./resting.js";
import { recomputedOf, shown, shownInterval } from "./shown.js";
import { inLanguage } from "../base/language.js";
import { kindName, type Value } from "./value.js";
import { label, text } from "../base/text.js";

/**
 * Computes the verdicts of all claims of a ledger, every time anew.
 *
 * `internal` is the verdict from the paper's own inputs, each taken as all values that print like it; `source` the one
 * against the published figures. A claim has one of them or both.
 *
 * @throws FormulaError naming file, line and part, when a rule cannot be read or names what is not there
 * @example judge(loadLedger(folder)).filter((claim) => claim.internal?.verdict === "impossible")
 */
export function judgeLedger(ledger: Ledger): Judged[] {
  const book = openBook(ledger);
  return book.entries.map((entry) => judgeEntry(book, entry));
}

export function judgeEntry(book: Book, entry: Entry): Judged {
  return judgedAs(entry, judgeSide(book, entry, "internal"), judgeSide(book, entry, "source"));
}

/** The finding on one of the two sides; null where the claim has no verdict on it. */
export function judgeSide(book: Book, entry: Entry, side: Side): Finding | null {
  const judgeBy = side === "internal" ? judgeInternal : judgeSource;
  return merged(entry, (rule) => judgeBy(book, entry, rule));
}

export function judgedAs(entry: Entry, internal: Finding | null, source: Finding | null): Judged {
  return { ...claimOf(entry), ...(internal && { internal }), ...(source && { source }) };
}

/** One finding of the findings under each reading: theirs where they agree, else `undecided`, with all of them. */
function merged({ rules }: Entry, judgeBy: (rule: ParsedRule) => Finding | null): Finding | null {
  const found = rules.flatMap((rule) => {
    const finding = judgeBy(rule);
    return finding === null ? [] : [{ rule, finding }];
  });
  if (found.length <= 1) return found[0]?.finding ?? null;
  const reason = found
    .map(({ rule, finding }) =>
      text("reason.reading", {
        name: inLanguage(readingOf(rule)),
        verdict: label(finding.verdict),
        reason: finding.reason,
      }),
    )
    .join(" ");
  const verdicts = new Set(found.map(({ finding }) => finding.verdict));
  return {
    ...found[0]!.finding,
    verdict: verdicts.size === 1 ? found[0]!.finding.verdict : "undecided",
    reason,
  };
}

const readingOf = (rule: ParsedRule) => rule.readings ?? { en: rule.reading };

function judgeInternal(book: Book, entry: Entry, rule: ParsedRule): Finding | null {
  const broken = rule.law === null ? null : judgeLaw(book, entry, rule.law, rule.formula === null);
  if (broken !== null) return broken;
  if (rule.formula === null) return rule.law === null ? null : lawHolds(book, entry, rule.law);
  try {
    const value = evaluate({ ...book, formula: rule.formula, cell: entry.cell });
    return scaled(entry, rule, ofValue(book, entry, rule, rule.formula, value));
  } catch (error) {
    if (!(error instanceof MissingFigure)) throw error;
    return {
      verdict: "not reproduced",
      recomputed: null,
      reason: text("reason.nothing", { what: error.message }),
    };
  }
}

function lawHolds(book: Book, { cell }: Entry, law: Formula): Finding {
  const value = evaluate({ ...book, formula: law, cell });
  const detail = value.kind === "truth" ? marked(value.detail) : "";
  return {
    verdict: "reproduced",
    recomputed: cell.value,
    reason: text("reason.truth.yes", { formula: shownFormula(law, cell), detail }),
  };
}

function ofValue(book: Book, entry: Entry, rule: ParsedRule, formula: Formula, value: Value): Finding {
  const { cell } = entry;
  if (value.kind === "truth") return ofTruth(value, formula, entry);
  if (value.kind === "rows" || value.kind === "choice") return ofNames(value, formula, entry);
  const node = value.kind === "column" && value.nodes.length === 1 ? value.nodes[0]! : null;
  if (value.kind !== "number" && node === null)
    throw misfit(formula, text("formula.numberOrStatement", { got: kindName(value.kind) }));
  if (value.kind === "number" && value.cell !== undefined && value.cell !== cell)
    return samePrint(entry, value.cell);
  const { interval, tight } = enclose(value.kind === "number" ? value.node : node!);
  return ofInterval(book, entry, rule, formula, interval, tight);
}

/** A number that is nothing but another printed one has to print the same, at the coarser of the two. */
function samePrint({ cell }: Entry, other: Entry["cell"]): Finding {
  restsOn(other);
  const decimals = Math.min(cell.decimals, other.decimals);
  const same = shown(cell.value, decimals) === shown(other.value, decimals);
  const said = text("reason.prints", {
    where: `${label(other.exhibit)} (${other.id})`,
    printed: other.printed,
  });
  const difference = marked(shown(cell.value - other.value, cell.decimals));
  return {
    verdict: same ? "reproduced" : "not reproduced",
    recomputed: other.value,
    reason: same
      ? text("reason.agrees", { said })
      : text("reason.off", { said, printed: cell.printed, difference }),
  };
}

function ofTruth(
  { truth, detail }: Extract<Value, { kind: "truth" }>,
  formula: Formula,
  { cell }: Entry,
): Finding {
  const verdict: Verdict = truth === "yes" ? "reproduced" : truth === "no" ? "not reproduced" : "undecided";
  const values = { formula: shownFormula(formula, cell), detail: marked(detail) };
  return { verdict, recomputed: null, reason: text(`reason.truth.${truth}`, values) };
}

/** A formula that gives names (rows, places): another name than the one printed is a wrong label. */
function ofNames(
  value: Extract<Value, { kind: "rows" | "choice" }>,
  formula: Formula,
  { cell }: Entry,
): Finding {
  const names = value.kind === "rows" ? value.rows : value.values.map(String);
  const has = names.some((name) => Number(name) === cell.value);
  const said = text("reason.value", { formula: shownFormula(formula, cell), value: names.join(", ") || "–" });
  const detail = value.kind === "choice" ? ` (${marked(value.detail)})` : "";
  const wrong = value.kind === "rows" && names.length > 0 ? "mislabelled" : "not reproduced";
  return {
    verdict: has ? (names.length === 1 ? "reproduced" : "undecided") : wrong,
    recomputed: names.length === 1 && !Number.isNaN(Number(names[0])) ? Number(names[0]) : names.join(", "),
    reason: has
      ? text("reason.agrees", { said: `${said}${detail}` })
      : text("reason.otherText", { said: `${said}${detail}`, printed: cell.printed }),
  };
}

function ofInterval(
  book: Book,
  entry: Entry,
  rule: ParsedRule,
  formula: Formula,
  interval: Interval,
  tight: boolean,
): Finding {
  const { cell } = entry;
  const recomputed = recomputedOf(interval);
  const equation = (of: Formula, value: Interval): string =>
    text("reason.value", {
      formula: shownFormula(of, cell),
      value: marked(shownInterval(value, cell.decimals + 2)),
    });
  const said = equation(formula, interval);
  if (overlaps(interval, intervalOf(cell))) {
    // An interval that is wider than what was attained proves no agreement.
    const sure = tight || overlaps(enclosureAttained(book, entry, formula), intervalOf(cell));
    return {
      verdict: sure ? "reproduced" : "undecided",
      recomputed,
      reason: text("reason.agrees", { said }),
    };
  }
  const difference = marked(shown(cell.value - middle(interval), cell.decimals));
  const off = text("reason.off", { said, printed: cell.printed, difference });
  for (const [list, verdict] of [
    [rule.conventions, "other convention"],
    [rule.instead, "mislabelled"],
  ] as const) {
    const other = list.find((one) => overlaps(rangeOf({ ...book, formula: one, cell }), intervalOf(cell)));
    if (other === undefined) continue;
    const range = rangeOf({ ...book, formula: other, cell });
    const how = verdict === "mislabelled" ? "reason.instead" : "reason.convention";
    const reason = `${off} ${text(how, { what: equation(other, range) })}`;
    return { verdict, recomputed: recomputedOf(range), reason };
  }
  const early = rangeOf({ ...book, formula, cell, intermediates: book.results });
  if (!overlaps(early, intervalOf(cell))) return { verdict: "not reproduced", recomputed, reason: off };
  const how = text("reason.early", {
    formula: shownFormula(formula, cell),
    value: marked(shownInterval(early, cell.decimals + 2)),
  });
  return { verdict: "rounded early", recomputed: middle(early), reason: `${said}; ${how}.` };
}

function enclosureAttained(book: Book, { cell }: Entry, formula: Formula): Interval {
  const value = evaluate({ ...book, formula, cell });
  return value.kind === "number" ? enclose(value.node).attained : [Infinity, Infinity];
}

function rangeOf(context: Context): Interval {
  const value = evaluate(context);
  if (value.kind === "number") return enclose(value.node).interval;
  throw misfit(context.formula, text("formula.number", { got: kindName(value.kind) }));
}

/** Verdicts under which the number is what a formula gives: of the quantity that is named, as long as its scale holds it. */
const EXPLAINED: readonly Verdict[] = ["reproduced", "rounded early", "other convention"];

/** A number that a formula gives is that of another quantity where the one that is named cannot have it. */
function scaled({ cell }: Entry, { scale }: ParsedRule, finding: Finding): Finding {
  if (scale === null || (cell.value >= scale[0] && cell.value <= scale[1])) return finding;
  const reason = `${finding.reason} ${text("reason.scale", { printed: cell.printed, scale: `${scale[0]}–${scale[1]}` })}`;
  const verdict = EXPLAINED.includes(finding.verdict) ? "mislabelled" : finding.verdict;
  return { ...finding, verdict, reason };
}
