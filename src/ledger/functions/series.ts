import {
  bounded,
  constant,
  exponential,
  isConstant,
  logarithm,
  minus,
  nowhere,
  over,
  plus,
  rootOf,
  squared,
  sumOf,
  times,
  type Node,
} from "../graph.js";
import { aColumn, aValue, aWord, columnsIn, numberOf, rest } from "./arguments.js";
import { takes, twoColumns, withWhole, type LedgerFunction } from "./arguments.js";
import { enclose } from "../enclose.js";
import { middle, type Interval } from "../interval.js";
import type { Value } from "../value.js";
import { correlation, deviations, meanOf, products, squares } from "./statistics.js";

const one = constant(1);

/** Centered totals or means over a window; a member with an incomplete window has none. */
const moving = (mean: boolean) =>
  takes([aColumn("argument.firstArgument"), aValue], ({ labels, nodes }, arg, call) => {
    const all = (node: Node): Value => ({ kind: "column", labels, nodes: labels.map(() => node) });
    const windows = (width: number): Value => {
      const own = numberOf(arg, call, "argument.width");
      if (width % 2 === 0 && isConstant(own))
        call.fail("error.oddWidthFrom1", { length: nodes.length, got: width });
      if (width % 2 === 0) return all(nowhere("formula.none.argument", [own]));
      const side = (width - 1) / 2;
      const inside = labels.slice(side, nodes.length - side);
      const totals = inside.map((_, at) => sumOf(nodes.slice(at, at + width)));
      const means = (): Node[] => totals.map((total) => over(total, constant(width)));
      return { kind: "column", labels: inside, nodes: mean ? means() : totals };
    };
    return withWhole(arg, call, "argument.width", [1, nodes.length], windows, all);
  });

/** Growth of each member relative to the previous one ("chain") or to the first ("base"). */
const growth = takes(
  [aColumn("argument.firstArgument"), aWord("absolute", "factor", "rate"), aWord("chain", "base")],
  ({ labels, nodes }, what, against) => {
    const of = (now: Node, before: Node): Node => {
      if (what === "absolute") return minus(now, before);
      return what === "factor" ? over(now, before) : minus(over(now, before), one);
    };
    return {
      kind: "column",
      labels: labels.slice(1),
      nodes: nodes.slice(1).map((node, at) => of(node, against === "chain" ? nodes[at]! : nodes[0]!)),
    };
  },
);

/** A fit's residual standard deviation s and its standard errors: s times the square root of each of these. */
function errorsOf(
  residuals: readonly Node[],
  freedom: number,
  factors: Record<string, Node>,
): Record<string, Node> {
  if (freedom < 1) return {};
  const residualStandardError = rootOf(over(squares(residuals), constant(freedom)));
  const errorOf = (factor: Node): Node => times(residualStandardError, rootOf(factor));
  const errors = Object.entries(factors).map(([name, factor]) => [`${name}StandardError`, errorOf(factor)]);
  return { residualStandardError, ...(Object.fromEntries(errors) as Record<string, Node>) };
}

/** Least-squares line through points: slope, intercept, R², standard errors, and the value at a point. */
const trend = takes([twoColumns(2)], ([x, y]) => {
  const [dx, dy] = [deviations(x), deviations(y)];
  const slope = over(products(dx, dy), squares(dx));
  const residuals = dy.map((node, at) => minus(node, times(slope, dx[at]!)));
  const ofIntercept = plus(over(one, constant(x.length)), over(squared(meanOf(x)), squares(dx)));
  return {
    kind: "model",
    members: {
      slope,
      intercept: minus(meanOf(y), times(slope, meanOf(x))),
      rSquared: bounded(squared(correlation(x, y)), [0, 1]),
      ...errorsOf(residuals, x.length - 2, { slope: over(one, squares(dx)), intercept: ofIntercept }),
    },
    at: (members, where) => plus(members["intercept"]!, times(members["slope"]!, where)),
  };
});

const sizeOf = (attained: Interval): number => (attained[0] <= attained[1] ? Math.abs(middle(attained)) : 0);

/** Solves linear equations by elimination with the largest pivot first; each step is an operation of the graph. */
function solve(matrix: readonly Node[][], right: readonly Node[]): Node[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const sizes = rows.slice(at).map((row) => sizeOf(enclose(row[at]!, 0).attained));
    const place = at + sizes.indexOf(Math.max(...sizes));
    [rows[at], rows[place]] = [rows[place]!, rows[at]!];
    const pivot = rows[at]!;
    for (let below = at + 1; below < size; below++) {
      const factor = over(rows[below]![at]!, pivot[at]!);
      rows[below] = rows[below]!.map((node, column) =>
        column <= at ? node : minus(node, times(factor, pivot[column]!)),
      );
    }
  }
  const solution: Node[] = new Array<Node>(size);
  for (let at = size - 1; at >= 0; at--) {
    const known = rows[at]!.slice(at + 1, size);
    const rest = known.reduce(
      (sum, node, index) => minus(sum, times(node, solution[at + 1 + index]!)),
      rows[at]![size]!,
    );
    solution[at] = over(rest, rows[at]![at]!);
  }
  return solution;
}

/** Least squares on several columns, dependent variable first: intercept, b1, b2 ..., R², standard errors. */
const regression: LedgerFunction = (args, call) => {
  const [y, ...xs] = columnsIn(args, call, args.length + 1) as [Node[], ...Node[][]];
  if (xs.length === 0) call.fail("error.regressionDependentColumnAndAt");
  const dxs = xs.map(deviations);
  const dy = deviations(y);
  const cross = dxs.map((a) => dxs.map((b) => products(a, b)));
  const right = dxs.map((a) => products(a, dy));
  const slopes = solve(cross, right);
  const explained = sumOf(slopes.map((slope, at) => times(slope, products(dxs[at]!, dy))));
  const atMeans = sumOf(slopes.map((slope, at) => times(slope, meanOf(xs[at]!))));
  const residuals = dy.map((node, row) =>
    minus(node, sumOf(slopes.map((slope, at) => times(slope, dxs[at]![row]!)))),
  );
  // Columns of the inverse of the cross products, and what it makes of the means.
  const unit = (own: number): Node[] => xs.map((_, at) => constant(at === own ? 1 : 0));
  const atCentre = solve(cross, xs.map(meanOf));
  const factors = Object.fromEntries(xs.map((_, at) => [`b${at + 1}`, solve(cross, unit(at))[at]!]));
  const atOrigin = sumOf(atCentre.map((node, at) => times(node, meanOf(xs[at]!))));
  const intercept = plus(over(one, constant(y.length)), atOrigin);
  return {
    kind: "model",
    members: {
      intercept: minus(meanOf(y), atMeans),
      rSquared: bounded(over(explained, squares(dy)), [0, 1]),
      ...Object.fromEntries(slopes.map((slope, at) => [`b${at + 1}`, slope])),
      ...errorsOf(residuals, y.length - xs.length - 1, { intercept, ...factors }),
    },
  };
};

/** Functions of ordered series, lines and regressions. */
export const SERIES_FUNCTIONS: Record<string, LedgerFunction> = {
  total: moving(false),
  average: moving(true),
  differences: growth,
  growth,
  // The mean growth rate over a number of periods: (last / first)^(1 / periods) - 1
  meanGrowth: takes([rest(3, 3)], ([first, last, periods]) =>
    minus(exponential(over(logarithm(over(last!, first!)), periods!)), one),
  ),
  trend,
  regression,
};
