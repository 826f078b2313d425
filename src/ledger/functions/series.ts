import {
  bounded,
  constant,
  exponential,
  logarithm,
  minus,
  over,
  plus,
  squared,
  sumOf,
  times,
  type Node,
} from "../graph.js";
import {
  columnOf,
  columnsIn,
  number,
  numbersIn,
  textOf,
  wholeNumber,
  type LedgerFunction,
} from "./arguments.js";
import { solve } from "./solve.js";
import { correlation, deviations, meanOf, products, squares } from "./statistics.js";
import { text } from "../../base/text.js";

const one = constant(1);

/** Centred totals or means over so many members; a member whose window is not whole has none. */
const moving =
  (mean: boolean): LedgerFunction =>
  (args, call) => {
    const { labels, nodes } = columnOf(args[0], call, "argument.firstArgument");
    const width = wholeNumber(args[1], call, "argument.width");
    if (width < 1 || width % 2 === 0 || width > nodes.length)
      call.none(text("error.oddWidthFrom1", { caller: call.name, length: nodes.length, got: width }));
    const side = (width - 1) / 2;
    const inside = labels.slice(side, nodes.length - side);
    const totals = inside.map((_, at) => sumOf(nodes.slice(at, at + width)));
    return {
      kind: "column",
      labels: inside,
      nodes: mean ? totals.map((total) => over(total, constant(width))) : totals,
    };
  };

/** Growth of each member against the one before it ("chain") or against the first ("base"). */
const growth: LedgerFunction = (args, call) => {
  const { labels, nodes } = columnOf(args[0], call, "argument.firstArgument");
  const what = textOf(args[1], call, ["absolute", "factor", "rate"]);
  const against = textOf(args[2], call, ["chain", "base"]);
  const of = (now: Node, before: Node): Node => {
    if (what === "absolute") return minus(now, before);
    return what === "factor" ? over(now, before) : minus(over(now, before), one);
  };
  return {
    kind: "column",
    labels: labels.slice(1),
    nodes: nodes.slice(1).map((node, at) => of(node, against === "chain" ? nodes[at]! : nodes[0]!)),
  };
};

/** Least squares through points: slope, intercept, R², and the line's value at a point. */
const trend: LedgerFunction = (args, call) => {
  const [x, y] = columnsIn(args, call, 2) as [Node[], Node[]];
  const [dx, dy] = [deviations(x), deviations(y)];
  const slope = over(products(dx, dy), squares(dx));
  return {
    kind: "model",
    members: {
      slope,
      intercept: minus(meanOf(y), times(slope, meanOf(x))),
      rSquared: bounded(squared(correlation(x, y)), [0, 1]),
    },
    at: (members, where) => plus(members["intercept"]!, times(members["slope"]!, where)),
  };
};

/** Least squares on several columns, the dependent one first: intercept, b1, b2 ..., R². */
const regression: LedgerFunction = (args, call) => {
  const [y, ...xs] = columnsIn(args, call, args.length + 1) as [Node[], ...Node[][]];
  if (xs.length === 0) call.fail(text("error.regressionDependentColumnAndAt"));
  const dxs = xs.map(deviations);
  const dy = deviations(y);
  const slopes = solve(
    dxs.map((a) => dxs.map((b) => products(a, b))),
    dxs.map((a) => products(a, dy)),
  );
  const explained = sumOf(slopes.map((slope, at) => times(slope, products(dxs[at]!, dy))));
  const atMeans = sumOf(slopes.map((slope, at) => times(slope, meanOf(xs[at]!))));
  return {
    kind: "model",
    members: {
      intercept: minus(meanOf(y), atMeans),
      rSquared: bounded(over(explained, squares(dy)), [0, 1]),
      ...Object.fromEntries(slopes.map((slope, at) => [`b${at + 1}`, slope])),
    },
  };
};

/** Series in their order, lines and regressions. */
export const SERIES_FUNCTIONS: Record<string, LedgerFunction> = {
  total: moving(false),
  average: moving(true),
  differences: (args, call) => growth(args, call),
  growth,
  // The mean growth rate over so many periods: (last / first)^(1 / periods) - 1
  meanGrowth: (args, call) => {
    const [first, last, periods] = numbersIn(args, call, 3) as [Node, Node, Node];
    return number(minus(exponential(over(logarithm(over(last, first)), periods)), one));
  },
  trend,
  regression,
};
