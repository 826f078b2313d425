import { allHold, isConstant, negated, type Holds, type Node } from "./graph.js";
import {
  add,
  EMPTY,
  exactly,
  hull,
  isPoint,
  magnitude,
  middle,
  multiply,
  overlaps,
  subtract,
  WHOLE,
  type Interval,
} from "./interval.js";
import type { PrintedNumber } from "./paper-folder.js";

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
  const program = compile(root);
  if (rests !== undefined) for (const { cell } of program.nodes) if (cell !== undefined) rests.add(cell);
  const box = program.variables.map((at) => program.nodes[at]!.leaf!);
  const values = valuesOf(program, box);
  const fault = program.partial.find((at) => holdsAt(program, at, values) === "none");
  if (fault !== undefined) return nothing(program.nodes[fault]!);
  const through = program.partial.filter((at) => {
    const [low, high] = values[program.args[at]![1]!] ?? [0, 0];
    return program.nodes[at]!.domain!.divides === true && low < 0 && high > 0;
  });
  const search = (one: Program): Enclosure => rangeIn(one, root, box, valuesOf(one, box), budget, enough);
  if (through.length === 0) return rangeIn(program, root, box, values, budget, enough);
  const plain = program.single ? undefined : search(program);
  if (plain !== undefined && (plain.tight || through.length > FEW)) return plain;
  if (through.length > FEW) return { ...unknown, parts: [WHOLE] };
  const sides = Array.from({ length: 2 ** through.length }, (_, bits) =>
    through.map((at, index): [number, 1 | -1] => [at, (bits >> index) & 1 ? 1 : -1]),
  );
  const found = sides.map((own) => search({ ...program, sides: new Map(own) })).filter(({ none }) => !none);
  return found.length === 0 ? nothing(program.nodes[through[0]!]!) : together(found);
}

const unknown = { interval: WHOLE, attained: EMPTY, tight: false };

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
  root: Node,
  box: readonly Interval[],
  values: readonly Interval[],
  budget: number,
  enough: Enough,
): Enclosure {
  const last = program.nodes[program.nodes.length - 1]!;
  const holds = holdsIn(program, values);
  if (holds === "none") return nothing(last);
  const natural = values.at(-1)!;
  const of = (interval: Interval, attained: Interval, tight: boolean): Enclosure => ({
    ...{ interval, parts: [interval], attained, tight },
  });
  if (program.partial.some((at) => program.nodes[at]!.domain!.open)) return of(natural, EMPTY, false);
  if (program.single) return of(natural, natural, true);
  const attained = corners(program, box);
  if (enough(natural, attained)) return of(natural, attained, false);
  const below = lowest(program, box, attained, budget);
  const opposite = { ...compile(negated(root)), sides: program.sides };
  const above = lowest(opposite, box, [-attained[1], -attained[0]], budget);
  if (below.bound === Infinity || above.bound === Infinity) return nothing(last);
  const found: Interval = [Math.min(below.attained, attained[0]), Math.max(-above.attained, attained[1])];
  return of(
    [Math.max(natural[0], below.bound), Math.min(natural[1], -above.bound)],
    found,
    below.tight && above.tight,
  );
}

interface Program {
  /** Arguments come before the operations that use them; the root is last. */
  nodes: Node[];
  args: number[][];
  /** Positions of the printed numbers that stand for more than one value. */
  variables: number[];
  /** Positions of the operations not defined for all arguments. */
  partial: number[];
  /** No variable is used twice, so interval arithmetic is exact. */
  single: boolean;
  /** The side of 0 from which each divisor is taken. */
  sides: ReadonlyMap<number, 1 | -1>;
}

function compile(root: Node): Program {
  const place = new Map<Node, number>();
  const varying: boolean[] = [];
  const program: Program = {
    nodes: [],
    args: [],
    variables: [],
    partial: [],
    single: true,
    sides: new Map(),
  };
  const visit = (node: Node): number => {
    const known = place.get(node);
    if (known !== undefined) {
      if (varying[known]) program.single = false;
      return known;
    }
    const args = node.args.map(visit);
    const varies = node.leaf === undefined ? args.some((arg) => varying[arg]) : !isPoint(node.leaf);
    const at = program.nodes.push(node) - 1;
    program.args.push(args);
    place.set(node, at);
    varying.push(varies);
    if (node.leaf !== undefined && varies) program.variables.push(at);
    if (node.domain !== undefined) program.partial.push(at);
    return at;
  };
  visit(root);
  return program;
}

function valuesOf(program: Program, box: readonly Interval[]): Interval[] {
  const { nodes, variables } = program;
  const values: Interval[] = new Array<Interval>(nodes.length);
  variables.forEach((at, index) => (values[at] = box[index]!));
  for (let at = 0; at < nodes.length; at++)
    values[at] ??= nodes[at]!.leaf ?? nodes[at]!.of(argsAt(program, at, values));
  return values;
}

const valuesAt = (program: Program, point: readonly number[]): Interval[] =>
  valuesOf(program, point.map(exactly));

function argsAt({ args, sides }: Program, at: number, values: readonly Interval[]): Interval[] {
  const own = args[at]!.map((arg) => values[arg]!);
  const side = sides.get(at);
  if (side === undefined) return own;
  const [low, high] = own[1]!;
  return [own[0]!, side > 0 ? [Math.max(0, low), Math.max(0, high)] : [Math.min(0, low), Math.min(0, high)]];
}

function holdsAt(program: Program, at: number, values: readonly Interval[]): Holds {
  const side = program.sides.get(at);
  const [low, high] = values[program.args[at]![1]!] ?? WHOLE;
  if ((side === 1 && high <= 0) || (side === -1 && low >= 0)) return "none";
  return program.nodes[at]!.domain!.holds(program.args[at]!.map((arg) => values[arg]!));
}

/** Whether all, some or none of a box has a value. */
const holdsIn = (program: Program, values: readonly Interval[]): Holds =>
  allHold(program.partial.map((at) => holdsAt(program, at, values)));

/** Derivatives of the root with respect to each variable over the whole box, by backward propagation. */
function slopesOf(program: Program, values: readonly Interval[]): Interval[] {
  const { nodes, args, variables } = program;
  const sums: (Interval | undefined)[] = new Array<Interval | undefined>(nodes.length);
  sums[nodes.length - 1] = exactly(1);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const sum = sums[at];
    if (sum === undefined || args[at]!.length === 0) continue;
    const own = nodes[at]!.slopes(argsAt(program, at, values), values[at]!);
    args[at]!.forEach((arg, index) => {
      const part = multiply(sum, own[index]!);
      const before = sums[arg];
      sums[arg] = sanitised(before === undefined ? part : add(before, part));
    });
  }
  return variables.map((at) => sums[at] ?? exactly(0));
}

/** A sum of infinities of both signs has no bound. */
const sanitised = ([low, high]: Interval): Interval =>
  Number.isNaN(low) || Number.isNaN(high) ? WHOLE : [low, high];

/** The values at the two corners that the derivatives at the midpoint point to, if they exist. */
function corners(program: Program, box: readonly Interval[]): Interval {
  const centre = valuesAt(program, box.map(middle));
  const slopes = slopesOf(program, centre);
  const corner = (direction: 1 | -1): number[] =>
    box.map((side, at) => side[middleOf(slopes[at]!) * direction > 0 ? 1 : 0]);
  const points = [corner(-1), corner(1)]
    .map((point) => valuesAt(program, point))
    .filter((values) => holdsIn(program, values) === "all");
  if (points.length < 2 && holdsIn(program, centre) === "all") points.push(centre);
  const ends = points.map((values) => values.at(-1)!);
  // For each point, the end that is certainly on this side of it.
  return [Math.min(...ends.map(([, high]) => high)), Math.max(...ends.map(([low]) => low))];
}

/** Tells the sign only; of an unknown slope there is none. */
function middleOf([low, high]: Interval): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return low / 2 + high / 2;
  return low >= 0 ? 1 : high <= 0 ? -1 : 0;
}

interface Lowest {
  bound: number;
  attained: number;
  tight: boolean;
}

interface Box {
  sides: Interval[];
  bound: number;
}

/** A lower bound of the root over the box, and the lowest value found; both infinite if there is no value. */
function lowest(program: Program, start: readonly Interval[], attained: Interval, budget: number): Lowest {
  const width = Math.max(0, attained[1] - attained[0]);
  const size = attained[0] <= attained[1] ? magnitude(attained) : 0;
  const slack = Math.max((EXCESS / 2.5) * width, 1e-13 * size);
  const queue: Box[] = [{ sides: [...start], bound: -Infinity }];
  let [floor, best, looked] = [Infinity, attained[0], 0];
  while (queue.length > 0) {
    const next = queue.splice(lowestOf(queue), 1)[0]!;
    if (next.bound >= best - slack || looked++ >= budget) {
      floor = Math.min(floor, next.bound, ...queue.map(({ bound }) => bound));
      break;
    }
    const first = valuesOf(program, next.sides);
    const holds = holdsIn(program, first);
    if (holds === "none") continue;
    const { sides, values, slopes, free } = reduced(program, next.sides, first, holds === "all");
    const root = values.at(-1)!;
    if (free.length === 0) {
      if (holds === "all") best = Math.min(best, root[1]);
      floor = Math.min(floor, Math.max(next.bound, root[0]));
      continue;
    }
    const centre = valuesAt(program, sides.map(middle));
    let bound = Math.max(next.bound, root[0]);
    if (holds === "all") {
      best = Math.min(best, centre.at(-1)![1], cornerOf(program, sides, slopes));
      bound = Math.max(bound, meanValue(centre.at(-1)!, sides, slopes, free));
    } else if (holdsIn(program, centre) === "all") best = Math.min(best, centre.at(-1)![1]);
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
function reduced(program: Program, start: readonly Interval[], first: Interval[], hasValues: boolean) {
  let [sides, values] = [[...start], first];
  for (;;) {
    const slopes = slopesOf(program, values);
    const free = sides.flatMap((side, at) => (isPoint(side) ? [] : [at]));
    const settled = hasValues ? free.filter((at) => slopes[at]![0] >= 0 || slopes[at]![1] <= 0) : [];
    if (settled.length === 0) return { sides, values, slopes, free };
    sides = [...sides];
    for (const at of settled) sides[at] = exactly(sides[at]![slopes[at]![0] >= 0 ? 0 : 1]);
    values = valuesOf(program, sides);
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

function cornerOf(program: Program, sides: readonly Interval[], slopes: readonly Interval[]): number {
  const corner = sides.map((side, at) => side[middleOf(slopes[at]!) > 0 ? 0 : 1]);
  return valuesAt(program, corner).at(-1)![1];
}

/** The box split in two along the variable that moves the root most. */
function halves(sides: Interval[], slopes: readonly Interval[], free: readonly number[]): Interval[][] {
  const reach = (at: number): number => {
    const width = sides[at]![1] - sides[at]![0];
    return Number.isFinite(magnitude(slopes[at]!)) ? magnitude(slopes[at]!) * width : 1e300 * width;
  };
  const at = free.reduce((best, next) => (reach(next) > reach(best) ? next : best));
  const [low, high] = sides[at]!;
  const cut = middle(sides[at]!);
  return [
    [low, cut],
    [cut, high],
  ].map((half) => sides.with(at, half as unknown as Interval));
}
