import { text, type Values } from "../../base/text.js";
import type { Context } from "../context.js";
import { anything, isConstant, nowhere, type Node } from "../graph.js";
import { compare, kindOf, type Look, type Truth, type Value } from "../value.js";

/** What a function knows of its call, so that it can report errors at the caller's place in the formula. */
export interface Call {
  /** Throws the text of a key; the function's name is among its values. */
  fail: (key: string, values?: Values) => never;
  look: Look;
  context: Context;
}

/** A function that formulas can call. */
export type LedgerFunction = (args: readonly Value[], call: Call) => Value;

/** One argument of a function, or several: takes them from the front of those that are left. */
type Argument<T> = (left: Value[], call: Call) => T;

/** A function by its arguments, and its value for them. */
export const takes =
  <T extends unknown[]>(
    kinds: readonly [...{ [At in keyof T]: Argument<T[At]> }],
    give: (...given: [...T, Call]) => Value | Node,
  ): LedgerFunction =>
  (args, call) => {
    const left = [...args];
    const given = kinds.map((kind: Argument<unknown>) => kind(left, call)) as T;
    requireAtMost(args.length - left.length, args.length, call);
    const found = give(...given, call);
    return "kind" in found ? found : number(found);
  };

/** @throws FormulaError if more are given than are taken: the logarithm of base 2 is not log(x, 2) */
export function requireAtMost(count: number, got: number, call: Call): void {
  if (got > count) call.fail("formula.surplus", { count, got });
}

export const number = (node: Node): Value => ({ kind: "number", node });

export const compared = (operator: string, a: Node, b: Node, { look }: Call): Truth =>
  compare(operator, a, b, look);

export const aValue: Argument<Value | undefined> = (left) => left.shift();

/** A single number, by the name under which messages ask for it. */
export const aNumber =
  (what: string): Argument<Node> =>
  (left, call) =>
    numberOf(left.shift(), call, what);

/** All numbers that are left: numbers, and the members of columns. */
export const rest =
  (atLeast = 1, atMost = Infinity): Argument<Node[]> =>
  (left, call) => {
    const nodes = left.splice(0).flatMap((arg) => {
      if (arg.kind === "number") return [arg.node];
      if (arg.kind === "column") return arg.nodes;
      return call.fail("error.numbersAndColumns", { got: kindOf(arg) });
    });
    if (nodes.length < atLeast) call.fail("error.atLeastNumbers", { count: atLeast, got: nodes.length });
    requireAtMost(atMost, nodes.length, call);
    return nodes;
  };

export const aColumn =
  (what: string): Argument<{ labels: string[]; nodes: Node[] }> =>
  (left, call) =>
    columnOf(left.shift(), call, what);

/** All columns that are left, of equal length, with at least `atLeast` members. */
export const columns =
  (atLeast: number): Argument<Node[][]> =>
  (left, call) =>
    columnsIn(left.splice(0), call, atLeast);

/** Two columns of equal length. */
export const twoColumns =
  (atLeast: number): Argument<[Node[], Node[]]> =>
  (left, call) =>
    columnsIn([left.shift(), left.shift()], call, atLeast) as [Node[], Node[]];

/** An argument that may be left out. */
export const maybe =
  <T>(kind: Argument<T>): Argument<T | undefined> =>
  (left, call) =>
    left.length === 0 ? undefined : kind(left, call);

/** One of some words; the first if it is left out. */
export const aWord =
  (...allowed: string[]): Argument<string> =>
  (left, call) =>
    wordIn(left.shift(), call, allowed);

/** One of some words at the end of the arguments. */
export const lastWord =
  (...allowed: string[]): Argument<string> =>
  (left, call) =>
    wordIn(left.at(-1)?.kind === "text" ? left.pop() : undefined, call, allowed);

function wordIn(arg: Value | undefined, call: Call, allowed: readonly string[]): string {
  if (arg === undefined) return allowed[0]!;
  if (arg.kind === "text" && allowed.includes(arg.text)) return arg.text;
  return call.fail("error.oneOf", { known: allowed.map((word) => `"${word}"`).join(", ") });
}

export function numberOf(arg: Value | undefined, call: Call, what: string): Node {
  if (arg?.kind === "number") return arg.node;
  if (arg?.kind === "column" && arg.nodes.length === 1) return arg.nodes[0]!;
  return call.fail("error.toBeNumber", { what: text(what), got: kindOf(arg) });
}

function columnOf(arg: Value | undefined, call: Call, what: string, values?: Values) {
  if (arg?.kind === "column") return arg;
  return call.fail("error.toBeColumn", { what: text(what, values), got: kindOf(arg) });
}

export function columnsIn(args: readonly (Value | undefined)[], call: Call, atLeast: number): Node[][] {
  const all = args.map((arg, at) => columnOf(arg, call, "argument.nth", { n: at + 1 }).nodes);
  const length = all[0]?.length ?? 0;
  if (length < atLeast) call.fail("error.columnsAtLeastNumbers", { atLeast, got: length });
  const other = all.find((column) => column.length !== length);
  if (other !== undefined) call.fail("error.oneLength", { length, other: other.length });
  return all;
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
