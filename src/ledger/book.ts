import { canonical } from "./canonical.js";
import type { Claim } from "./claim.js";
import { fail, isRange, parseFormula, placeInWords, splitFormulas, type Formula } from "./formula.js";
import { partOf, type SheetCell, type Ledger, type Rule, type Sheet } from "./paper-folder.js";
import { inLanguage } from "../base/language.js";
import type { AnyNode } from "acorn";
import { text } from "../base/text.js";

/** A rule whose formulas are parsed. */
export interface ParsedRule extends Omit<
  Rule,
  "formula" | "source" | "law" | "instead" | "conventions" | "scale"
> {
  formula: Formula | null;
  source: Formula | null;
  law: Formula | null;
  instead: Formula[];
  conventions: Formula[];
  scale: readonly [number, number] | null;
}

/** A ledger made ready to be judged: names found, formulas parsed, every claim with its rules. */
export interface Book {
  ledger: Ledger;
  sheets: ReadonlyMap<string, Sheet>;
  sources: ReadonlySet<string>;
  /** Every claim's cell, with its rules: one, or one for each reading. */
  entries: readonly Entry[];
  /** Printed numbers by the formula that gives them, written in one way. */
  results: ReadonlyMap<string, SheetCell>;
}

export interface Entry {
  cell: SheetCell;
  rules: readonly ParsedRule[];
}

/**
 * @throws FormulaError naming the line: a formula that cannot be read, a rule that names nothing, two rules for a cell
 *   without readings, numbers that are only copies of each other
 */
export function openBook(ledger: Ledger): Book {
  const sheets = new Map([...ledger.exhibits, ...ledger.sources].map((sheet) => [sheet.key, sheet]));
  const exhibits = new Map(ledger.exhibits.map((sheet) => [sheet.key, sheet]));
  const byCell = new Map<SheetCell, ParsedRule[]>();
  const read = parser();
  for (const rule of ledger.rules) {
    const parsed = parseRule(rule, read);
    for (const cell of cellsOf(rule, exhibits)) {
      const before = byCell.get(cell);
      if (before === undefined) byCell.set(cell, [parsed]);
      else if (before.every(({ reading }) => reading !== "") && rule.reading !== "") before.push(parsed);
      else
        throw new RangeError(
          text("error.hasRuleAlreadyInTwo", {
            place: placeInWords(rule.place),
            id: cell.id,
            place2: placeInWords(before[0]!.place),
          }),
        );
    }
  }
  const entries = ledger.exhibits.flatMap(({ list }) =>
    list.flatMap((cell) => (byCell.has(cell) ? [{ cell, rules: byCell.get(cell)! }] : [])),
  );
  const sources = new Set(ledger.sources.map(({ key }) => key));
  requireNoCircle(entries, sheets);
  return { ledger, sheets, sources, entries, results: resultsOf(entries) };
}

/** Reads a formula that many rules share once. */
function parser(): typeof parseFormula {
  const known = new Map<string, Formula>();
  return (text, where) => {
    const formula = known.get(text) ?? parseFormula(text, where);
    known.set(text, formula);
    return { ...formula, where };
  };
}

function parseRule(rule: Rule, read: typeof parseFormula): ParsedRule {
  const formula = (text: string): Formula | null => (text === "" ? null : read(text, rule.place));
  const list = (text: string): Formula[] => splitFormulas(text).map((part) => read(part, rule.place));
  return {
    ...rule,
    formula: formula(rule.formula),
    source: formula(rule.source),
    law: formula(rule.law),
    instead: list(rule.instead),
    conventions: list(rule.conventions),
    scale: scaleOf(rule),
  };
}

function scaleOf({ scale, place }: Rule): readonly [number, number] | null {
  if (scale === "") return null;
  const [low, high, ...more] = scale.split("..").map((end) => (end.trim() === "" ? Number.NaN : Number(end)));
  if (more.length > 0 || !(low! < high!))
    throw new RangeError(text("error.scaleSuch01", { place: placeInWords(place), scale }));
  return [low!, high!];
}

/** The cells that a rule names: "T3.EGDI[*]", "T4[*]", "F1.slope", "TX.R2.value", several with commas between them. */
function cellsOf(rule: Rule, sheets: ReadonlyMap<string, Sheet>): SheetCell[] {
  const formula = parseFormula(`cells(${rule.cells})`, rule.place);
  const { root } = formula;
  const complain = (part: AnyNode, what: string): never =>
    fail({ text: rule.cells, where: rule.place }, { start: part.start - 6, end: part.end - 6 }, what);
  if (root.type !== "CallExpression") return complain(root, text("formula.noCells"));
  return root.arguments.flatMap((part) => {
    const found = cellsNamed(part, formula, sheets, complain);
    return found.length > 0 ? found : complain(part, text("formula.noPrinted"));
  });
}

type Complain = (part: AnyNode, what: string) => never;

function cellsNamed(
  part: AnyNode,
  formula: Formula,
  sheets: ReadonlyMap<string, Sheet>,
  complain: Complain,
): SheetCell[] {
  if (part.type !== "MemberExpression") return complain(part, text("formula.noCellsExample"));
  const { object, property } = part;
  if (!part.computed && object.type === "MemberExpression" && object.computed) {
    const name = formula.text.slice(property.start, property.end);
    return cellsNamed(object, formula, sheets, complain).flatMap((cell) => {
      const column = partOf(sheets.get(cell.key)!, cell.column, name);
      return (column === null ? undefined : sheets.get(cell.key)!.cells.get(cell.row)?.get(column)) ?? [];
    });
  }
  const path = formula.text.slice(part.start, part.end).replace(/\[.*$/s, "").split(".");
  const sheet = sheets.get(path[0]!.trim());
  if (sheet === undefined)
    return complain(part, text("error.noExhibit", { name: path[0], known: [...sheets.keys()].join(", ") }));
  if (sheet.rowName === "key") return sheet.list.filter(({ row }) => row === path.slice(1).join("."));
  const named = path.length === 1 ? sheet.columns : path.slice(1);
  const stranger = named.find((name) => name !== sheet.rowName && !sheet.columns.includes(name));
  if (stranger !== undefined)
    return complain(
      part,
      text("error.hasNoColumn", { name: sheet.name, column: stranger, known: sheet.columns.join(", ") }),
    );
  const row = part.computed ? rowNamed(part.property) : null;
  if (row !== null) return named.flatMap((column) => sheet.cells.get(row)?.get(column) ?? []);
  const cells = sheet.list.filter(({ column, heading }) =>
    path.length === 1 ? !heading : named.includes(column),
  );
  return part.computed ? cells.filter((cell) => isNamed(cell.row, part.property, formula, sheet)) : cells;
}

/** The one row that brackets name; null for several or all ("*", which the parser has as "_"). */
function rowNamed(part: AnyNode): string | null {
  if (part.type === "Literal") return String(part.value);
  return part.type === "Identifier" && part.name !== "_" ? part.name : null;
}

function isNamed(row: string, part: AnyNode, formula: Formula, sheet: Sheet): boolean {
  if (part.type === "Identifier") return true;
  if (part.type !== "SequenceExpression" || !isRange(formula, part.expressions[0]!, part.expressions[1]!))
    return false;
  const [from, to] = part.expressions.map((end) =>
    sheet.rows.indexOf(formula.text.slice(end.start, end.end).trim()),
  );
  const at = sheet.rows.indexOf(row);
  return at >= Math.min(from!, to!) && at <= Math.max(from!, to!);
}

/** A number whose rule is a formula can be an intermediate result of another. */
function resultsOf(entries: readonly Entry[]): Map<string, SheetCell> {
  const found = new Map<string, SheetCell>();
  for (const { cell, rules } of entries) {
    const root = rules[0]!.formula?.root;
    if (root === undefined || root.type === "Literal" || rules[0]!.role === "copy") continue;
    const key = canonical(root, cell);
    if (!found.has(key)) found.set(key, cell);
  }
  return found;
}

/** Numbers that are said to be copies of each other and of nothing else would judge themselves. */
function requireNoCircle(entries: readonly Entry[], sheets: ReadonlyMap<string, Sheet>): void {
  const copies = new Map<string, { of: string; place: string }>();
  for (const { cell, rules } of entries) {
    const root = rules[0]!.formula?.root;
    if (root?.type !== "MemberExpression") continue;
    const of = canonical(root, cell).replace(/\["?([^"\]]*)"?\]/, ".$1");
    copies.set(canonicalName(cell, sheets), { of, place: rules[0]!.place });
  }
  for (const start of copies.keys()) {
    const seen = [start];
    for (let next = copies.get(start)?.of; next !== undefined; next = copies.get(next)?.of) {
      if (next === start)
        throw new RangeError(
          text("error.circleRules", {
            place: placeInWords(copies.get(start)!.place),
            list: [...seen, next].join(text("formula.wordIs")),
          }),
        );
      if (seen.includes(next)) break;
      seen.push(next);
    }
  }
}

const canonicalName = ({ key, column, row }: SheetCell, sheets: ReadonlyMap<string, Sheet>): string =>
  sheets.get(key)!.rowName === "key" ? `${key}.${row}` : `${key}.${column}.${row}`;

/** The claim that a cell with its rules is. */
export function claimOf({ cell, rules }: Entry): Claim {
  const { id, exhibit, row, column, printed, value, decimals } = cell;
  const says = cell.says ?? rules[0]!.says;
  return {
    ...{ id, exhibit, row, column, printed, value, decimals, role: rules[0]!.role },
    rule: rules[0]!.place,
    ...(cell.group !== undefined && { group: cell.group }),
    ...(cell.where !== undefined && { where: cell.where }),
    ...(says != null && { statement: inLanguage(says) }),
    ...(rules[0]!.note !== "" && { note: rules[0]!.note }),
  };
}
