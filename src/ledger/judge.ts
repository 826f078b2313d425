import { Gathering } from "../base/gather.js";
import { inLanguage } from "../base/language.js";
import { label, text } from "../base/text.js";
import { claimOf, endWith, openBook } from "./book.js";
import type { Book, Case, ParsedClaim, ParsedRule } from "./book.js";
import type { Judged, Ruling, Side, Verdict } from "./claim.js";
import { intervalOf, look, printedAs } from "./context.js";
import type { Enclosure } from "./enclose.js";
import { evaluate } from "./evaluate.js";
import { shownFormula, type Formula } from "./formula.js";
import { middle, overlaps } from "./interval.js";
import { judgeLaw, lawCase, ownIn } from "./judge-law.js";
import { judgeSource } from "./judge-source.js";
import type { Ledger, PrintedNumber } from "./paper-folder.js";
import { marked, ofAgreement, offBy, ofTruth, ownNumber } from "./reasons.js";
import { rulingOrNumber, surelyHas, withoutValue, worked } from "./reasons.js";
import { recomputedOf, shown, shownInterval, shownRange } from "./shown.js";
import type { Value } from "./value.js";

/**
 * Computes the verdicts of all claims of a ledger on each call.
 *
 * `internal` is the verdict from the paper's own inputs, each standing for all values that print the same; `source` is
 * the verdict against the published figures. A claim has one or both.
 *
 * @throws FormulaError naming file, line and part, when a rule cannot be read or names something unknown
 * @example judge(loadLedger(folder)).filter((claim) => claim.internal?.verdict === "impossible")
 */
export function judgeLedger(ledger: Ledger): Judged[] {
  const book = openBook(ledger);
  const faults = new Gathering();
  const judged = faults.each(book.claims, (claim) => {
    const rests = new Set<PrintedNumber>();
    const internal = judgeSide({ ...book, rests }, claim, "internal");
    claim.rests = [...rests];
    return judgedAs(claim, internal, judgeSide(book, claim, "source"));
  });
  endWith(faults, book);
  return judged;
}

export const judgeClaim = (book: Book, claim: ParsedClaim): Judged =>
  judgedAs(claim, judgeSide(book, claim, "internal"), judgeSide(book, claim, "source"));

/** The ruling on one side; null if the claim has no verdict on it. */
export function judgeSide(book: Book, claim: ParsedClaim, side: Side): Ruling | null {
  const judgeBy = side === "internal" ? judgeInternal : judgeSource;
  book.rests?.add(claim.cell);
  return merged(claim, (rule) => judgeBy(book, claim, rule));
}

export function judgedAs(claim: ParsedClaim, internal: Ruling | null, source: Ruling | null): Judged {
  const judged: Judged = claimOf(claim);
  if (internal !== null) judged.internal = internal;
  if (source !== null) judged.source = source;
  return judged;
}

/** Merges the rulings under each reading: the common one if they agree, otherwise `undecided` with all of them. */
function merged({ rules }: ParsedClaim, judgeBy: (rule: ParsedRule) => Ruling | null): Ruling | null {
  const found = rules.flatMap((rule) => {
    const ruling = judgeBy(rule);
    return ruling === null ? [] : [{ rule, ruling }];
  });
  if (found.length <= 1) return found[0]?.ruling ?? null;
  const reasons = found.map(({ rule, ruling: { verdict, reason } }) =>
    text("reason.reading", { name: inLanguage(readingOf(rule)), verdict: label(verdict), reason }),
  );
  const verdicts = new Set(found.map(({ ruling }) => ruling.verdict));
  return {
    ...found[0]!.ruling,
    ...(verdicts.size > 1 && { verdict: "undecided" }),
    reason: reasons.join(" "),
    working: found.flatMap(({ ruling }) => ruling.working ?? []).join("; "),
  };
}

const readingOf = (rule: ParsedRule) => rule.readings ?? { en: rule.reading };

function judgeInternal(book: Book, claim: ParsedClaim, rule: ParsedRule): Ruling | null {
  const { formula, law } = rule;
  const { cell } = claim;
  const all = law === null ? null : lawCase(book, law, cell);
  // Beside the correlations of a table are its means: a law of a whole table says nothing of what it does not tie together.
  const found = all === null || all.on.has(cell) || ownIn(law!).length > 0 ? all : null;
  const broken = found === null ? null : judgeLaw(found, claim, law!, formula === null);
  if (broken !== null) return broken;
  if (formula !== null) {
    const at: Case = { ...book, formula, cell, side: "internal" };
    const value = evaluate(at);
    const on = new Set<PrintedNumber>();
    const other = otherOf({ ...at, rests: on }, rule);
    const ruling = ofValue(at, value, other !== null);
    if (ruling.verdict !== "reproduced") for (const one of on) book.rests?.add(one);
    const isOff = ruling.verdict === "not reproduced" || value.kind === "missing";
    if (other === null || !isOff) return scaled(claim, rule, ruling);
    const working = [ruling.working, other.working].filter(Boolean).join("; ");
    return scaled(claim, rule, { ...other, reason: `${ruling.reason} ${other.reason}`, working });
  }
  if (found === null) return scaled(claim, rule, null);
  // Of a number of which there is nothing but a law, some of the values that round so do not break it.
  const isOpen = found.truth === "none";
  const held = ofTruth(isOpen ? found : { ...found, truth: "yes" }, {
    ...book,
    formula: law!,
    cell,
    side: "internal",
  });
  return scaled(claim, rule, isOpen ? held : { ...held, recomputed: cell.value });
}

function ofValue(at: Case, value: Value, hasOther: boolean): Ruling {
  if (value.kind === "missing") {
    const reason = text("reason.nothing", { what: value.what });
    return { verdict: "undecided", recomputed: null, reason, working: shownFormula(at.formula, at.cell) };
  }
  const node = rulingOrNumber(value, at);
  if ("verdict" in node) return node;
  if (value.kind === "number" && value.cell !== undefined) return samePrint(at, value.cell);
  return ofRange(at, look(at, node), hasOther);
}

/** A number declared equal to another printed one must print the same, at the coarser of the two. */
function samePrint({ rests, cell }: Case, other: PrintedNumber): Ruling {
  rests?.add(other);
  const decimals = Math.min(cell.decimals, other.decimals);
  const same = shown(cell.value, decimals) === shown(other.value, decimals);
  const where = `${label(other.exhibit)} (${other.id})`;
  const said = text("reason.prints", { where, printed: other.printed });
  const reason = same ? text("reason.alike", { said }) : offBy(said, cell, look({}, printedAs(other)));
  return { verdict: same ? "reproduced" : "not reproduced", recomputed: other.value, reason };
}

function ofRange(at: Case, found: Enclosure, hasOther: boolean): Ruling {
  const { cell } = at;
  if (found.none !== undefined) return withoutValue(at, found.none);
  const valueOf = (range: Enclosure): string => marked(shownRange(range, cell.decimals + 2));
  const recomputed = recomputedOf(found);
  const said = text("reason.own", { value: valueOf(found) });
  const working = worked(at, valueOf(found));
  const agreement = ofAgreement(found, at, said, recomputed, working);
  if (agreement !== null) return agreement;
  const off = offBy(said, cell, found);
  const early = hasOther ? null : roundedEarly(at);
  if (early === null) return { verdict: "not reproduced", recomputed, reason: off, working };
  const taken = early.taken.map(({ id, printed }) => `${id} = ${printed}`).join(", ");
  const reason = text("reason.early", { said, taken, value: valueOf(early.range) });
  return { verdict: "rounded early", recomputed: middle(early.range.interval), reason, working };
}

/** What a number that its formula does not give is by a convention, or as another quantity. */
function otherOf(given: Case, { conventions, instead }: ParsedRule): Ruling | null {
  const fits = (formula: Formula): Omit<Ruling, "verdict"> | null => {
    const at = { ...given, formula };
    const value = evaluate(at);
    if (value.kind === "truth") return value.truth === "yes" ? { ...ofTruth(value, at), reason: "" } : null;
    const range = rangeOf(value, at);
    if (range === null || !surelyHas(range, at)) return null;
    const reason = marked(shownRange(range, at.cell.decimals + 2));
    return { recomputed: recomputedOf(range), reason, working: worked(at, reason) };
  };
  // All are tried, so that a slip in one is found whatever is printed.
  const [byConvention] = conventions.flatMap((formula) => fits(formula) ?? []);
  const [otherwise] = instead.flatMap((formula) => fits(formula) ?? []);
  const found = byConvention ?? otherwise;
  if (found === undefined) return null;
  const how = `reason.${byConvention ? "byConvention" : "instead"}${found.reason === "" ? "Holds" : ""}`;
  const verdict = byConvention ? "other convention" : "mislabelled";
  return { ...found, verdict, reason: text(how, { value: found.reason }) };
}

/**
 * The value by printed intermediate results, as far as these are what their own formulas give, where that agrees; and
 * the printed numbers put in.
 */
function roundedEarly(at: Case): { range: Enclosure; taken: PrintedNumber[] } | null {
  const results = at.results();
  const by = (intermediates: typeof results) => {
    const context = { ...at, intermediates, taken: new Set<PrintedNumber>() };
    return { range: rangeOf(evaluate(context), context), taken: [...context.taken] };
  };
  const first = by(results);
  const isRight = (one: PrintedNumber): boolean => {
    const verdict = judgeSide(at, { cell: one, rules: at.rulesOf.get(one.id)! }, "internal")?.verdict;
    return verdict === "reproduced" || verdict === "rounded early";
  };
  const wrong = first.taken.flatMap((one) => (isRight(one) ? [] : one.id));
  if (first.taken.length === wrong.length) return null;
  const right = () => new Map([...results].filter(([, one]) => !wrong.includes(one.id)));
  const { range, taken } = wrong.length === 0 ? first : by(right());
  return range === null || !surelyHas(range, at) ? null : { range, taken };
}

/** @throws TypeError on a formula that gives no number, or the number that is judged itself */
function rangeOf(value: Value, at: Case): Enclosure | null {
  if (value.kind === "missing") return null;
  const range = look(at, ownNumber(value, at, "formula.number"));
  if (range.none === undefined) return range;
  withoutValue(at, range.none);
  return null;
}

/** Verdicts under which the number is what a formula gives: of the quantity that is named, as long as its scale holds it. */
const EXPLAINED: readonly Verdict[] = ["reproduced", "rounded early", "other convention"];

/**
 * A number outside its scale: what a formula gives is then that of another quantity than the one that is named, and what
 * no formula gives is nothing at all.
 */
function scaled({ cell }: ParsedClaim, { scale, formula }: ParsedRule, ruling: Ruling | null): Ruling | null {
  if (scale === null || overlaps(intervalOf(cell), scale)) return ruling;
  const said = text("reason.scale", { printed: cell.printed, scale: shownInterval(scale) });
  if (ruling === null || formula === null) return { verdict: "impossible", recomputed: null, reason: said };
  const verdict = EXPLAINED.includes(ruling.verdict) ? "mislabelled" : ruling.verdict;
  return { ...ruling, verdict, reason: `${ruling.reason} ${said}` };
}
