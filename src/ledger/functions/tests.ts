import { normalCritical, tCritical, tPValue } from "../../helper/statistics/distributions.js";
import { chiSquaredPValue, fPValue, normalPValue } from "../../helper/statistics/tail-areas.js";
import {
  absoluteOf,
  constant,
  exponential,
  leaf,
  logarithm,
  minus,
  negated,
  over,
  plus,
  risingOf,
  rootOf,
  squared,
  times,
  type Node,
} from "../graph.js";
import { outward } from "../interval.js";
import type { Value } from "../value.js";
import {
  number,
  numberOf,
  numbersIn,
  plainNumber,
  wholeNumber,
  type Call,
  type LedgerFunction,
} from "./arguments.js";
import { text } from "../../base/text.js";

/**
 * The distributions are computed by @stdlib, right to better than 1e-10 of the value; test/helper/statistics/distributions.test.ts
 * holds them against SciPy. Bounds are moved outward by that, in units of the last place.
 */
const UNITS = 1e-10 / Number.EPSILON;

const one = constant(1);

/** A p-value falls where its statistic rises. */
const falling = (statistic: Node, p: (value: number) => number): Value =>
  number(risingOf(negated(statistic), (value) => p(-value), UNITS, [0, 1]));

function freedom(arg: Value | undefined, call: Call): number {
  const df = plainNumber(arg, call, "argument.degreesFreedom");
  return df > 0 ? df : call.none(text("error.degreesFreedomAbove0", { caller: call.name, got: df }));
}

/** A limit of a confidence interval: with degrees of freedom by Student's t, without by the normal distribution. */
const limit =
  (side: 1 | -1): LedgerFunction =>
  (args, call) => {
    const estimate = numberOf(args[0], call, "argument.estimate");
    const error = numberOf(args[1], call, "argument.standardError");
    const level = plainNumber(args[2], call, "argument.level");
    if (!(level > 0 && level < 1))
      call.fail(text("error.levelBetween0And1", { caller: call.name, got: level }));
    const critical = args[3] === undefined ? normalCritical(level) : tCritical(level, freedom(args[3], call));
    const reach = times(leaf(outward([critical, critical], UNITS)), error);
    return number(side === 1 ? plus(estimate, reach) : minus(estimate, reach));
  };

/** The four counts of a table: with and without the event, exposed first. */
function four(args: Value[], call: Call): [Node, Node, Node, Node] {
  const nodes = numbersIn(args, call, 4);
  if (nodes.length !== 4) call.fail(text("error.fourCounts", { caller: call.name, got: nodes.length }));
  return nodes as [Node, Node, Node, Node];
}

/** R², n and the number of predictors. */
function fitOf(args: Value[], call: Call): [Node, Node, Node] {
  return ["argument.rSquared", "argument.n", "argument.predictors"].map((what, at) =>
    numberOf(args[at], call, what),
  ) as [Node, Node, Node];
}

/** Of a number, or of every number of a column. */
const each =
  (of: (node: Node) => Node): LedgerFunction =>
  ([arg], call) =>
    arg?.kind === "column" && arg.nodes.length > 1
      ? { kind: "column", labels: arg.labels, nodes: arg.nodes.map(of) }
      : number(of(numberOf(arg, call, "argument.only")));

/** What papers print of tests and models. */
export const TESTS: Record<string, LedgerFunction> = {
  abs: each(absoluteOf),
  sqrt: each(rootOf),
  exp: each(exponential),
  log: each(logarithm),
  // t of a correlation r of n pairs: r sqrt((n - 2) / (1 - r²))
  tOfR: (args, call) => {
    const [r, n] = [numberOf(args[0], call, "argument.r"), numberOf(args[1], call, "argument.n")];
    return number(times(r, rootOf(over(minus(n, constant(2)), minus(one, squared(r))))));
  },
  // Two-sided p-values of t and z, upper tails of F and chi-squared
  pOfT: (args, call) => {
    const df = freedom(args[1], call);
    return falling(absoluteOf(numberOf(args[0], call, "argument.t")), (t) => tPValue(t, df));
  },
  pOfZ: (args, call) => falling(absoluteOf(numberOf(args[0], call, "argument.z")), normalPValue),
  pOfF: (args, call) => {
    const [df1, df2] = [freedom(args[1], call), freedom(args[2], call)];
    return falling(numberOf(args[0], call, "argument.f"), (f) => (f <= 0 ? 1 : fPValue(f, df1, df2)));
  },
  pOfChiSquared: (args, call) => {
    const df = wholeNumber(args[1], call, "argument.degreesFreedom");
    if (df < 1) call.fail(text("error.degreesFreedomAbove0", { caller: call.name, got: df }));
    return falling(numberOf(args[0], call, "argument.chiSquared"), (x) =>
      x <= 0 ? 1 : chiSquaredPValue(x, df),
    );
  },
  lower: limit(-1),
  upper: limit(1),
  // (R² / k) / ((1 - R²) / (n - k - 1))
  fOfRSquared: (args, call) => {
    const [r, n, k] = fitOf(args, call);
    return number(over(times(over(r, minus(one, r)), minus(minus(n, k), one)), k));
  },
  // 1 - (1 - R²) (n - 1) / (n - k - 1)
  adjustedRSquared: (args, call) => {
    const [r, n, k] = fitOf(args, call);
    return number(minus(one, times(minus(one, r), over(minus(n, one), minus(minus(n, k), one)))));
  },
  oddsRatio: (args, call) => {
    const [a, b, c, d] = four(args, call);
    return number(over(times(a, d), times(b, c)));
  },
  riskRatio: (args, call) => {
    const [a, b, c, d] = four(args, call);
    return number(over(over(a, plus(a, b)), over(c, plus(c, d))));
  },
};
