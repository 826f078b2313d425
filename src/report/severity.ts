import type { AnyNode, CallExpression } from "acorn";
import { onceFor } from "../base/once-for.js";
import { openBook, type Book, type ParsedClaim } from "../ledger/book.js";
import { SIDES, wrongSides, type Judged, type Side } from "../ledger/claim.js";
import { enclose } from "../ledger/enclose.js";
import { evaluate } from "../ledger/evaluate.js";
import { intervalOf } from "../ledger/context.js";
import { partsOf, type Formula } from "../ledger/formula.js";
import { middle, type Interval } from "../ledger/interval.js";
import type { Ledger } from "../ledger/paper-folder.js";
import type { Severity } from "./content.js";

/** Limits used if the rules state none. */
const USUAL = [0.05];

/** In what way each disagreeing number disagrees, by id. */
export function severities(ledger: Ledger, judged: readonly Judged[]): Map<string, Severity> {
  const wrong = judged.filter(disagrees);
  if (wrong.length === 0) return new Map();
  const book = openBook(ledger);
  const parsed = new Map(book.claims.map((one) => [one.cell.id, one]));
  const limits = limitsIn(book);
  return new Map(wrong.map((claim) => [claim.id, severityOf(claim, parsed.get(claim.id)!, book, limits)]));
}

/** Whether a number, counted or not, has a disagreeing verdict. */
export const disagrees = (claim: Judged): boolean => wrongSides(claim).length > 0;

/** Worst first: numbers that cross a limit, then by the size of the difference relative to the printed value. */
export function worstFirst(claims: readonly Judged[], severity?: ReadonlyMap<string, Severity>): Judged[] {
  const weight = (claim: Judged): number =>
    (severity?.get(claim.id)?.crosses === true ? 2 : 0) + distance(claim);
  const weights = new Map(claims.map((claim) => [claim, weight(claim)]));
  return [...claims].sort((a, b) => weights.get(b)! - weights.get(a)!);
}

/** From 0 to 1. */
function distance(claim: Judged): number {
  const sizes = SIDES.map((side) => {
    const range = rangeOf(claim, side);
    if (range === null) return 0;
    const value = middle(range);
    const largest = Math.max(Math.abs(value), Math.abs(claim.value));
    return largest === 0 ? 0 : Math.min(1, Math.abs(value - claim.value) / largest / 2);
  });
  return Math.max(...sizes);
}

function rangeOf(claim: Judged, side: Side): Interval | null {
  const value = claim[side]?.recomputed;
  return typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
}

function severityOf(
  claim: Judged,
  { cell, rules }: ParsedClaim,
  book: Book,
  limits: readonly number[],
): Severity {
  for (const formula of rules.flatMap(({ law, formula: own }) => [law, own].filter((one) => one !== null))) {
    const { printed, earned } = starsIn(formula.root);
    if (earned === undefined) continue;
    const value = (part: AnyNode): number | null => valueOf(part, formula, book, { cell, rules });
    const [has, due] = [printed === undefined ? cell.value : value(printed), value(earned)];
    if (has !== null && due !== null && has !== due)
      return { stated: has > due ? "over" : "under", crosses: true };
  }
  const range = rangeOf(claim, wrongSides(claim)[0]!);
  if (range === null) return { stated: null, crosses: false };
  if (rules.some(({ formula }) => /^pOf/.test(nameOf(formula?.root))))
    return ofProbability(intervalOf(cell), range, limits);
  const [own, found] = [Math.abs(cell.value), Math.abs(middle(range))];
  return { stated: own > found ? "over" : own < found ? "under" : null, crosses: false };
}

function ofProbability([low, high]: Interval, [least, most]: Interval, limits: readonly number[]): Severity {
  if (limits.some((limit) => high <= limit && least > limit)) return { stated: "over", crosses: true };
  if (limits.some((limit) => low >= limit && most < limit)) return { stated: "under", crosses: true };
  return { stated: high < least ? "over" : low > most ? "under" : null, crosses: false };
}

/** The limits that rules give to `starsOf`. */
function limitsIn(book: Book): readonly number[] {
  const formulas = new Set(
    book.claims.flatMap(({ rules }) => rules.flatMap(({ law, formula }) => [law?.root, formula?.root])),
  );
  const calls = [...formulas].flatMap((root) => (root === undefined ? [] : callsIn(root, "starsOf")));
  const limits = calls.flatMap((call) => call.arguments.slice(1));
  const stated = limits.flatMap((arg) =>
    arg.type === "Literal" && typeof arg.value === "number" ? arg.value : [],
  );
  return stated.length > 0 ? [...new Set(stated)] : USUAL;
}

const nameOf = (part?: AnyNode): string =>
  part?.type === "CallExpression" && part.callee.type === "Identifier" ? part.callee.name : "";

/** The stars that a law or formula reads, and those that it computes. */
const starsIn = onceFor((root: AnyNode) => ({
  printed: callsIn(root, "stars")[0],
  earned: callsIn(root, "starsOf")[0],
}));

/** Calls of a function anywhere in a formula. */
function callsIn(part: AnyNode, name: string): CallExpression[] {
  const inside = partsOf(part).flatMap((one) => callsIn(one, name));
  return nameOf(part) === name ? [part as CallExpression, ...inside] : inside;
}

/** The value of a part of a formula; null if it has none, or more than one. */
function valueOf(part: AnyNode, formula: Formula, book: Book, { cell }: ParsedClaim): number | null {
  try {
    const value = evaluate({ ...book, formula, cell }, part);
    if (value.kind === "number") return middle(enclose(value.node).interval);
    return value.kind === "choice" && value.values.length === 1 ? value.values[0]! : null;
  } catch {
    return null;
  }
}
