import { getLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import type { Case } from "./book.js";
import type { Ruling, Side, Verdict } from "./claim.js";
import { intervalOf } from "./context.js";
import { meets, type Enclosure } from "./enclose.js";
import { misfit, shownFormula } from "./formula.js";
import { cellsIn, type Node } from "./graph.js";
import { middle, overlaps } from "./interval.js";
import type { PrintedNumber } from "./paper-folder.js";
import { shown } from "./shown.js";
import { kindName, type Truth, type Value } from "./value.js";

/** A figure with the current language's decimal mark. */
export const marked = (figure: string): string =>
  getLanguage() === "en" ? figure : figure.replace(/(\d)\.(\d)/g, "$1,$2");

/** A probability in percent with two digits; the model behind it is a convention, no finer than 0.1 %. */
export function percent(share: number): string {
  if (share < 0.001) return marked("< 0.1 %");
  return marked(`${Number((100 * share).toPrecision(2))} %`);
}

/** A formula and its result, shown behind a reason's words. */
export const worked = ({ formula, cell }: Case, value: string): string =>
  `${shownFormula(formula, cell)} = ${value}`;

/** A formula without a value agrees with nothing; if no printed number could give it one, the rule is at fault. */
export function withoutValue({ formula, cell }: Case, none: NonNullable<Enclosure["none"]>): Ruling {
  const why = text(none.says);
  if (none.always) throw misfit(formula, text("formula.noValue", { why }));
  const reason = text("reason.noValueBecause", { why });
  return { verdict: "undecided", recomputed: null, reason, working: shownFormula(formula, cell) };
}

/** The ruling for a value that is a statement or names, else the number that it is. */
export function rulingOrNumber(value: Value, at: Case): Ruling | Node {
  if (value.kind === "truth") return ofTruth(value, at);
  return value.kind === "rows" || value.kind === "choice" ? ofNames(value, at) : ownNumber(value, at);
}

/** The number that a value is. @throws TypeError on another value, or on the number that is judged itself */
export function ownNumber(value: Value, { formula, cell }: Case, wanted = "formula.numberOrStatement"): Node {
  const only = value.kind === "column" && value.nodes.length === 1 ? value.nodes[0] : undefined;
  const node = value.kind === "number" ? value.node : only;
  if (node === undefined) throw misfit(formula, text(wanted, { got: kindName(value.kind) }));
  if (cellsIn(node).has(cell)) throw misfit(formula, text("formula.circle", { id: cell.id }));
  return node;
}

/** Certainly, or as far as the search went: a range wider than what was attained proves no agreement. */
export const surelyHas = (range: Enclosure, { cell }: Pick<Case, "cell">): boolean =>
  meets(range, intervalOf(cell)) && (range.tight || overlaps(range.attained, intervalOf(cell)));

/** The ruling for a range that has the printed number; null if it does not. */
export function ofAgreement(
  range: Enclosure,
  at: Case,
  said: string,
  recomputed: Ruling["recomputed"],
  working: string,
): Ruling | null {
  if (!meets(range, intervalOf(at.cell))) return null;
  const sure = surelyHas(range, at);
  const reason = text(sure ? "reason.agrees" : "reason.open", { said });
  return { verdict: sure ? ANSWERS[at.side][0] : "undecided", recomputed, reason, working };
}

const ANSWERS: Readonly<Record<Side, readonly [yes: Verdict, no: Verdict]>> = {
  internal: ["reproduced", "not reproduced"],
  source: ["matches source", "differs from source"],
};

/** The ruling for a statement that holds, does not, or may. */
export function ofTruth({ truth, detail }: { truth: Truth; detail: string }, at: Case): Ruling {
  const [yes, no] = ANSWERS[at.side];
  const working = shownFormula(at.formula, at.cell) + (detail === "" ? "" : ` (${marked(detail)})`);
  const verdict = truth === "yes" ? yes : truth === "no" ? no : "undecided";
  return { verdict, recomputed: null, reason: text(`reason.truth.${truth}`), working };
}

/** The ruling for a formula that gives names (rows, places): a name other than the printed one is a wrong label. */
function ofNames(value: Extract<Value, { kind: "rows" | "choice" }>, at: Case): Ruling {
  const { cell, side } = at;
  const names = value.kind === "rows" ? value.rows : value.values.map(String);
  const list = names.join(", ") || "–";
  const has = names.some((name) => Number(name) === cell.value);
  const several = side === "internal" || value.kind === "choice";
  const [yes, no] = ANSWERS[side];
  const wrong = side === "internal" && value.kind === "rows" && names.length > 0 ? "mislabelled" : no;
  const said = text(side === "internal" ? "reason.own" : "reason.computed", { value: list });
  const detail = value.kind === "choice" ? ` (${marked(value.detail)})` : "";
  return {
    verdict: !has ? wrong : names.length > 1 && several ? "undecided" : yes,
    recomputed: names.length === 1 && !Number.isNaN(Number(names[0])) ? Number(names[0]) : names.join(", "),
    reason: has ? text("reason.agrees", { said }) : text("reason.otherText", { said, printed: cell.printed }),
    working: worked(at, `${list}${detail}`),
  };
}

/**
 * "..., 0.31 is printed": the distance from the middle of a range or, if it has no middle or several, from the nearest
 * end.
 */
export function offBy(
  said: string,
  { value, printed, decimals }: PrintedNumber,
  { parts }: Enclosure,
): string {
  const middles = parts.length === 1 ? [middle(parts[0]!)] : [];
  const ends = (middles.every(Number.isFinite) && middles.length > 0 ? middles : parts.flat())
    .map((end) => value - end)
    // An overflow, like infinity, does not say how far off a number is.
    .filter((end) => Math.abs(end) < 1e300);
  if (ends.length === 0) return text("reason.otherText", { said, printed });
  const nearest = ends.reduce((best, next) => (Math.abs(next) < Math.abs(best) ? next : best));
  return text("reason.off", { said, printed, difference: marked(shown(nearest, decimals)) });
}
