import { Gathering } from "../base/gather.js";
import { onceFor } from "../base/once-for.js";
import { text } from "../base/text.js";
import type { Claim, Side } from "./claim.js";
import { evaluate } from "./evaluate.js";
import { canonical, fail, isRange, parseFormula, placeInWords, splitFormulas } from "./formula.js";
import type { Formula } from "./formula.js";
import { eachOfMany } from "./one-for-many.js";
import type { PrintedNumber, Ledger, Rule, Sheet } from "./paper-folder.js";
import { inLanguage } from "../base/language.js";

type Parsed = "formula" | "source" | "law" | "instead" | "conventions" | "scale";

/** A rule whose formulas are parsed. */
export interface ParsedRule extends Omit<Rule, Parsed> {
  formula: Formula | null;
  source: Formula | null;
  law: Formula | null;
  instead: Formula[];
  conventions: Formula[];
  scale: readonly [number, number] | null;
}

/** A ledger prepared for judging: names resolved, formulas parsed, every claim with its rules. */
export interface Book {
  ledger: Ledger;
  sheets: ReadonlyMap<string, Sheet>;
  sources: ReadonlySet<string>;
  /** Every claim's cell with its rules: one, or one per reading. */
  claims: readonly ParsedClaim[];
  /** The rules of each claim, by its id. */
  rulesOf: ReadonlyMap<string, readonly ParsedRule[]>;
  /** Numbers with another text than the paper's, by id. */
  changed?: ReadonlyMap<string, PrintedNumber>;
  /** Printed numbers by the formula that gives them, in canonical form; few papers use one in another's formula. */
  results: () => ReadonlyMap<string, PrintedNumber>;
  /** Filled with the printed numbers whose values the result depends on. */
  rests?: Set<PrintedNumber>;
}

/** A formula to be evaluated for a number, on one side. */
export interface Case extends Book {
  formula: Formula;
  cell: PrintedNumber;
  side: Side;
}

export interface ParsedClaim {
  cell: PrintedNumber;
  rules: readonly ParsedRule[];
  /** The numbers on whose values its internal verdict depends, once the whole ledger has been judged. */
  rests?: readonly PrintedNumber[];
}

/** A ledger's book, opened once. @throws what `bookOf` throws */
export const openBook = onceFor((ledger: Ledger): Book => bookOf(ledger));

/**
 * @param faults earlier faults, listed together with those found here
 * @throws FormulaError naming the line of a formula that cannot be read, a rule that names nothing, two rules for a
 *   cell without readings, or numbers that are only copies of each other; and with any of these, each unknown name
 */
export function bookOf(ledger: Ledger, faults = new Gathering()): Book {
  const sheets = new Map([...ledger.exhibits, ...ledger.sources].map((sheet) => [sheet.key, sheet]));
  const exhibits = new Map(ledger.exhibits.map((sheet) => [sheet.key, sheet]));
  const rulesOf = new Map<string, ParsedRule[]>();
  const read = parser();
  const rules = faults.each(ledger.rules, eachOfMany).flat();
  faults.each(rules, (rule) => {
    const parsed = parseRule(rule, read);
    for (const cell of cellsOf(rule, exhibits, read)) {
      const before = rulesOf.get(cell.id);
      if (before === undefined) rulesOf.set(cell.id, [parsed]);
      else if (before.every(({ reading }) => reading !== "") && rule.reading !== "") before.push(parsed);
      else {
        const [place, place2] = [rule, before[0]!].map((one) => placeInWords(one.place));
        throw new RangeError(text("error.hasRuleAlreadyInTwo", { place, id: cell.id, place2 }));
      }
    }
  });
  const claims = ledger.exhibits
    .flatMap(({ list }) => list)
    .flatMap((cell) => (rulesOf.has(cell.id) ? [{ cell, rules: rulesOf.get(cell.id)! }] : []));
  const sources = new Set(ledger.sources.map(({ key }) => key));
  faults.try(() => requireNoCircle(claims, sheets));
  const book: Book = { ledger, sheets, sources, claims, rulesOf, results: () => resultsOf(claims) };
  endWith(faults, book);
  return book;
}

/** @throws all faults, if any, together with the unknown names that judging would find */
export function endWith(faults: Gathering, book: Book): void {
  if (faults.isWhole) return;
  for (const { cell, rules } of book.claims)
    for (const { formula, source, law, instead, conventions } of rules)
      faults.each([formula, source, law, ...instead, ...conventions], (one) => {
        if (one !== null) evaluate({ ...book, formula: one, cell });
      });
  for (const { id, evidence } of book.ledger.findings)
    faults.each(evidence, ({ formula }) =>
      evaluate({ ...book, formula: parseFormula(formula, evidencePlace(id)), cell: null }),
    );
  faults.end();
}

export const evidencePlace = (finding: string): string => `findings.json "${finding}"`;

/** Parses a formula shared by many rules only once. */
function parser(): typeof parseFormula {
  const known = new Map<string, Formula>();
  return (text, where) => {
    const formula = known.get(text) ?? parseFormula(text, where);
    known.set(text, formula);
    return { ...formula, where };
  };
}

function parseRule(rule: Rule, read: typeof parseFormula): ParsedRule {
  const placed = (name: string): string => `${rule.place}, column "${name}"`;
  const formula = (name: "formula" | "source" | "law"): Formula | null =>
    rule[name] === "" ? null : read(rule[name], placed(name));
  const list = (name: "instead" | "conventions"): Formula[] =>
    splitFormulas(rule[name]).map((part) => read(part, placed(name)));
  const idle = (["conventions", "instead"] as const).find((name) => rule[name] !== "");
  if (rule.formula === "" && idle !== undefined)
    throw new RangeError(text("formula.idle", { place: placeInWords(rule.place), name: idle }));
  return {
    ...{ ...rule, formula: formula("formula"), source: formula("source"), law: formula("law") },
    ...{ instead: list("instead"), conventions: list("conventions"), scale: scaleOf(rule) },
  };
}

function scaleOf({ scale, place }: Rule): readonly [number, number] | null {
  if (scale === "") return null;
  const [low, high, ...more] = scale.split("..").map((end) => (end.trim() === "" ? Number.NaN : Number(end)));
  if (more.length > 0 || !(low! < high!))
    throw new RangeError(text("error.scaleSuch01", { place: placeInWords(place), scale }));
  return [low!, high!];
}

/** The cells named in a rule, in formula notation; several are separated by commas. */
function cellsOf(rule: Rule, sheets: Book["sheets"], read: typeof parseFormula): PrintedNumber[] {
  const formula = read(rule.cells, `${rule.place}, column "cells"`);
  const { root } = formula;
  const parts = root.type === "SequenceExpression" ? root.expressions : [root];
  const gap = parts.slice(1).find((part, at) => isRange(formula, parts[at]!, part));
  if (gap !== undefined) return fail(formula, gap, text("formula.commaMissing"));
  return parts.flatMap((part) => {
    if (part.type !== "MemberExpression") return fail(formula, part, text("formula.noCellsExample"));
    const value = evaluate({ formula, sheets, sources: new Set(), cell: null }, part);
    const cells = value.kind === "column" ? value.cells : value.kind === "number" ? [value.cell] : [];
    const found = (cells ?? []).flatMap((cell) => cell ?? []);
    return found.length > 0 ? found : fail(formula, part, text("formula.noPrinted"));
  });
}

/** A number whose rule is a formula can be another's intermediate result. */
const resultsOf = onceFor((claims: readonly ParsedClaim[]): Map<string, PrintedNumber> => {
  const found = new Map<string, PrintedNumber>();
  for (const { cell, rules } of claims) {
    const root = rules[0]!.formula?.root;
    if (root === undefined || root.type === "Literal" || rules[0]!.role === "copy") continue;
    const key = canonical(root, cell);
    if (!found.has(key)) found.set(key, cell);
  }
  return found;
});

/** Rejects numbers declared copies only of each other, which would judge themselves. */
function requireNoCircle(claims: readonly ParsedClaim[], sheets: ReadonlyMap<string, Sheet>): void {
  const copies = new Map<string, { of: string; place: string }>();
  for (const { cell, rules } of claims) {
    const root = rules[0]!.formula?.root;
    if (root?.type !== "MemberExpression") continue;
    const of = canonical(root, cell).replace(/\["?([^"\]]*)"?\]/, ".$1");
    copies.set(canonicalName(cell, sheets), { of, place: rules[0]!.place });
  }
  for (const start of copies.keys()) {
    const seen = [start];
    for (let next = copies.get(start)?.of; next !== undefined; next = copies.get(next)?.of) {
      if (next === start) {
        const list = [...seen, next].join(text("formula.wordIs"));
        throw new RangeError(
          text("error.circleRules", { place: placeInWords(copies.get(start)!.place), list }),
        );
      }
      if (seen.includes(next)) break;
      seen.push(next);
    }
  }
}

const canonicalName = ({ key, column, row }: PrintedNumber, sheets: ReadonlyMap<string, Sheet>): string =>
  sheets.get(key)!.rowName === "key" ? `${key}.${row}` : `${key}.${column}.${row}`;

/** The claim for a cell and its rules. Written out, since V8 turns so many spread properties into a slow dictionary. */
export function claimOf({ cell, rules }: ParsedClaim): Claim {
  const [{ role, source, says: ruleSays, note, place }] = rules as [ParsedRule];
  const { id, exhibit, row, column, printed, value, decimals, group, where } = cell;
  const says = cell.says ?? ruleSays;
  const claim: Claim = { id, exhibit, row, column, printed, value, decimals, role, rule: place };
  if (source !== null) claim.against = source.text;
  if (group !== undefined) claim.group = group;
  if (where !== undefined) claim.where = where;
  if (says != null) claim.statement = inLanguage(says);
  if (note !== "") claim.note = note;
  return claim;
}
