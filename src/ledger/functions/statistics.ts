import {
  bounded,
  constant,
  jumping,
  linear,
  ordered,
  over,
  plus,
  rootOf,
  squared,
  sumOf,
  times,
  type Node,
} from "../graph.js";
import type { Interval } from "../interval.js";
import { aColumn, aWord, lastWord, rest, takes, twoColumns, type LedgerFunction } from "./arguments.js";

export const meanOf = (nodes: readonly Node[]): Node => over(sumOf(nodes), constant(nodes.length));

/** Deviations from the mean, each a linear form in which every number occurs once. */
export function deviations(nodes: readonly Node[]): Node[] {
  const n = nodes.length;
  const weights = (own: number): number[] => nodes.map((_, at) => (at === own ? n - 1 : -1));
  return nodes.map((_, own) => over(linear(weights(own), nodes), constant(n)));
}

export const squares = (nodes: readonly Node[]): Node => sumOf(nodes.map(squared));

export const products = (a: readonly Node[], b: readonly Node[]): Node =>
  sumOf(a.map((node, at) => times(node, b[at]!)));

export function correlation(x: readonly Node[], y: readonly Node[]): Node {
  if (x.every((node, at) => node === y[at])) return constant(1);
  const [dx, dy] = [deviations(x), deviations(y)];
  return bounded(over(products(dx, dy), times(rootOf(squares(dx)), rootOf(squares(dy)))), [-1, 1]);
}

/** Ranks as intervals; the largest is first by default. */
function ranks(nodes: readonly Node[], ties: string, order: string): Node[] {
  const before = (a: Interval, b: Interval): boolean => (order === "descending" ? a[0] > b[1] : a[1] < b[0]);
  return nodes.map((_, place) =>
    jumping(nodes, (values) => {
      const own = values[place]!;
      const others = values.filter((_, at) => at !== place);
      const sure = others.filter((value) => before(value, own));
      const open = others.filter((value) => !before(value, own) && !before(own, value));
      return rankRange(own, sure, open, ties);
    }),
  );
}

/** The ranks that a number can have with `sure` before it and possibly `open`. */
function rankRange(own: Interval, sure: Interval[], open: Interval[], ties: string): Interval {
  const tied = open.filter((value) => [...value, ...own].every((end) => end === own[0])).length;
  const loose = open.length - tied;
  if (ties === "dense") {
    const points = sure.every(([low, high]) => low === high);
    const places = new Set(sure.map(([low]) => low)).size;
    return points
      ? [1 + places, 1 + places + loose]
      : [1 + Math.min(1, sure.length), 1 + sure.length + loose];
  }
  const shift = ties === "mean" ? tied / 2 : 0;
  return [1 + sure.length + shift, 1 + sure.length + shift + loose];
}

/** Variances and deviations; n is reduced by `lost` degrees of freedom. */
const spread = (lost: 0 | 1, of = (variance: Node): Node => variance) =>
  takes([rest(1 + lost)], (nodes) => of(over(squares(deviations(nodes)), constant(nodes.length - lost))));

const covariance = (lost: 0 | 1) =>
  takes([twoColumns(1 + lost)], ([x, y]) =>
    over(products(deviations(x), deviations(y)), constant(x.length - lost)),
  );

const ofAll = (give: (nodes: Node[]) => Node) => takes([rest()], (nodes) => give(nodes));

function median(nodes: readonly Node[]): Node {
  const half = nodes.length / 2;
  if (nodes.length % 2 === 1) return ordered(nodes, half - 0.5);
  return over(plus(ordered(nodes, half - 1), ordered(nodes, half)), constant(2));
}

/** Sums, means, deviations, ranks, correlations. */
export const STATISTICS: Record<string, LedgerFunction> = {
  sum: ofAll(sumOf),
  mean: ofAll(meanOf),
  median: ofAll(median),
  min: ofAll((nodes) => ordered(nodes, 0)),
  max: ofAll((nodes) => ordered(nodes, nodes.length - 1)),
  variance: spread(1),
  variancePopulation: spread(0),
  sd: spread(1, rootOf),
  sdPopulation: spread(0, rootOf),
  // Squared deviations from the mean, or of the numbers themselves
  sumOfSquares: takes([lastWord("mean", "zero"), rest()], (about, nodes) =>
    squares(about === "mean" ? deviations(nodes) : nodes),
  ),
  covariance: covariance(1),
  covariancePopulation: covariance(0),
  pearson: takes([twoColumns(2)], ([x, y]) => correlation(x, y)),
  spearman: takes([twoColumns(2)], ([x, y]) =>
    correlation(ranks(x, "mean", "descending"), ranks(y, "mean", "descending")),
  ),
  rank: takes(
    [
      aColumn("argument.firstArgument"),
      aWord("competition", "dense", "mean"),
      aWord("descending", "ascending"),
    ],
    ({ labels, nodes }, ties, order) => ({ kind: "column", labels, nodes: ranks(nodes, ties, order) }),
  ),
  share: takes([aColumn("argument.only")], ({ labels, nodes }) => ({
    ...{ kind: "column", labels, nodes: nodes.map((node) => over(node, sumOf(nodes))) },
  })),
  // index(weight, value, weight, value ...): the sum of weight times value
  index: takes([rest(2)], (nodes, call) => {
    if (nodes.length % 2 === 1) call.fail("error.indexValueForEveryWeight");
    return sumOf(nodes.flatMap((node, at) => (at % 2 === 0 ? [times(node, nodes[at + 1]!)] : [])));
  }),
};
