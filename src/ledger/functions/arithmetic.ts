import { absoluteOf, exponential, logarithm, rootOf, type Node } from "../graph.js";
import { divide, exactly, multiply, type Interval } from "../interval.js";
import { aValue, number, numberOf, takes, withWhole, type Call, type LedgerFunction } from "./arguments.js";
import type { Value } from "../value.js";

/** Applies an operation to a number, or to every number of a column. */
const mapped = (arg: Value | undefined, call: Call, of: (node: Node) => Node): Value =>
  arg?.kind === "column" && arg.nodes.length > 1
    ? { kind: "column", labels: arg.labels, nodes: arg.nodes.map(of) }
    : number(of(numberOf(arg, call, "argument.only")));

const each = (of: (node: Node) => Node) => takes([aValue], (arg, call) => mapped(arg, call, of));

/** So many decimals, by a way of leaving off the rest: how low and how high it can come out. */
const cut = (lower: (value: number) => number, higher = lower) =>
  takes([aValue, aValue], (arg, places, call) => {
    const to = (decimals: number) => (node: Node) => {
      const unit = exactly(10 ** Math.abs(decimals));
      const [scale, back] = decimals < 0 ? [divide, multiply] : [multiply, divide];
      const of = ([x]: readonly Interval[]): Interval => {
        const [low, high] = scale(x!, unit);
        return back([lower(nearWhole(low)), higher(nearWhole(high))], unit);
      };
      return { of, slopes: (): Interval[] => [[0, Infinity]], args: [node] };
    };
    const all = (decimals: number): Value => mapped(arg, call, to(decimals));
    return places === undefined ? all(0) : withWhole(places, call, "argument.decimals", [-15, 15], all);
  });

/** A decimal lies next to its double: a value that differs from a whole number only by that counts as whole. */
function nearWhole(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= 4 * Number.EPSILON * Math.abs(whole) ? whole : value;
}

/** Halves can go either way: papers round them up, or to the even neighbor. */
const halfDown = (value: number): number => Math.ceil(value - 0.5);
const halfUp = (value: number): number => Math.floor(value + 0.5);

/** One number made of another. */
export const ARITHMETIC_FUNCTIONS: Record<string, LedgerFunction> = {
  abs: each(absoluteOf),
  sqrt: each(rootOf),
  exp: each(exponential),
  log: each(logarithm),
  round: cut(halfDown, halfUp),
  floor: cut(Math.floor),
  truncated: cut(Math.trunc),
};
