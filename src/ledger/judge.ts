import { inLanguage } from "../base/language.js";
import { label, text } from "../base/text.js";
import { claimOf, entryOf, openBook, type Book, type Entry, type ParsedRule } from "./book.js";
import type { Finding, Judged, Side, Verdict } from "./claim.js";
import { intervalOf, look, type Context } from "./context.js";
import { meets, type Enclosure } from "./enclose.js";
import { evaluate, noValue } from "./evaluate.js";
import { misfit, shownFormula, type Formula } from "./formula.js";
import { cellsIn, type Node } from "./graph.js";
import { middle, overlaps } from "./interval.js";
import { judgeLaw, lawCase, type LawCase } from "./judge-law.js";
import { judgeSource } from "./judge-source.js";
import type { Ledger, SheetCell } from "./paper-folder.js";
import { marked } from "./reasons.js";
import { recomputedOf, shown, shownInterval, shownRange } from "./shown.js";
import { kindName, type Truth, type Value } from "./value.js";

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
  book.rests?.add(entry.cell);
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
  const { formula, law } = rule;
  const found = law === null ? null : lawCase(book, law, entry.cell);
  const broken = found === null ? null : judgeLaw(found, entry, law!, formula === null);
  if (broken !== null) return broken;
  if (formula !== null) {
    const value = evaluate({ ...book, formula, cell: entry.cell });
    return scaled(entry, rule, ofValue(book, entry, rule, formula, value));
  }
  return scaled(entry, rule, found === null ? null : lawHolds(found, entry, law!));
}

/** Of a number of which there is nothing but a law, which some of the values that round so do not break. */
function lawHolds(found: LawCase, entry: Entry, law: Formula): Finding {
  if (found.truth === "none") return ofTruth(found, law, entry);
  const values = { formula: shownFormula(law, entry.cell), detail: marked(found.detail) };
  return { verdict: "reproduced", recomputed: entry.cell.value, reason: text("reason.truth.yes", values) };
}

function ofValue(book: Book, entry: Entry, rule: ParsedRule, formula: Formula, value: Value): Finding {
  const { cell } = entry;
  if (value.kind === "missing")
    return {
      verdict: "not reproduced",
      recomputed: null,
      reason: text("reason.nothing", { what: value.what }),
    };
  if (value.kind === "truth") return ofTruth(value, formula, entry);
  if (value.kind === "rows" || value.kind === "choice") return ofNames(value, formula, entry);
  const node = nodeOf(value);
  if (node === null) throw misfit(formula, text("formula.numberOrStatement", { got: kindName(value.kind) }));
  if (cellsIn(node).has(cell)) throw misfit(formula, text("formula.circle", { id: cell.id }));
  if (value.kind === "number" && value.cell !== undefined) return samePrint(book, entry, value.cell);
  return ofRange(book, entry, rule, formula, look(book, node));
}

/** The one number that a value is; null where it is something else. */
const nodeOf = (value: Value): Node | null =>
  value.kind === "number"
    ? value.node
    : value.kind === "column" && value.nodes.length === 1
      ? value.nodes[0]!
      : null;

/** A number that is nothing but another printed one has to print the same, at the coarser of the two. */
function samePrint({ rests }: Book, { cell }: Entry, other: Entry["cell"]): Finding {
  rests?.add(other);
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
  { truth, detail }: { truth: Truth; detail: string },
  formula: Formula,
  { cell }: Entry,
): Finding {
  const shown = shownFormula(formula, cell);
  if (truth === "none")
    return { verdict: "undecided", recomputed: null, reason: text("reason.noValue", { formula: shown }) };
  const verdict: Verdict = truth === "yes" ? "reproduced" : truth === "no" ? "not reproduced" : "undecided";
  const values = { formula: shown, detail: marked(detail) };
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

function ofRange(book: Book, entry: Entry, rule: ParsedRule, formula: Formula, found: Enclosure): Finding {
  const { cell } = entry;
  if (found.none !== undefined) return withoutValue(formula, entry, found.none);
  const recomputed = recomputedOf(found);
  const saidOf = (of: Formula, range: Enclosure): string =>
    text("reason.value", {
      formula: shownFormula(of, cell),
      value: marked(shownRange(range, cell.decimals + 2)),
    });
  const said = saidOf(formula, found);
  if (meets(found, intervalOf(cell))) {
    // A range that is wider than what was attained proves no agreement.
    const sure = found.tight || overlaps(found.attained, intervalOf(cell));
    return {
      verdict: sure ? "reproduced" : "undecided",
      recomputed,
      reason: text("reason.agrees", { said }),
    };
  }
  const difference = marked(shown(distance(found, cell.value), cell.decimals));
  const off = text("reason.off", { said, printed: cell.printed, difference });
  for (const [list, verdict] of [
    [rule.conventions, "other convention"],
    [rule.instead, "mislabelled"],
  ] as const) {
    for (const one of list) {
      const range = rangeOf({ ...book, formula: one, cell });
      if (range === null || !agrees(range, cell)) continue;
      const how = verdict === "mislabelled" ? "reason.instead" : "reason.convention";
      const reason = `${off} ${text(how, { what: saidOf(one, range) })}`;
      return { verdict, recomputed: recomputedOf(range), reason };
    }
  }
  const early = roundedEarly(book, entry, formula);
  if (early === null) return { verdict: "not reproduced", recomputed, reason: off };
  const how = text("reason.early", {
    formula: shownFormula(formula, cell),
    value: marked(shownRange(early.range, cell.decimals + 2)),
    taken: early.taken.map(({ id, printed }) => `${id} = ${printed}`).join(", "),
  });
  return { verdict: "rounded early", recomputed: middle(early.range.interval), reason: `${said}; ${how}.` };
}

/** Surely or as far as was looked for. */
const agrees = (range: Enclosure, cell: SheetCell): boolean =>
  meets(range, intervalOf(cell)) && (range.tight || overlaps(range.attained, intervalOf(cell)));

/** From the middle of one range, from the nearest end of several. */
function distance({ parts }: Enclosure, value: number): number {
  if (parts.length === 1) return value - middle(parts[0]!);
  const ends = parts.flat().map((end) => value - end);
  return ends.reduce((best, next) => (Math.abs(next) < Math.abs(best) ? next : best));
}

/** A formula that has no value agrees with nothing; where no printed number could give it one, the rule is at fault. */
function withoutValue(formula: Formula, { cell }: Entry, none: NonNullable<Enclosure["none"]>): Finding {
  if (none.always) throw misfit(formula, noValue(none.says));
  const values = { formula: shownFormula(formula, cell), why: text(none.says) };
  return { verdict: "undecided", recomputed: null, reason: text("reason.noValueBecause", values) };
}

/**
 * The value by printed intermediate results, as far as these are what their own formulas give, where that agrees; and
 * the printed numbers put in.
 */
function roundedEarly(
  book: Book,
  { cell }: Entry,
  formula: Formula,
): { range: Enclosure; taken: SheetCell[] } | null {
  const tried = new Set<SheetCell>();
  const first = rangeOf({ ...book, formula, cell, intermediates: book.results, taken: tried });
  const isRight = (one: SheetCell): boolean => {
    const own = entryOf(book.entries, one)!;
    const verdict = judgeSide(book, own, "internal")?.verdict;
    return verdict === "reproduced" || verdict === "rounded early";
  };
  const wrong = [...tried].filter((one) => !isRight(one));
  if (tried.size === 0 || tried.size === wrong.length) return null;
  const taken = new Set<SheetCell>();
  const intermediates = new Map([...book.results].filter(([, one]) => !wrong.includes(one)));
  const range = wrong.length === 0 ? first : rangeOf({ ...book, formula, cell, intermediates, taken });
  if (range === null || !agrees(range, cell)) return null;
  return { range, taken: [...(wrong.length === 0 ? tried : taken)] };
}

function rangeOf(context: Context): Enclosure | null {
  const value = evaluate(context);
  if (value.kind === "missing") return null;
  const node = nodeOf(value);
  if (node === null) throw misfit(context.formula, text("formula.number", { got: kindName(value.kind) }));
  const range = look(context, node);
  return range.none === undefined ? range : null;
}

/** Verdicts under which the number is what a formula gives: of the quantity that is named, as long as its scale holds it. */
const EXPLAINED: readonly Verdict[] = ["reproduced", "rounded early", "other convention"];

/**
 * A number outside its scale: what a formula gives is then that of another quantity than the one that is named, and what
 * no formula gives is nothing at all.
 */
function scaled({ cell }: Entry, { scale, formula }: ParsedRule, finding: Finding | null): Finding | null {
  if (scale === null || overlaps(intervalOf(cell), scale)) return finding;
  const said = text("reason.scale", { printed: cell.printed, scale: shownInterval(scale) });
  if (finding === null || formula === null) return { verdict: "impossible", recomputed: null, reason: said };
  const verdict = EXPLAINED.includes(finding.verdict) ? "mislabelled" : finding.verdict;
  return { ...finding, verdict, reason: `${finding.reason} ${said}` };
}
