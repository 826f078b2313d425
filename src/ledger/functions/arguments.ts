import { enclose } from "../enclose.js";
import { worded, wordsOf } from "../../base/language.js";
import type { Node } from "../graph.js";
import { isPoint, middle } from "../interval.js";
import { kindOf, type Value } from "../value.js";

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
    return call.fail(worded`${call.name} requires numbers and columns, got ${kindOf(arg)}`);
  });
  if (nodes.length < atLeast)
    call.fail(worded`${call.name} requires at least ${atLeast} numbers, got ${nodes.length}`);
  return nodes;
}

export function numberOf(arg: Value | undefined, call: Call, what: string): Node {
  if (arg?.kind === "number") return arg.node;
  if (arg?.kind === "column" && arg.nodes.length === 1) return arg.nodes[0]!;
  const got = arg === undefined ? worded`nothing` : kindOf(arg);
  return call.fail(worded`${call.name} requires ${wordsOf(what)} to be a number, got ${got}`);
}

/** A number that does not vary, such as a window's width. */
export function plainNumber(arg: Value | undefined, call: Call, what: string): number {
  const { interval } = enclose(numberOf(arg, call, what));
  if (interval[1] - interval[0] > 1e-9) call.fail(worded`${call.name} requires ${wordsOf(what)} to be exact`);
  return isPoint(interval) ? interval[0] : Number(middle(interval).toPrecision(12));
}

export function wholeNumber(arg: Value | undefined, call: Call, what: string): number {
  const value = plainNumber(arg, call, what);
  if (!Number.isInteger(value))
    call.fail(worded`${call.name} requires ${wordsOf(what)} to be a whole number, got ${value}`);
  return value;
}

export function columnOf(
  arg: Value | undefined,
  call: Call,
  what: string,
): { labels: string[]; nodes: Node[] } {
  if (arg?.kind === "column") return arg;
  const got = arg === undefined ? worded`nothing` : kindOf(arg);
  return call.fail(worded`${call.name} requires ${wordsOf(what)} to be a column, got ${got}`);
}

/** Columns of one length, so long at least. */
export function columnsIn(args: readonly Value[], call: Call, atLeast: number): Node[][] {
  const columns = args.map((arg, at) => columnOf(arg, call, worded`argument ${at + 1}`).nodes);
  const length = columns[0]?.length ?? 0;
  if (length < atLeast)
    call.fail(worded`${call.name} requires columns of at least ${atLeast} numbers, got ${length}`);
  const other = columns.find((column) => column.length !== length);
  if (other !== undefined)
    call.fail(worded`${call.name} requires columns of one length, got ${length} and ${other.length} numbers`);
  return columns;
}

export function textOf(arg: Value | undefined, call: Call, allowed: readonly string[]): string {
  if (arg === undefined) return allowed[0]!;
  if (arg.kind === "text" && allowed.includes(arg.text)) return arg.text;
  return call.fail(worded`${call.name} requires one of ${allowed.map((word) => `"${word}"`).join(", ")}`);
}
