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
import { exactly, isPoint, outward, WHOLE, within, type Interval } from "../interval.js";
import type { Value } from "../value.js";
import { aNumber, aWord, columns, columnsIn, lastWord, MANY, maybe, rest, numberOf } from "./arguments.js";
import { takes, wholeNumbers, type Call, type LedgerFunction } from "./arguments.js";

/**
 * The distributions are computed by @stdlib, accurate to better than 1e-10 of the value;
 * test/helper/statistics/distributions.test.ts compares them with SciPy. Bounds are moved outward by that, in units of
 * the last place.
 */
const UNITS = 1e-10 / Number.EPSILON;
const PROBABILITY: Interval = [0, 1];
const RISING: Interval = [0, Infinity];
const FALLING: Interval = [-Infinity, 0];

const one = constant(1);
const two = constant(2);

/** Degrees of freedom, which must be above 0; `at` is their position among the operation's arguments. */
function freedom(left: Value[], call: Call): Node {
  const node = numberOf(left.shift(), call, "argument.degreesFreedom");
  const high = call.look(node).interval[1];
  if (isConstant(node) && !(high > 0)) call.fail("error.degreesFreedomAbove0", { got: high });
  return node;
}
const free = (...places: number[]): Domain => ({
  holds: (args) => allHold(places.map((at) => aboveLimit(at, 0)(args))),
  says: "formula.none.freedom",
});

/** Two-sided, or the tail beyond the statistic on its own side, above it, or below it. */
const tails = aWord("two-sided", "one-sided", "greater", "less");

/** A p-value by its lower tail, which falls where the statistic is lower. */
function tailOf(
  statistic: Node,
  more: readonly Node[],
  which: string,
  below: (value: number, ...more: number[]) => number,
  twice: (value: number, ...more: number[]) => number,
): Node {
  const side = (value: number, ...rest: number[]): number => {
    if (which === "two-sided") return twice(value, ...rest);
    if (which === "less") return below(value, ...rest);
    return below(which === "greater" ? -value : -Math.abs(value), ...rest);
  };
  const own = which === "two-sided" || which === "one-sided" ? absoluteOf(statistic) : statistic;
  return monotoneOf([own, ...more], side, UNITS, {
    bounds: PROBABILITY,
    slopes: [which === "less" ? RISING : FALLING, ...more.map(() => WHOLE)],
    ...(more.length > 0 && { domain: free(1) }),
  });
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

/** A share of the distribution, between 0 and 1. */
function level(left: Value[], call: Call): Node {
  const node = numberOf(left.shift(), call, "argument.level");
  const [low, high] = call.look(node).interval;
  if (isConstant(node) && !(low > 0 && high < 1)) call.fail("error.levelBetween0And1", { got: low });
  return node;
}

/** A limit of a confidence interval: with degrees of freedom by Student's t, without by the normal distribution. */
const limit = (end: (estimate: Node, reach: Node) => Node) =>
  takes(
    [aNumber("argument.estimate"), aNumber("argument.standardError"), level, maybe(freedom)],
    (estimate, error, share, df) => {
      const own = df === undefined ? [] : [df];
      const inside = (value: number): number => Math.min(1, Math.max(0, value));
      const critical = monotoneOf(
        [share, ...own],
        (value, n) => (n === undefined ? normalCritical(inside(value)) : tCritical(inside(value), n)),
        UNITS,
        { bounds: RISING, domain: df === undefined ? free(0) : free(0, 1) },
      );
      return end(estimate, times(critical, error));
    },
  );

/** The four counts of a table: with and without the event, exposed first. */
const ofCounts = (give: (a: Node, b: Node, c: Node, d: Node) => Node) =>
  takes([rest(4)], (nodes, call) => {
    if (nodes.length !== 4) call.fail("error.fourCounts", { got: nodes.length });
    return give(...(nodes as [Node, Node, Node, Node]));
  });

const FIT = [aNumber("argument.rSquared"), aNumber("argument.n"), aNumber("argument.predictors")] as const;

interface Group {
  mean: Node;
  sd: Node;
  n: Node;
}

/** Mean, standard deviation and n of each group: three columns, or three numbers per group. */
function groups(left: Value[], call: Call): Group[] {
  if (left.length === 3 && left.every(({ kind }) => kind === "column")) {
    const [means, sds, ns] = columnsIn(left, call, 2) as [Node[], Node[], Node[]];
    return means.map((mean, at) => ({ mean, sd: sds[at]!, n: ns[at]! }));
  }
  const nodes = rest(6)(left, call);
  if (nodes.length % 3 !== 0) call.fail("formula.threeAGroup", { got: nodes.length });
  return nodes.flatMap((mean, at) => (at % 3 === 0 ? [{ mean, sd: nodes[at + 1]!, n: nodes[at + 2]! }] : []));
}

/** (n - 1) s² */
const withinGroup = ({ sd, n }: Group): Node => times(minus(n, one), squared(sd));

/** t of two means, with pooled variance or Welch's. */
const tOfMeans = takes([lastWord("pooled", "welch"), groups], (kind, both, call) => {
  if (both.length !== 2) call.fail("formula.twoGroups");
  const [a, b] = both as [Group, Group];
  const squaredError =
    kind === "welch"
      ? plus(over(squared(a.sd), a.n), over(squared(b.sd), b.n))
      : times(
          over(plus(withinGroup(a), withinGroup(b)), minus(plus(a.n, b.n), two)),
          plus(over(one, a.n), over(one, b.n)),
        );
  return over(minus(a.mean, b.mean), rootOf(squaredError));
});

/** One-way F of several means: the variance between groups divided by the one within. */
const fOfMeans = takes([groups], (all) => {
  const total = sumOf(all.map(({ n }) => n));
  const mean = over(sumOf(all.map((group) => times(group.n, group.mean))), total);
  const between = sumOf(all.map((group) => times(group.n, squared(minus(group.mean, mean)))));
  const inside = sumOf(all.map(withinGroup));
  return over(over(between, constant(all.length - 1)), over(inside, minus(total, constant(all.length))));
});

/** Pearson's chi-squared of a table of counts; "yates" subtracts n / 2 from |ad - bc| in a two-by-two table. */
const chiSquared = takes([lastWord("plain", "yates"), columns(2)], (kind, counts, call) => {
  if (counts.length < 2) call.fail("formula.twoColumns");
  const rows = counts[0]!.map((_, at) => sumOf(counts.map((column) => column[at]!)));
  const sums = counts.map(sumOf);
  const n = sumOf(sums);
  if (kind === "yates") {
    if (counts.length !== 2 || rows.length !== 2) call.fail("formula.twoByTwo");
    const [[a, c], [b, d]] = counts as [[Node, Node], [Node, Node]];
    const apart = minus(absoluteOf(minus(times(a, d), times(b, c))), over(n, two));
    return over(times(n, squared(bounded(apart, RISING))), [...rows, ...sums].reduce(times));
  }
  const shares = counts.flatMap((column, j) =>
    column.map((count, i) => over(squared(count), times(rows[i]!, sums[j]!))),
  );
  return times(n, bounded(minus(sumOf(shares), one), RISING));
});

/** Chi-squared's tail, which rises with its degrees of freedom; these are whole if printed without decimals. */
const pOfChiSquared = takes([aNumber("argument.chiSquared"), freedom], (statistic, df, call) => {
  const p = (x: number, own: number): number => {
    if (x <= 0 || own === Infinity) return 1;
    return own <= 0 || x === Infinity ? 0 : chiSquaredPValue(x, own);
  };
  const [low, high] = call.look(df).interval;
  const how = { bounds: PROBABILITY, slopes: [FALLING, RISING], domain: free(1) };
  if (!(high - low > 0.99)) return monotoneOf([statistic, df], p, UNITS, how);
  const whole = wholeNumbers(df, call, "argument.degreesFreedom", 1, 1e6);
  if (whole.length === 0) return nowhere("formula.none.freedom", [df]);
  const [least, most] = [whole[0]!, whole.length === MANY ? Infinity : whole.at(-1)!];
  const of = ([x]: readonly Interval[]): Interval =>
    within(outward([p(x![1], least), p(x![0], most)], UNITS), PROBABILITY);
  return { of, slopes: () => [FALLING, exactly(0)], args: [statistic, df] };
});

const t = (value: number, df: number): number => distribution("t").cdf(value, df);

/** Statistics that papers print for tests and models. */
export const TESTS: Record<string, LedgerFunction> = {
  // t of a correlation r of n pairs: r sqrt((n - 2) / (1 - r²))
  tOfR: takes([aNumber("argument.r"), aNumber("argument.n")], (r, n) =>
    times(r, rootOf(over(minus(n, two), minus(one, squared(r))))),
  ),
  tOfMeans,
  fOfMeans,
  chiSquared,
  // P-values of t and z, upper tails of F and chi-squared
  pOfT: takes([aNumber("argument.t"), freedom, tails], (value, df, which) =>
    tailOf(value, [df], which, t, tPValue),
  ),
  pOfZ: takes([aNumber("argument.z"), tails], (z, which) => tailOf(z, [], which, normalCdf, normalPValue)),
  pOfF: takes([aNumber("argument.f"), freedom, freedom], (f, df1, df2) => ({
    ...{ of: upperTailOfF, slopes: () => [FALLING, WHOLE, WHOLE], args: [f, df1, df2] },
    ...{ wide: [1, 2], domain: free(1, 2) },
  })),
  pOfChiSquared,
  lower: limit(minus),
  upper: limit(plus),
  // (R² / k) / ((1 - R²) / (n - k - 1))
  fOfRSquared: takes(FIT, (r, n, k) => over(times(over(r, minus(one, r)), minus(minus(n, k), one)), k)),
  // 1 - (1 - R²) (n - 1) / (n - k - 1)
  adjustedRSquared: takes(FIT, (r, n, k) =>
    minus(one, times(minus(one, r), over(minus(n, one), minus(minus(n, k), one)))),
  ),
  oddsRatio: ofCounts((a, b, c, d) => over(times(a, d), times(b, c))),
  riskRatio: ofCounts((a, b, c, d) => over(over(a, plus(a, b)), over(c, plus(c, d)))),
};
