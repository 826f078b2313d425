import { text, type Values } from "../../base/text.js";
import { anything, isConstant, nowhere, type Node } from "../graph.js";
import { compare, kindOf, type Look, type Truth, type Value } from "../value.js";

/** What a function knows of its call, so that it can report errors at the caller's place in the formula. */
export interface Call {
  name: string;
  /** Throws the text of a key; the function's name is among its values. */
  fail: (key: string, values?: Values) => never;
  look: Look;
}

/** A function that formulas can call. */
export type LedgerFunction = (args: Value[], call: Call) => Value;

export const number = (node: Node): Value => ({ kind: "number", node });

/** A function of single numbers, by the names under which messages ask for them. */
export const ofNumbers =
  (names: readonly string[], give: (...nodes: Node[]) => Node): LedgerFunction =>
  (args, call) =>
    number(give(...names.map((what, at) => numberOf(args[at], call, what))));

/** A function of all numbers among its arguments. */
export const ofAll =
  (give: (nodes: Node[]) => Node): LedgerFunction =>
  (args, call) =>
    number(give(numbersIn(args, call)));

export const compared = (operator: string, a: Node, b: Node, { look }: Call): Truth =>
  compare(operator, a, b, look);

/** All numbers among the arguments: numbers, and the members of columns. */
export function numbersIn(args: readonly Value[], call: Call, atLeast = 1): Node[] {
  const nodes = args.flatMap((arg) => {
    if (arg.kind === "number") return [arg.node];
    if (arg.kind === "column") return arg.nodes;
    return call.fail("error.numbersAndColumns", { got: kindOf(arg) });
  });
  if (nodes.length < atLeast) call.fail("error.atLeastNumbers", { atLeast, got: nodes.length });
  return nodes;
}

export function numberOf(arg: Value | undefined, call: Call, what: string): Node {
  if (arg?.kind === "number") return arg.node;
  if (arg?.kind === "column" && arg.nodes.length === 1) return arg.nodes[0]!;
  return call.fail("error.toBeNumber", { what: text(what), got: kindOf(arg) });
}

/**
 * The whole numbers from `from` to `to` that a number can be; one that depends on no printed number must be one itself.
 */
export function wholeNumbers(node: Node, call: Call, what: string, from: number, to: number): number[] {
  const { interval, none } = call.look(node);
  const [low, high] = [Math.ceil(interval[0] - 1e-9), Math.floor(interval[1] + 1e-9)];
  if (isConstant(node) && (none !== undefined || low > high))
    call.fail("error.toBeWholeNumber", { what: text(what), got: none ? "–" : interval[0] });
  if (isConstant(node) && (low < from || low > to))
    call.fail("formula.argumentRange", { what: text(what), from, to, got: low });
  const [first, last] = [Math.max(from, low), Math.min(to, high)];
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, MANY)) }, (_, at) => first + at);
}

/** From this many on, whole numbers are not tried one by one. */
export const MANY = 1000;

/**
 * What a function comes to that requires a whole number, such as a width. Where a printed number takes its place, there
 * may be none or several of them.
 * @param otherwise gives a value of the right kind with this in the place of its numbers
 */
export function withWhole(
  arg: Value | undefined,
  call: Call,
  what: string,
  [from, to]: readonly [from: number, to: number],
  give: (value: number) => Value,
  otherwise: (node: Node) => Value = number,
): Value {
  const node = numberOf(arg, call, what);
  const values = wholeNumbers(node, call, what, from, to);
  if (values.length === 1) return give(values[0]!);
  return otherwise(values.length === 0 ? nowhere("formula.none.argument", [node]) : anything([node]));
}

export function columnOf(
  arg: Value | undefined,
  call: Call,
  what: string,
  values?: Values,
): { labels: string[]; nodes: Node[] } {
  if (arg?.kind === "column") return arg;
  return call.fail("error.toBeColumn", { what: text(what, values), got: kindOf(arg) });
}

/** Columns of equal length, with at least `atLeast` members. */
export function columnsIn(args: readonly Value[], call: Call, atLeast: number): Node[][] {
  const columns = args.map((arg, at) => columnOf(arg, call, "argument.nth", { n: at + 1 }).nodes);
  const length = columns[0]?.length ?? 0;
  if (length < atLeast) call.fail("error.columnsAtLeastNumbers", { atLeast, got: length });
  const other = columns.find((column) => column.length !== length);
  if (other !== undefined) call.fail("error.oneLength", { length, other: other.length });
  return columns;
}

export function textOf(arg: Value | undefined, call: Call, allowed: readonly string[]): string {
  if (arg === undefined) return allowed[0]!;
  if (arg.kind === "text" && allowed.includes(arg.text)) return arg.text;
  return call.fail("error.oneOf", { known: allowed.map((word) => `"${word}"`).join(", ") });
}
