import { add, divide, exactly, isPoint, multiply, square, type Interval } from "../interval.js";
import { leaf, type Node } from "../graph.js";
import { shownInterval } from "../shown.js";
import { belowEach, everyTruth, kindOf, someTruth, type Truth, type Value } from "../value.js";
import { aColumn, aNumber, aValue, compared, MANY, maybe, number, rest } from "./arguments.js";
import { takes, wholeNumbers, withWhole, type Call, type LedgerFunction } from "./arguments.js";

const textsOf = ({ look }: Call, nodes: readonly Node[], between: string): string =>
  nodes
    .map((node) => look(node))
    .map(({ interval, none }) => (none === undefined ? shownInterval(interval) : "–"))
    .join(between);

interface Truths {
  labels: string[];
  truths: Truth[];
  details: string[];
}

function statements(left: Value[], call: Call): Truths {
  const parts = left.splice(0).map((arg): Truths => {
    if (arg.kind === "truths") return arg;
    if (arg.kind === "truth") return { labels: [""], truths: [arg.truth], details: [arg.detail] };
    return call.fail("error.statements", { got: kindOf(arg) });
  });
  return {
    labels: parts.flatMap(({ labels }) => labels),
    truths: parts.flatMap(({ truths }) => truths),
    details: parts.flatMap(({ details }) => details),
  };
}

/** How many hold, and which do not: "6/9; ≠ 2016 (67 <= 30) ...". */
function tally({ labels, truths, details }: Truths): string {
  const others = labels.flatMap((name, at) => (truths[at] === "yes" ? [] : [`${name} (${details[at]})`]));
  const yes = truths.filter((truth) => truth === "yes").length;
  const list = `${others.slice(0, 12).join(", ")}${others.length > 12 ? ", …" : ""}`;
  return `${yes}/${truths.length}${others.length === 0 ? "" : `; ≠ ${list}`}`;
}

const joined = (join: (truths: readonly Truth[]) => Truth) =>
  takes([statements], (all) => ({ kind: "truth", truth: join(all.truths), detail: tally(all) }));

/** Whether each value is above (or below) the one before. */
const monotone = (operator: "<" | ">") =>
  takes([rest(2)], (nodes, call) => {
    const truth = everyTruth(nodes.slice(1).map((node, at) => compared(operator, nodes[at]!, node, call)));
    return { kind: "truth", truth, detail: textsOf(call, nodes, ` ${operator} `) };
  });

/** The positions, from 1, that can be the largest: one, unless rounding leaves it open. */
const extreme = (operator: ">=" | "<=") =>
  takes([rest(2)], (nodes, call) => {
    const first = (node: Node): boolean =>
      nodes.every((other) => other === node || compared(operator, node, other, call) !== "no");
    const values = nodes.flatMap((node, at) => (first(node) ? [at + 1] : []));
    return { kind: "choice", values, detail: textsOf(call, nodes, "; ") };
  });

/** The positions, from 1, that can hold the k-th largest: one, unless rounding leaves it open. */
const order = takes([aNumber("argument.whichLargest"), rest(2)], (which, nodes, call) => {
  const placesOf = (k: number): number[] =>
    nodes.flatMap((node, at) => {
      const above = nodes.toSpliced(at, 1).map((other) => compared(">", other, node, call));
      const sure = above.filter((truth) => truth === "yes");
      const possible = above.filter((truth) => truth !== "no");
      return sure.length < k && possible.length >= k - 1 ? [at + 1] : [];
    });
  const places = wholeNumbers(which, call, "argument.whichLargest", 1, nodes.length).flatMap(placesOf);
  return { kind: "choice", values: [...new Set(places)], detail: textsOf(call, nodes, "; ") };
});

const eachOf = (whats: readonly string[]) => (left: Value[], call: Call) =>
  whats.map((what) => aNumber(what)(left, call));

/** Whether some n that is printed so, and some whole sums, give what is printed; n is the last of these arguments. */
const anyOf = (
  whats: readonly string[],
  least: number,
  holds: (values: Interval[], n: number, items: number) => { holds: boolean; detail: string },
) =>
  takes([eachOf(whats), maybe(aNumber("argument.items"))], (nodes, itemsNode, call) => {
    const found = nodes.slice(0, -1).map((node) => call.look(node));
    const ns = wholeNumbers(nodes.at(-1)!, call, "argument.n", least, 1e12);
    const items = itemsNode === undefined ? [1] : wholeNumbers(itemsNode, call, "argument.items", 1, 1e6);
    if (found.some(({ none }) => none) || ns.length === 0 || items.length === 0)
      return { kind: "truth", truth: "none", detail: "–" };
    if (ns.length >= MANY || items.length >= MANY) return { kind: "truth", truth: "maybe", detail: "" };
    const values = found.map(({ interval }) => interval);
    const tries = ns.flatMap((n) => items.map((item) => holds(values, n, item)));
    const right = tries.find((one) => one.holds);
    return { kind: "truth", truth: right ? "yes" : "no", detail: (right ?? tries[0]!).detail };
  });

const times = (interval: Interval, factor: number): Interval => multiply(interval, exactly(factor));

/** GRIM: whether a mean (or share) of n whole-number answers, on a given number of items each, can print as it does. */
const whole = anyOf(["argument.mean", "argument.n"], 1, ([mean], n, items) => {
  const sum = times(mean!, n * items);
  return { holds: Math.ceil(sum[0]) <= sum[1], detail: `${shownInterval(sum)} / ${n * items}` };
});

/**
 * Whether some n whole numbers have this sum and this sum of squares, by the least of them. Four or fewer may not have
 * them; five or more do.
 */
function someHave(n: number, total: number, squares: number): boolean {
  const spread = n * squares - total * total;
  if (n === 2 || spread < 0) return Number.isInteger(Math.sqrt(spread));
  const least = (total - Math.sqrt((n - 1) * spread)) / n;
  for (let one = Math.floor(total / n); one >= least - 1e-9; one--)
    if (someHave(n - 1, total - one, squares - one * one)) return true;
  return false;
}

/**
 * GRIMMER: whether a mean and a standard deviation (n - 1) of n whole-number answers, on a given number of items each,
 * can print as they do. It needs a whole sum S and a whole sum of squares Q, both even or both odd, as a number and its
 * square are.
 */
const grimmer = anyOf(["argument.mean", "argument.sd", "argument.n"], 2, ([mean, sd], n, items) => {
  const sum = times(mean!, n * items);
  const squares = times(square(times([Math.max(0, sd![0]), sd![1]], items)), n - 1);
  const detail = `${shownInterval(sum)} / ${n * items}; ${shownInterval(squares)}`;
  const [first, last] = [Math.ceil(sum[0]), Math.floor(sum[1])];
  if (last - first >= MANY) return { holds: true, detail };
  for (let total = first; total <= last; total++) {
    const [low, high] = add(divide(square(exactly(total)), exactly(n)), squares);
    // The least sum of squares with this total has answers that differ by at most 1.
    const rest = ((total % n) + n) % n;
    const even = (total - rest) / n;
    const floor = n * even * even + rest * (2 * even + 1);
    const first = Math.max(floor, Math.ceil(low));
    for (let sum = first + (Math.abs(first - total) % 2); sum <= high; sum += 2)
      if (n > 4 || someHave(n, total, sum)) return { holds: true, detail };
  }
  return { holds: false, detail };
});

/** How many statements hold: at least, and at most. */
function counted(truths: readonly Truth[]): Value {
  const sure = truths.filter((truth) => truth === "yes").length;
  const open = truths.filter((truth) => truth === "maybe" || truth === "none").length;
  return number({ ...leaf([sure, sure + open]), computed: true });
}

function limits(left: Value[], call: Call): Node[] {
  if (left.length === 0) call.fail("error.atLeastNumbers", { count: 2, got: 1 });
  return left.splice(0).map((arg) => aNumber("argument.limit")([arg], call));
}

/** Statements about several numbers, and functions that count them. */
export const STATEMENTS: Record<string, LedgerFunction> = {
  all: joined(everyTruth),
  any: joined(someTruth),
  count: (args, call) => {
    if (args.some(({ kind }) => kind === "truth" || kind === "truths"))
      return counted(statements([...args], call).truths);
    const { length } = rest(0)([...args], call);
    return number(leaf([length, length]));
  },
  // The names of the rows of which a statement can hold
  where: takes([statements], ({ labels, truths }) => ({
    kind: "rows",
    rows: labels.filter((_, at) => truths[at] === "yes" || truths[at] === "maybe"),
  })),
  nth: takes([aColumn("argument.firstArgument"), aValue], ({ nodes }, place, call) =>
    withWhole(place, call, "argument.place", [1, nodes.length], (at) => number(nodes[at - 1]!)),
  ),
  oneOf: takes([aNumber("argument.firstArgument"), rest()], (value, others, call) => {
    const truth = someTruth(others.map((other) => compared("==", value, other, call)));
    return { kind: "truth", truth, detail: textsOf(call, others, ", ") };
  }),
  within: takes([rest(3, 3)], (nodes, call) => {
    const [value, low, high] = nodes as [Node, Node, Node];
    const truth = everyTruth([compared(">=", value, low, call), compared("<=", value, high, call)]);
    return { kind: "truth", truth, detail: textsOf(call, [low, value, high], " <= ") };
  }),
  rising: monotone("<"),
  falling: monotone(">"),
  largest: extreme(">="),
  smallest: extreme("<="),
  order,
  whole,
  grimmer,
  // How many limits a p-value is below: the stars that it earns
  starsOf: takes([aNumber("argument.p"), limits], (p, nodes, call) => {
    const exact = nodes.flatMap(({ leaf: own }) => (own !== undefined && isPoint(own) ? own[0] : []));
    if (exact.length === nodes.length) return counted(belowEach(p, exact, call.look));
    return counted(nodes.map((limit) => compared("<", p, limit, call)));
  }),
};
