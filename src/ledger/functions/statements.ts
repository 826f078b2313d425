import { enclose } from "../enclose.js";
import { leaf, type Node } from "../graph.js";
import { shownInterval } from "../shown.js";
import { compare, everyTruth, kindOf, not, type Truth, type Value } from "../value.js";
import {
  columnOf,
  number,
  numberOf,
  numbersIn,
  plainNumber,
  wholeNumber,
  type Call,
  type LedgerFunction,
} from "./arguments.js";
import { text } from "../../base/text.js";

const textOfNode = (node: Node): string => shownInterval(enclose(node).interval);

interface Truths {
  labels: string[];
  truths: Truth[];
  details: string[];
}

function truthsOf(args: readonly Value[], call: Call): Truths {
  const parts = args.map((arg): Truths => {
    if (arg.kind === "truths") return arg;
    if (arg.kind === "truth") return { labels: [""], truths: [arg.truth], details: [arg.detail] };
    return call.fail(text("error.statements", { caller: call.name, got: kindOf(arg) }));
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

/** Whether values rise (or fall) from each to the next. */
const monotone =
  (operator: "<" | ">"): LedgerFunction =>
  (args, call) => {
    const nodes = numbersIn(args, call, 2);
    const truth = everyTruth(nodes.slice(1).map((node, at) => compare(operator, nodes[at]!, node)));
    return { kind: "truth", truth, detail: nodes.map(textOfNode).join(` ${operator} `) };
  };

/** The places, from 1, that can be the largest: one, unless rounding leaves it open. */
const extreme =
  (operator: ">=" | "<="): LedgerFunction =>
  (args, call) => {
    const nodes = numbersIn(args, call, 2);
    const first = (node: Node): boolean =>
      nodes.every((other) => other === node || compare(operator, node, other) !== "no");
    const values = nodes.flatMap((node, at) => (first(node) ? [at + 1] : []));
    return { kind: "choice", values, detail: nodes.map(textOfNode).join("; ") };
  };

/** The places, from 1, that can hold the k-th largest: one, unless rounding leaves it open. */
const order: LedgerFunction = (args, call) => {
  const nodes = numbersIn(args.slice(1), call, 2);
  const k = wholeNumber(args[0], call, "argument.whichLargest");
  if (k < 1 || k > nodes.length)
    call.fail(text("error.whichLargest", { caller: call.name, length: nodes.length, got: k }));
  const values = nodes.flatMap((node, at) => {
    const above = nodes.toSpliced(at, 1).map((other) => compare(">", other, node));
    const [sure, possible] = [
      above.filter((truth) => truth === "yes"),
      above.filter((truth) => truth !== "no"),
    ];
    return sure.length < k && possible.length >= k - 1 ? [at + 1] : [];
  });
  return { kind: "choice", values, detail: nodes.map(textOfNode).join("; ") };
};

/** GRIM: whether a mean (or share) of n whole answers, on so many items each, can print so. */
const whole: LedgerFunction = (args, call) => {
  const mean = numberOf(args[0], call, "argument.mean");
  const items = args[2] === undefined ? 1 : wholeNumber(args[2], call, "argument.items");
  const n = wholeNumber(args[1], call, "argument.n") * items;
  const [low, high] = enclose(mean).interval;
  const holds = Math.ceil(low * n - 1e-9) <= high * n + 1e-9;
  return {
    kind: "truth",
    truth: holds ? "yes" : "no",
    detail: `${shownInterval([low * n, high * n])} / ${n}`,
  };
};

/** How many statements hold: surely, and at most. */
function counted(truths: readonly Truth[]): Value {
  const sure = truths.filter((truth) => truth === "yes").length;
  return number(leaf([sure, sure + truths.filter((truth) => truth === "maybe").length]));
}

/** Statements over several numbers, and what counts them. */
export const STATEMENTS: Record<string, LedgerFunction> = {
  all: (args, call) => {
    const found = truthsOf(args, call);
    return { kind: "truth", truth: everyTruth(found.truths), detail: tally(found) };
  },
  any: (args, call) => {
    const found = truthsOf(args, call);
    return { kind: "truth", truth: not(everyTruth(found.truths.map(not))), detail: tally(found) };
  },
  count: (args, call) => {
    if (args.some(({ kind }) => kind === "truth" || kind === "truths"))
      return counted(truthsOf(args, call).truths);
    const { length } = numbersIn(args, call, 0);
    return number(leaf([length, length]));
  },
  // The names of the rows of which a statement can hold
  where: (args, call) => {
    const { labels, truths } = truthsOf(args, call);
    return { kind: "rows", rows: labels.filter((_, at) => truths[at] !== "no") };
  },
  nth: (args, call) => {
    const { nodes } = columnOf(args[0], call, "argument.firstArgument");
    const at = wholeNumber(args[1], call, "argument.place");
    return number(nodes[at - 1] ?? call.none(text("error.nthPlaceFrom1", { length: nodes.length, got: at })));
  },
  oneOf: (args, call) => {
    const value = numberOf(args[0], call, "argument.firstArgument");
    const others = numbersIn(args.slice(1), call);
    const found = others.some((other) => compare("==", value, other) === "yes");
    return { kind: "truth", truth: found ? "yes" : "no", detail: others.map(textOfNode).join(", ") };
  },
  within: (args, call) => {
    const [value, low, high] = numbersIn(args, call, 3) as [Node, Node, Node];
    const truth = everyTruth([compare(">=", value, low), compare("<=", value, high)]);
    return { kind: "truth", truth, detail: [low, value, high].map(textOfNode).join(" <= ") };
  },
  rising: monotone("<"),
  falling: monotone(">"),
  largest: extreme(">="),
  smallest: extreme("<="),
  order,
  whole,
  // How many of the limits a p-value stays below: the stars that it earns
  starsOf: (args, call) => {
    const p = numberOf(args[0], call, "argument.p");
    const limits = args.slice(1).map((arg) => plainNumber(arg, call, "argument.limit"));
    return counted(limits.map((limit) => compare("<", p, leaf([limit, limit]))));
  },
};
