import type { AnyNode, Expression } from "acorn";
import { plainName } from "../base/grid.js";
import { latePackage } from "../base/late-package.js";
import { text } from "../base/text.js";
import type { PrintedNumber } from "./paper-folder.js";

const acorn = latePackage<typeof import("acorn")>("acorn");

/** A parsed formula and its location. */
export interface Formula {
  text: string;
  /** "claims.csv line 7", or a line and its column. */
  where: string;
  root: Expression;
}

/**
 * A formula that cannot be read, or that names something unknown. The message has the location, the part, what is
 * wrong, and a caret.
 */
export class FormulaError extends Error {
  override name = "FormulaError";
}

/**
 * A file and line, "claims.csv line 7", optionally with `, column "law"`, in the current language; any other place
 * unchanged.
 */
export function placeInWords(place: string): string {
  const [, file, line, column] = /^(.*) line (\d+)(?:, column "(\w+)")?$/.exec(place) ?? [];
  if (column !== undefined) return text("error.lineColumnHead", { file, line, column }).replace(/:$/, "");
  return file === undefined ? place : text("error.line", { file, line });
}

/** The error for a formula whose result is of the wrong kind. */
export const misfit = ({ text, where }: Omit<Formula, "root">, what: string): TypeError =>
  new TypeError(`${placeInWords(where)}: ${text}: ${what}`);

/** @throws FormulaError at the given part of the formula */
export function fail(
  { text, where }: Omit<Formula, "root">,
  part: { start: number; end: number },
  what: string,
): never {
  const named = text.slice(part.start, part.end);
  const caret = `  ${text}\n  ${" ".repeat(part.start)}^`;
  throw new FormulaError(`${placeInWords(where)}: ${named === "" ? "" : `${named}: `}${what}\n${caret}`);
}

/**
 * Formula syntax that is not JavaScript: quoted texts, `."Mean (SD)"`, `..`, `[*]`, and the numbers in `TX.report.2024`
 * and `T1.x[row].1`, and rows with the names of its keywords, `T1.n[case]`. It is overwritten with valid JavaScript of
 * the same length.
 */
const OWN =
  /\."[^"]*"|"[^"]*"|'[^']*'|\.\.|\[\s*\*\s*\]|(?<=[A-Za-z_]\w*|[\]")])\.\d|(?<=\[\s*)(?:case|class|const|default|delete|do|else|enum|export|for|if|import|in|new|return|switch|this|try|var|void|while|with)(?=\s*\])/g;

/** A decimal comma, which would separate arguments: "0,05". */
const COMMA = /(?<![\w.])\d+,\d+/;

/** Parses a formula with acorn, as an expression of JavaScript's grammar; `evaluate` allows a few kinds of node. */
export function parseFormula(given: string, where: string): Formula {
  const formula = plainName(given);
  const readable = formula.replace(OWN, (part) => {
    if (part === "..") return ", ";
    if (part.startsWith('."')) return `.${"$".repeat(part.length - 1)}`;
    if (part.startsWith(".")) return ".$";
    if (/^[a-z]/.test(part)) return "$".repeat(part.length);
    return part.startsWith("[") ? part.replace("*", "_") : part;
  });
  const comma = COMMA.exec(formula.replace(/"[^"]*"|'[^']*'/g, (part) => " ".repeat(part.length)));
  if (comma !== null) {
    const place = { start: comma.index, end: comma.index + comma[0].length };
    const [decimal, parted] = [comma[0].replace(",", "."), comma[0].replace(",", ", ")];
    fail({ text: formula, where }, place, text("formula.decimalComma", { decimal, parted }));
  }
  try {
    const root = acorn().parseExpressionAt(readable, 0, { ecmaVersion: 2022 });
    const opened = readable.slice(0, root.start).split("(").length - 1;
    const rest = readable.slice(root.end).replace(new RegExp(`^(\\s*\\)){0,${opened}}`), "");
    if (rest.trim() !== "") {
      const start = readable.length - rest.length + rest.search(/\S/);
      fail({ text: formula, where }, { start, end: start + 1 }, text("formula.operatorMissing"));
    }
    finish(root, { text: formula, where });
    return { text: formula, where, root };
  } catch (error) {
    if (error instanceof FormulaError) throw error;
    const start = (error as { pos?: number }).pos ?? 0;
    const what = (error as Error).message.replace(/ \(\d+:\d+\)$/, "");
    return fail({ text: formula, where }, { start, end: start + 1 }, text("formula.unreadable", { what }));
  }
}

/** Gives members their names as written, without quotes: `2024`, `Mean (SD)`. @throws on a range among arguments */
function finish(part: AnyNode, formula: Omit<Formula, "root">): void {
  if (
    part.type === "MemberExpression" &&
    part.property.type === "Identifier" &&
    (!part.computed || part.property.name.startsWith("$"))
  )
    part.property.name = formula.text.slice(part.property.start, part.property.end).replace(/^"(.*)"$/, "$1");
  if (part.type === "CallExpression") {
    const { arguments: args } = part;
    const gap = args.slice(1).find((arg, at) => isRange(formula, args[at]!, arg));
    if (gap !== undefined) fail(formula, gap, text("formula.commaMissing"));
  }
  for (const inner of partsOf(part)) finish(inner, formula);
}

/** The direct children of a part of a formula. */
export const partsOf = (part: AnyNode): AnyNode[] =>
  Object.values(part)
    .flat()
    .filter((one): one is AnyNode => typeof (one as AnyNode | null)?.type === "string");

/** Whether two parts are separated by "..", as the first and last rows of a range are. */
export const isRange = ({ text }: Pick<Formula, "text">, from: AnyNode, to: AnyNode): boolean =>
  text.slice(from.end, to.start).trim() === "..";

/** Splits formulas at ";" outside quotes. */
export function splitFormulas(text: string): string[] {
  return (text.match(/(?:"[^"]*"|'[^']*'|[^;"'])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The formula as shown to a reader, with `row`, `column` and `printed` filled in. */
export function shownFormula(
  { text }: Formula,
  cell: Pick<PrintedNumber, "row" | "column" | "printed"> | null,
): string {
  if (cell === null) return text;
  const given: Record<string, string> = { row: cell.row, column: cell.column, printed: cell.printed };
  return text.replace(/"[^"]*"|\b(?:row|column|printed)\b/g, (word) => given[word] ?? word);
}

/** A part of a formula in canonical form, with the row and column of the claim's cell filled in. */
export function canonical(part: AnyNode, cell: Pick<PrintedNumber, "row" | "column"> | null): string {
  const of = (node: AnyNode): string => canonical(node, cell);
  switch (part.type) {
    case "Literal":
      return JSON.stringify(part.value);
    case "Identifier":
      return part.name === "row" || part.name === "column" ? `"${cell?.[part.name]}"` : part.name;
    case "MemberExpression":
      return of(part.object) + (part.computed ? `[${of(part.property)}]` : `.${of(part.property)}`);
    default:
      return `${"operator" in part ? part.operator : part.type}(${partsOf(part).map(of).join(", ")})`;
  }
}
