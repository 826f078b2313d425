import { isConstant, negated, type Node } from "./graph.js";
import { add, EMPTY, exactly, hull, isPoint, magnitude, middle, multiply } from "./interval.js";
import { overlaps, subtract, WHOLE, type Interval } from "./interval.js";
import type { PrintedNumber } from "./paper-folder.js";
import { Program } from "./program.js";

/** The range of a formula over all values that its printed numbers can stand for. */
export interface Enclosure {
  /** Contains every value. */
  interval: Interval;
  /** The same in parts: two outer ones if a divisor lies on both sides of 0, none if there is no value. */
  parts: readonly Interval[];
  /** Values found at corners; the true range contains them. */
  attained: Interval;
  /** false if the search stopped before the interval was within 5 % of what is attained. */
  tight: boolean;
  /**
   * If there is no value: the key of the text that says why, and whether this is so whatever the printed numbers are.
   */
  none?: { says: string; always: boolean };
}

/** Whether an interval contains some value of a range. */
export const meets = ({ parts }: Pick<Enclosure, "parts">, interval: Interval): boolean =>
  parts.some((part) => overlaps(part, interval));

/** How much wider than what is attained an interval may be, split between the two sides. */
const EXCESS = 0.05;

/** Up to this many divisors that lie on both sides of 0 are examined from each side. */
const FEW = 3;

type Enough = (surely: Interval, attained: Interval) => boolean;

/**
 * Computes the range of a graph by interval arithmetic, which is exact if each number occurs once. Otherwise it uses
 * branch and bound: numbers in which interval derivatives show the graph monotone over the whole box are fixed at the
 * end with the extreme; the rest is bounded by a mean-value form, and the box is split along the most important
 * variable until the bound is close to an attained value or `budget` boxes have been examined. Boxes without a value
 * are dropped.
 * @param rests filled with the printed numbers in the graph
 * @param enough given a range that contains every value and one that is attained, returns true if no closer bound is
 *   needed
 */
export function enclose(
  root: Node,
  budget = 300,
  enough: Enough = () => false,
  rests?: Set<PrintedNumber>,
): Enclosure {
  const program = new Program(root);
  if (rests !== undefined) for (const { cell } of program.nodes) if (cell !== undefined) rests.add(cell);
  const { box } = program;
  const values = program.values(box);
  const fault = program.partial.find((at) => program.holdsAt(at, values) === "none");
  if (fault !== undefined) return nothing(program.nodes[fault]!);
  const through = program.partial.filter((at) => {
    const [low, high] = program.divisor(at, values) ?? [0, 0];
    return program.nodes[at]!.domain!.divides === true && low < 0 && high > 0;
  });
  const search = (one: Program, over = one.values(box)): Enclosure => rangeIn(one, box, over, budget, enough);
  if (through.length === 0) return search(program, values);
  const plain = program.single ? undefined : search(program, values);
  if (plain !== undefined && (plain.tight || through.length > FEW)) return plain;
  if (through.length > FEW) return { interval: WHOLE, parts: [WHOLE], attained: EMPTY, tight: false };
  const sides = Array.from({ length: 2 ** through.length }, (_, bits) =>
    through.map((at, index): [number, 1 | -1] => [at, (bits >> index) & 1 ? 1 : -1]),
  );
  const found = sides.map((own) => search(new Program(root, new Map(own)))).filter(({ none }) => !none);
  return found.length === 0 ? nothing(program.nodes[through[0]!]!) : together(found);
}

const nothing = (node: Node): Enclosure => ({
  ...{ interval: EMPTY, parts: [], attained: EMPTY, tight: true },
  none: {
    says: node.domain?.says ?? "formula.none.divisor",
    always: isConstant(node.domain?.divides ? node.args[1]! : node),
  },
});

function together(found: readonly Enclosure[]): Enclosure {
  const parts: Interval[] = [];
  for (const part of found.flatMap((one) => one.parts).sort(([a], [b]) => a - b)) {
    const last = parts.at(-1);
    if (last !== undefined && part[0] <= last[1]) parts[parts.length - 1] = hull([last, part]);
    else parts.push(part);
  }
  // Values attained on two sides of a gap say nothing about the gap.
  const attained = parts.length === 1 ? hull(found.map((one) => one.attained)) : found[0]!.attained;
  return { interval: hull(parts), parts, attained, tight: found.every(({ tight }) => tight) };
}

/** The range, with the divisors that lie on both sides of 0 taken from the program's sides. */
function rangeIn(
  program: Program,
  box: readonly Interval[],
  values: readonly Interval[],
  budget: number,
  enough: Enough,
): Enclosure {
  const { root } = program;
  const isEmpty = program.holds(values) === "none";
  if (isEmpty) return nothing(root);
  const natural = values.at(-1)!;
  const of = (interval: Interval, attained: Interval, tight: boolean): Enclosure => ({
    ...{ interval, parts: [interval], attained, tight },
  });
  // Where one number is too large for floating point, nothing is known of what follows from it.
  const isLost = values.some(([low, high]) => low >= Number.MAX_VALUE || high <= -Number.MAX_VALUE);
  if (isLost || program.partial.some((at) => program.nodes[at]!.domain!.open))
    return of(natural, EMPTY, false);
  if (program.single) return of(natural, natural, true);
  const attained = corners(program, box);
  if (enough(natural, attained)) return of(natural, attained, false);
  const below = lowest(program, box, attained, budget);
  const opposite = new Program(negated(root), program.sides);
  const above = lowest(opposite, box, [-attained[1], -attained[0]], budget);
  if (below.bound === Infinity || above.bound === Infinity) return nothing(root);
  const found: Interval = [Math.min(below.attained, attained[0]), Math.max(-above.attained, attained[1])];
  const bounds: Interval = [Math.max(natural[0], below.bound), Math.min(natural[1], -above.bound)];
  return of(bounds, found, below.tight && above.tight);
}

/** The values at the two corners that the derivatives at the midpoint point to, if they exist. */
function corners(program: Program, box: readonly Interval[]): Interval {
  const centre = program.valuesAt(box.map(middle));
  const slopes = program.slopes(centre);
  const corner = (direction: 1 | -1): number[] =>
    box.map((side, at) => side[signOf(slopes[at]!) * direction > 0 ? 1 : 0]);
  const points = [corner(-1), corner(1)]
    .map((point) => program.valuesAt(point))
    .filter((values) => program.holds(values) === "all");
  if (points.length < 2 && program.holds(centre) === "all") points.push(centre);
  const ends = points.map((values) => values.at(-1)!);
  // For each point, the end that is certainly on this side of it.
  return [Math.min(...ends.map(([, high]) => high)), Math.max(...ends.map(([low]) => low))];
}

/** The sign of a slope; of an unknown one there is none. */
function signOf([low, high]: Interval): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return low / 2 + high / 2;
  return low >= 0 ? 1 : high <= 0 ? -1 : 0;
}

interface Box {
  sides: readonly Interval[];
  bound: number;
}

/** A lower bound of the root over the box, and the lowest value found; both infinite if there is no value. */
function lowest(program: Program, start: readonly Interval[], attained: Interval, budget: number) {
  const width = Math.max(0, attained[1] - attained[0]);
  const size = attained[0] <= attained[1] ? magnitude(attained) : 0;
  const slack = Math.max((EXCESS / 2.5) * width, 1e-13 * size);
  const queue: Box[] = [{ sides: start, bound: -Infinity }];
  let [floor, best, looked] = [Infinity, attained[0], 0];
  while (queue.length > 0) {
    const next = queue.splice(lowestOf(queue), 1)[0]!;
    if (next.bound >= best - slack || looked++ >= budget) {
      floor = Math.min(floor, next.bound, ...queue.map(({ bound }) => bound));
      break;
    }
    const first = program.values(next.sides);
    const holds = program.holds(first);
    if (holds === "none") continue;
    const { sides, values, slopes, free } = reduced(program, next.sides, first, holds === "all");
    const root = values.at(-1)!;
    if (free.length === 0) {
      if (holds === "all") best = Math.min(best, root[1]);
      floor = Math.min(floor, Math.max(next.bound, root[0]));
      continue;
    }
    const inside = program.valuesAt(sides.map(middle));
    const centre = inside.at(-1)!;
    let bound = Math.max(next.bound, root[0]);
    if (holds === "all") {
      const corner = sides.map((side, at) => side[signOf(slopes[at]!) > 0 ? 0 : 1]);
      best = Math.min(best, centre[1], program.valuesAt(corner).at(-1)![1]);
      bound = Math.max(bound, meanValue(centre, sides, slopes, free));
    } else if (program.holds(inside) === "all") best = Math.min(best, centre[1]);
    if (bound >= best - slack) floor = Math.min(floor, bound);
    else queue.push(...halves(sides, slopes, free).map((half): Box => ({ sides: half, bound })));
  }
  return { bound: Math.min(floor, best), attained: best, tight: floor >= best - 1.25 * slack };
}

function lowestOf(queue: readonly Box[]): number {
  let found = 0;
  for (let at = 1; at < queue.length; at++) if (queue[at]!.bound < queue[found]!.bound) found = at;
  return found;
}

/** The box with each variable in which the root is monotone fixed at the end where the root is lowest. */
function reduced(
  program: Program,
  sides: readonly Interval[],
  values: readonly Interval[],
  hasValues: boolean,
) {
  for (;;) {
    const slopes = program.slopes(values);
    const free = sides.flatMap((side, at) => (isPoint(side) ? [] : [at]));
    const settled = hasValues ? free.filter((at) => slopes[at]![0] >= 0 || slopes[at]![1] <= 0) : [];
    if (settled.length === 0) return { sides, values, slopes, free };
    sides = sides.map((side, at) =>
      settled.includes(at) ? exactly(side[slopes[at]![0] >= 0 ? 0 : 1]) : side,
    );
    values = program.values(sides);
  }
}

function meanValue(
  centre: Interval,
  sides: readonly Interval[],
  slopes: readonly Interval[],
  free: readonly number[],
): number {
  return free.reduce((sum, at) => {
    const away = subtract(sides[at]!, exactly(middle(sides[at]!)));
    return add(exactly(sum), multiply(slopes[at]!, away))[0];
  }, centre[0]);
}

/** The box split in two along the variable that moves the root most. */
function halves(
  sides: readonly Interval[],
  slopes: readonly Interval[],
  free: readonly number[],
): Interval[][] {
  const reach = (at: number): number => {
    const [size, [low, high]] = [magnitude(slopes[at]!), sides[at]!];
    return (Number.isFinite(size) ? size : 1e300) * (high - low);
  };
  const at = free.reduce((best, next) => (reach(next) > reach(best) ? next : best));
  const [low, high] = sides[at]!;
  const cut = middle([low, high]);
  return [sides.with(at, [low, cut]), sides.with(at, [cut, high])];
}
