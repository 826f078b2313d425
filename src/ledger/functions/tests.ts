import {
  chiSquaredPValue,
  distribution,
  fPValue,
  normalCdf,
  normalCritical,
  normalPValue,
  tCritical,
  tPValue,
} from "../../helper/statistics/distributions.js";
import {
  absoluteOf,
  aboveLimit,
  allHold,
  bounded,
  constant,
  isConstant,
  minus,
  monotoneOf,
  nowhere,
  over,
  plus,
  rootOf,
  squared,
  sumOf,
  times,
  type Domain,
  type Node,
} from "../graph.js";
import { isPoint, outward, within, type Interval } from "../interval.js";
import type { Value } from "../value.js";
import {
  columnsIn,
  MANY,
  number,
  numberOf,
  numbersIn,
  ofNumbers,
  textOf,
  wholeNumbers,
  type Call,
  type LedgerFunction,
} from "./arguments.js";

/**
 * The distributions are computed by @stdlib, accurate to better than 1e-10 of the value;
 * test/helper/statistics/distributions.test.ts compares them with SciPy. Bounds are moved outward by that, in units of
 * the last place.
 */
const UNITS = 1e-10 / Number.EPSILON;
const PROBABILITY: Interval = [0, 1];

const one = constant(1);
const two = constant(2);

/** Degrees of freedom, which must be above 0; `at` is their position among the operation's arguments. */
function freedom(arg: Value | undefined, call: Call): Node {
  const node = numberOf(arg, call, "argument.degreesFreedom");
  const high = call.look(node).interval[1];
  if (isConstant(node) && !(high > 0)) call.fail("error.degreesFreedomAbove0", { got: high });
  return node;
}
const free = (...places: number[]): Domain => ({
  holds: (args) => allHold(places.map((at) => aboveLimit(at, 0)(args))),
  says: "formula.none.freedom",
});

/** Two-sided, or the tail beyond the statistic on its own side, above it, or below it. */
const TAILS = ["two-sided", "one-sided", "greater", "less"];

/** A p-value by its lower tail, which falls where the statistic is lower. */
function tailOf(
  statistic: Node,
  more: readonly Node[],
  tails: string,
  below: (value: number, ...more: number[]) => number,
  twice: (value: number, ...more: number[]) => number,
): Value {
  const side = (value: number, ...rest: number[]): number => {
    if (tails === "two-sided") return twice(value, ...rest);
    if (tails === "less") return below(value, ...rest);
    return below(tails === "greater" ? -value : -Math.abs(value), ...rest);
  };
  const own = tails === "two-sided" || tails === "one-sided" ? absoluteOf(statistic) : statistic;
  const falls: Interval = tails === "less" ? [0, Infinity] : [-Infinity, 0];
  return number(
    monotoneOf([own, ...more], side, UNITS, {
      bounds: PROBABILITY,
      slopes: [falls, ...more.map((): Interval => [-Infinity, Infinity])],
      ...(more.length > 0 && { domain: free(1) }),
    }),
  );
}

/**
 * The upper tail of F at each of the values. With a = df2 / 2, b = df1 / 2 it is the incomplete beta function at
 * y = df2 / (df2 + df1 F), which rises in y and b and falls in a; where degrees vary, each is put where it bounds.
 */
function upperTailOfF([f, first, second]: readonly Interval[]): Interval {
  const at = (side: 0 | 1): number => {
    const value = f![1 - side]!;
    if (value <= 0) return 1;
    const [b, a] = [Math.max(0, first![side]!), Math.max(0, second![1 - side]!)];
    if (isPoint(first!) && isPoint(second!)) return fPValue(value, b, a);
    // The F that has this y with those degrees.
    const [few, many] = [Math.max(0, first![1 - side]!), Math.max(0, second![side]!)];
    if (a <= 0 || b <= 0 || few <= 0 || many <= 0 || !Number.isFinite(a + b + few + many)) return side;
    return fPValue((value * few * a) / (many * b), b, a);
  };
  return within(outward([at(0), at(1)], UNITS), PROBABILITY);
}

/** A limit of a confidence interval: with degrees of freedom by Student's t, without by the normal distribution. */
const limit =
  (side: 1 | -1): LedgerFunction =>
  (args, call) => {
    const estimate = numberOf(args[0], call, "argument.estimate");
    const error = numberOf(args[1], call, "argument.standardError");
    const level = numberOf(args[2], call, "argument.level");
    const [low, high] = call.look(level).interval;
    if (isConstant(level) && !(low > 0 && high < 1)) call.fail("error.levelBetween0And1", { got: low });
    const df = args[3] === undefined ? [] : [freedom(args[3], call)];
    const inside = (value: number): number => Math.min(1, Math.max(0, value));
    const critical = monotoneOf(
      [level, ...df],
      (share, own) => (own === undefined ? normalCritical(inside(share)) : tCritical(inside(share), own)),
      UNITS,
      { bounds: [0, Infinity], domain: df.length > 0 ? free(0, 1) : free(0) },
    );
    const reach = times(critical, error);
    return number(side === 1 ? plus(estimate, reach) : minus(estimate, reach));
  };

/** The four counts of a table: with and without the event, exposed first. */
const ofCounts =
  (give: (a: Node, b: Node, c: Node, d: Node) => Node): LedgerFunction =>
  (args, call) => {
    const nodes = numbersIn(args, call, 4);
    if (nodes.length !== 4) call.fail("error.fourCounts", { got: nodes.length });
    return number(give(...(nodes as [Node, Node, Node, Node])));
  };

const FIT = ["argument.rSquared", "argument.n", "argument.predictors"];

interface Group {
  mean: Node;
  sd: Node;
  n: Node;
}

/** Mean, standard deviation and n of each group: three columns, or three numbers per group. */
function groupsOf(args: readonly Value[], call: Call): Group[] {
  if (args.length === 3 && args.every(({ kind }) => kind === "column")) {
    const [means, sds, ns] = columnsIn(args, call, 2) as [Node[], Node[], Node[]];
    return means.map((mean, at) => ({ mean, sd: sds[at]!, n: ns[at]! }));
  }
  const nodes = numbersIn(args, call, 6);
  if (nodes.length % 3 !== 0) call.fail("formula.threeAGroup", { got: nodes.length });
  return nodes.flatMap((mean, at) => (at % 3 === 0 ? [{ mean, sd: nodes[at + 1]!, n: nodes[at + 2]! }] : []));
}

/** (n - 1) s² */
const withinGroup = ({ sd, n }: Group): Node => times(minus(n, one), squared(sd));

/** t of two means, with pooled variance or Welch's. */
const tOfMeans: LedgerFunction = (args, call) => {
  const kind = textOf(args[6], call, ["pooled", "welch"]);
  const groups = groupsOf(args.slice(0, 6), call);
  if (groups.length !== 2) call.fail("formula.twoGroups");
  const [a, b] = groups as [Group, Group];
  const squaredError =
    kind === "welch"
      ? plus(over(squared(a.sd), a.n), over(squared(b.sd), b.n))
      : times(
          over(plus(withinGroup(a), withinGroup(b)), minus(plus(a.n, b.n), two)),
          plus(over(one, a.n), over(one, b.n)),
        );
  return number(over(minus(a.mean, b.mean), rootOf(squaredError)));
};

/** One-way F of several means: the variance between groups divided by the one within. */
const fOfMeans: LedgerFunction = (args, call) => {
  const groups = groupsOf(args, call);
  const total = sumOf(groups.map(({ n }) => n));
  const mean = over(sumOf(groups.map((group) => times(group.n, group.mean))), total);
  const between = sumOf(groups.map((group) => times(group.n, squared(minus(group.mean, mean)))));
  const inside = sumOf(groups.map(withinGroup));
  const [df1, df2] = [constant(groups.length - 1), minus(total, constant(groups.length))];
  return number(over(over(between, df1), over(inside, df2)));
};

/** Pearson's chi-squared of a table of counts; "yates" subtracts n / 2 from |ad - bc| in a two-by-two table. */
const chiSquared: LedgerFunction = (args, call) => {
  const isLast = args.at(-1)?.kind === "text";
  const kind = textOf(isLast ? args.at(-1) : undefined, call, ["plain", "yates"]);
  const columns = columnsIn(isLast ? args.slice(0, -1) : args, call, 2);
  if (columns.length < 2) call.fail("formula.twoColumns");
  const rows = columns[0]!.map((_, at) => sumOf(columns.map((column) => column[at]!)));
  const sums = columns.map(sumOf);
  const n = sumOf(sums);
  if (kind === "yates") {
    if (columns.length !== 2 || rows.length !== 2) call.fail("formula.twoByTwo");
    const [[a, c], [b, d]] = columns as [[Node, Node], [Node, Node]];
    const apart = minus(absoluteOf(minus(times(a, d), times(b, c))), over(n, two));
    const product = [...rows, ...sums].reduce(times);
    return number(over(times(n, squared(bounded(apart, [0, Infinity]))), product));
  }
  const shares = columns.flatMap((column, j) =>
    column.map((count, i) => over(squared(count), times(rows[i]!, sums[j]!))),
  );
  return number(times(n, bounded(minus(sumOf(shares), one), [0, Infinity])));
};

/** Chi-squared's tail, which rises with its degrees of freedom; these are whole. */
const pOfChiSquared: LedgerFunction = (args, call) => {
  const statistic = numberOf(args[0], call, "argument.chiSquared");
  const df = freedom(args[1], call);
  const whole = wholeNumbers(df, call, "argument.degreesFreedom", 1, 1e6);
  if (whole.length === 0) return number(nowhere("formula.none.freedom", [df]));
  const [least, most] = [whole[0]!, whole.length === MANY ? Infinity : whole.at(-1)!];
  const p = (x: number, own: number): number =>
    x <= 0 || own === Infinity ? 1 : x === Infinity ? 0 : chiSquaredPValue(x, own);
  const of = ([x]: readonly Interval[]): Interval =>
    within(outward([p(x![1], least), p(x![0], most)], UNITS), PROBABILITY);
  return number({
    of,
    slopes: () => [
      [-Infinity, 0],
      [0, 0],
    ],
    args: [statistic, df],
  });
};

const t = (value: number, df: number): number => distribution("t").cdf(value, df);

/** Statistics that papers print for tests and models. */
export const TESTS: Record<string, LedgerFunction> = {
  // t of a correlation r of n pairs: r sqrt((n - 2) / (1 - r²))
  tOfR: ofNumbers(["argument.r", "argument.n"], (r, n) =>
    times(r, rootOf(over(minus(n, two), minus(one, squared(r))))),
  ),
  tOfMeans,
  fOfMeans,
  chiSquared,
  // P-values of t and z, upper tails of F and chi-squared
  pOfT: (args, call) => {
    const [statistic, df] = [numberOf(args[0], call, "argument.t"), freedom(args[1], call)];
    return tailOf(statistic, [df], textOf(args[2], call, TAILS), t, tPValue);
  },
  pOfZ: (args, call) =>
    tailOf(numberOf(args[0], call, "argument.z"), [], textOf(args[1], call, TAILS), normalCdf, normalPValue),
  pOfF: (args, call) => {
    const nodes = [numberOf(args[0], call, "argument.f"), freedom(args[1], call), freedom(args[2], call)];
    const unknown: Interval = [-Infinity, Infinity];
    return number({
      of: upperTailOfF,
      slopes: () => [[-Infinity, 0], unknown, unknown],
      args: nodes,
      domain: free(1, 2),
    });
  },
  pOfChiSquared,
  lower: limit(-1),
  upper: limit(1),
  // (R² / k) / ((1 - R²) / (n - k - 1))
  fOfRSquared: ofNumbers(FIT, (r, n, k) => over(times(over(r, minus(one, r)), minus(minus(n, k), one)), k)),
  // 1 - (1 - R²) (n - 1) / (n - k - 1)
  adjustedRSquared: ofNumbers(FIT, (r, n, k) =>
    minus(one, times(minus(one, r), over(minus(n, one), minus(minus(n, k), one)))),
  ),
  oddsRatio: ofCounts((a, b, c, d) => over(times(a, d), times(b, c))),
  riskRatio: ofCounts((a, b, c, d) => over(over(a, plus(a, b)), over(c, plus(c, d)))),
};
