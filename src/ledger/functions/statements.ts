import { add, divide, exactly, isPoint, multiply, square, type Interval } from "../interval.js";
import { leaf, type Node } from "../graph.js";
import { shownInterval } from "../shown.js";
import { belowEach, everyTruth, kindOf, someTruth, type Truth, type Value } from "../value.js";
import {
  columnOf,
  compared,
  MANY,
  number,
  numberOf,
  numbersIn,
  wholeNumbers,
  withWhole,
  type Call,
  type LedgerFunction,
} from "./arguments.js";

const textOfNode = ({ look }: Call, node: Node): string => {
  const { interval, none } = look(node);
  return none === undefined ? shownInterval(interval) : "–";
};

const textsOf = (call: Call, nodes: readonly Node[], between: string): string =>
  nodes.map((node) => textOfNode(call, node)).join(between);

interface Truths {
  labels: string[];
  truths: Truth[];
  details: string[];
}

function truthsOf(args: readonly Value[], call: Call): Truths {
  const parts = args.map((arg): Truths => {
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

const joined =
  (join: (truths: readonly Truth[]) => Truth): LedgerFunction =>
  (args, call) => {
    const found = truthsOf(args, call);
    return { kind: "truth", truth: join(found.truths), detail: tally(found) };
  };

/** Whether each value is above (or below) the one before. */
const monotone =
  (operator: "<" | ">"): LedgerFunction =>
  (args, call) => {
    const nodes = numbersIn(args, call, 2);
    const truth = everyTruth(nodes.slice(1).map((node, at) => compared(operator, nodes[at]!, node, call)));
    return { kind: "truth", truth, detail: textsOf(call, nodes, ` ${operator} `) };
  };

/** The positions, from 1, that can be the largest: one, unless rounding leaves it open. */
const extreme =
  (operator: ">=" | "<="): LedgerFunction =>
  (args, call) => {
    const nodes = numbersIn(args, call, 2);
    const first = (node: Node): boolean =>
      nodes.every((other) => other === node || compared(operator, node, other, call) !== "no");
    const values = nodes.flatMap((node, at) => (first(node) ? [at + 1] : []));
    return { kind: "choice", values, detail: textsOf(call, nodes, "; ") };
  };

/** The positions, from 1, that can hold the k-th largest: one, unless rounding leaves it open. */
const order: LedgerFunction = (args, call) => {
  const nodes = numbersIn(args.slice(1), call, 2);
  const detail = textsOf(call, nodes, "; ");
  const placesOf = (k: number): number[] =>
    nodes.flatMap((node, at) => {
      const above = nodes.toSpliced(at, 1).map((other) => compared(">", other, node, call));
      const sure = above.filter((truth) => truth === "yes");
      const possible = above.filter((truth) => truth !== "no");
      return sure.length < k && possible.length >= k - 1 ? [at + 1] : [];
    });
  const which = numberOf(args[0], call, "argument.whichLargest");
  const places = wholeNumbers(which, call, "argument.whichLargest", 1, nodes.length).flatMap(placesOf);
  return { kind: "choice", values: [...new Set(places)], detail };
};

/** Whether some n that is printed so, and some whole sums, give what is printed. */
function anyOf(
  args: readonly Value[],
  call: Call,
  [first, count]: readonly [number, 1 | 2],
  holds: (values: Interval[], n: number, items: number) => { holds: boolean; detail: string },
): Value {
  const nodes = [numberOf(args[0], call, "argument.mean")];
  if (count === 2) nodes.push(numberOf(args[1], call, "argument.sd"));
  const found = nodes.map((node) => call.look(node));
  const nNode = numberOf(args[count], call, "argument.n");
  const ns = wholeNumbers(nNode, call, "argument.n", first, 1e12);
  const itemsNode = args[count + 1] === undefined ? null : numberOf(args[count + 1], call, "argument.items");
  const items = itemsNode === null ? [1] : wholeNumbers(itemsNode, call, "argument.items", 1, 1e6);
  if (found.some(({ none }) => none) || ns.length === 0 || items.length === 0)
    return { kind: "truth", truth: "none", detail: "–" };
  if (ns.length >= MANY || items.length >= MANY) return { kind: "truth", truth: "maybe", detail: "" };
  const values = found.map(({ interval }) => interval);
  const tries = ns.flatMap((n) => items.map((item) => holds(values, n, item)));
  const right = tries.find((one) => one.holds);
  return { kind: "truth", truth: right ? "yes" : "no", detail: (right ?? tries[0]!).detail };
}

const times = (interval: Interval, factor: number): Interval => multiply(interval, exactly(factor));

/** GRIM: whether a mean (or share) of n whole-number answers, on a given number of items each, can print as it does. */
const whole: LedgerFunction = (args, call) =>
  anyOf(args, call, [1, 1], ([mean], n, items) => {
    const sum = times(mean!, n * items);
    const holds = Math.ceil(sum[0]) <= sum[1];
    return { holds, detail: `${shownInterval(sum)} / ${n * items}` };
  });

/**
 * GRIMMER: whether a mean and a standard deviation (n - 1) of n whole-number answers, on a given number of items each,
 * can print as they do. It needs a whole sum S and a whole sum of squares Q, both even or both odd, as a number and its
 * square are.
 */
const grimmer: LedgerFunction = (args, call) =>
  anyOf(args, call, [2, 2], ([mean, sd], n, items) => {
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
      if ((Math.abs(first - total) % 2 === 0 ? first : first + 1) <= high) return { holds: true, detail };
    }
    return { holds: false, detail };
  });

/** How many statements hold: at least, and at most. */
function counted(truths: readonly Truth[]): Value {
  const sure = truths.filter((truth) => truth === "yes").length;
  const open = truths.filter((truth) => truth === "maybe" || truth === "none").length;
  return number({ ...leaf([sure, sure + open]), computed: true });
}

/** Statements about several numbers, and functions that count them. */
export const STATEMENTS: Record<string, LedgerFunction> = {
  all: joined(everyTruth),
  any: joined(someTruth),
  count: (args, call) => {
    if (args.some(({ kind }) => kind === "truth" || kind === "truths"))
      return counted(truthsOf(args, call).truths);
    const { length } = numbersIn(args, call, 0);
    return number(leaf([length, length]));
  },
  // The names of the rows of which a statement can hold
  where: (args, call) => {
    const { labels, truths } = truthsOf(args, call);
    return { kind: "rows", rows: labels.filter((_, at) => truths[at] === "yes" || truths[at] === "maybe") };
  },
  nth: (args, call) => {
    const { nodes } = columnOf(args[0], call, "argument.firstArgument");
    return withWhole(args[1], call, "argument.place", [1, nodes.length], (at) => number(nodes[at - 1]!));
  },
  oneOf: (args, call) => {
    const value = numberOf(args[0], call, "argument.firstArgument");
    const others = numbersIn(args.slice(1), call);
    const truths = others.map((other) => compared("==", value, other, call));
    return { kind: "truth", truth: someTruth(truths), detail: textsOf(call, others, ", ") };
  },
  within: (args, call) => {
    const [value, low, high] = numbersIn(args, call, 3) as [Node, Node, Node];
    const truth = everyTruth([compared(">=", value, low, call), compared("<=", value, high, call)]);
    return { kind: "truth", truth, detail: textsOf(call, [low, value, high], " <= ") };
  },
  rising: monotone("<"),
  falling: monotone(">"),
  largest: extreme(">="),
  smallest: extreme("<="),
  order,
  whole,
  grimmer,
  // How many limits a p-value is below: the stars that it earns
  starsOf: (args, call) => {
    const p = numberOf(args[0], call, "argument.p");
    const limits = args.slice(1).map((arg) => numberOf(arg, call, "argument.limit"));
    const exact = limits.flatMap(({ leaf: own }) => (own !== undefined && isPoint(own) ? own[0] : []));
    if (exact.length === limits.length) return counted(belowEach(p, exact, call.look));
    return counted(limits.map((limit) => compared("<", p, limit, call)));
  },
};
