import { enclose } from "../enclose.js";
import type { Node } from "../graph.js";
import { isPoint, middle } from "../interval.js";
import { kindOf, type Value } from "../value.js";
import { text, type Values } from "../../base/text.js";

/** What a function is told of its call: it complains at the caller's place in the formula. */
export interface Call {
  name: string;
  fail: (what: string) => never;
  /** Says that the call has no value: its numbers are not such that it could. */
  none: (what: string) => never;
}

/** A function of formulas. */
export type LedgerFunction = (args: Value[], call: Call) => Value;

export const number = (node: Node): Value => ({ kind: "number", node });

/** All numbers of the arguments: numbers, and the members of columns. */
export function numbersIn(args: readonly Value[], call: Call, atLeast = 1): Node[] {
  const nodes = args.flatMap((arg) => {
    if (arg.kind === "number") return [arg.node];
    if (arg.kind === "column") return arg.nodes;
    return call.fail(text("error.numbersAndColumns", { caller: call.name, got: kindOf(arg) }));
  });
  if (nodes.length < atLeast)
    call.fail(text("error.atLeastNumbers", { caller: call.name, atLeast, got: nodes.length }));
  return nodes;
}

export function numberOf(arg: Value | undefined, call: Call, what: string): Node {
  if (arg?.kind === "number") return arg.node;
  if (arg?.kind === "column" && arg.nodes.length === 1) return arg.nodes[0]!;
  const got = arg === undefined ? text("kind.nothing") : kindOf(arg);
  return call.fail(text("error.toBeNumber", { caller: call.name, what: text(what), got }));
}

/** A number that does not vary, such as a window's width. */
export function plainNumber(arg: Value | undefined, call: Call, what: string): number {
  const { interval } = enclose(numberOf(arg, call, what));
  if (interval[1] - interval[0] > 1e-9)
    call.fail(text("error.toBeExact", { caller: call.name, what: text(what) }));
  return isPoint(interval) ? interval[0] : Number(middle(interval).toPrecision(12));
}

export function wholeNumber(arg: Value | undefined, call: Call, what: string): number {
  const value = plainNumber(arg, call, what);
  if (!Number.isInteger(value))
    call.fail(text("error.toBeWholeNumber", { caller: call.name, what: text(what), got: value }));
  return value;
}

export function columnOf(
  arg: Value | undefined,
  call: Call,
  what: string,
  values?: Values,
): { labels: string[]; nodes: Node[] } {
  if (arg?.kind === "column") return arg;
  const got = arg === undefined ? text("kind.nothing") : kindOf(arg);
  return call.fail(text("error.toBeColumn", { caller: call.name, what: text(what, values), got }));
}

/** Columns of one length, so long at least. */
export function columnsIn(args: readonly Value[], call: Call, atLeast: number): Node[][] {
  const columns = args.map((arg, at) => columnOf(arg, call, "argument.nth", { n: at + 1 }).nodes);
  const length = columns[0]?.length ?? 0;
  if (length < atLeast)
    call.fail(text("error.columnsAtLeastNumbers", { caller: call.name, atLeast, got: length }));
  const other = columns.find((column) => column.length !== length);
  if (other !== undefined)
    call.fail(text("error.oneLength", { caller: call.name, length, other: other.length }));
  return columns;
}

export function textOf(arg: Value | undefined, call: Call, allowed: readonly string[]): string {
  if (arg === undefined) return allowed[0]!;
  if (arg.kind === "text" && allowed.includes(arg.text)) return arg.text;
  return call.fail(
    text("error.oneOf", { caller: call.name, known: allowed.map((word) => `"${word}"`).join(", ") }),
  );
}
