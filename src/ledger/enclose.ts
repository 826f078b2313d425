import type { Node } from "./graph.js";
import { negated } from "./graph.js";
import {
  add,
  exactly,
  isPoint,
  magnitude,
  middle,
  multiply,
  subtract,
  WHOLE,
  type Interval,
} from "./interval.js";

/** The range of a formula over everything that its printed numbers can stand for. */
export interface Enclosure {
  /** Holds every value. */
  interval: Interval;
  /** Values that were found at corners: the true range holds these. */
  attained: Interval;
  /** false: the search stopped before the interval was within 5 % of what is attained. */
  tight: boolean;
}

/** How much wider than what is attained an interval may be, half of it to either side. */
const EXCESS = 0.05;

/**
 * The range of a graph by interval arithmetic. Where each number occurs once, that is exact. Otherwise branch and bound:
 * interval derivatives show in which numbers the graph rises or falls all over the box, and these are put to the end
 * where the extreme is; the rest by a mean-value form, the box cut along what matters most until the bound is close to
 * a value attained, or `budget` boxes are looked at.
 * @param enough told of a range that holds every value and of one that is attained: true where no closer one is wanted
 */
export function enclose(
  root: Node,
  budget = 300,
  enough: (surely: Interval, attained: Interval) => boolean = () => false,
): Enclosure {
  const program = compile(root);
  const box = program.variables.map((at) => program.nodes[at]!.leaf!);
  const natural = valuesOf(program, box).at(-1)!;
  if (program.single) return { interval: natural, attained: natural, tight: true };
  const attained = corners(program, box);
  if (enough(natural, attained)) return { interval: natural, attained, tight: false };
  const below = lowest(program, box, attained, budget);
  const above = lowest(compile(negated(root)), box, [-attained[1], -attained[0]], budget);
  const found: Interval = [Math.min(below.attained, attained[0]), Math.max(-above.attained, attained[1])];
  const interval: Interval = [Math.max(natural[0], below.bound), Math.min(natural[1], -above.bound)];
  return { interval, attained: found, tight: below.tight && above.tight };
}

interface Program {
  /** Arguments before what they are arguments of; the root is last. */
  nodes: Node[];
  args: number[][];
  /** Places of the printed numbers that stand for more than one value. */
  variables: number[];
  /** Nothing that varies is used twice: interval arithmetic is then exact. */
  single: boolean;
}

function compile(root: Node): Program {
  const place = new Map<Node, number>();
  const program: Program = { nodes: [], args: [], variables: [], single: true };
  const visit = (node: Node): { at: number; varies: boolean } => {
    const known = place.get(node);
    if (known !== undefined) {
      const varies = moving[known]!;
      if (varies) program.single = false;
      return { at: known, varies };
    }
    const args = node.args.map(visit);
    const varies = node.leaf === undefined ? args.some((arg) => arg.varies) : !isPoint(node.leaf);
    const at = program.nodes.push(node) - 1;
    program.args.push(args.map((arg) => arg.at));
    place.set(node, at);
    moving.push(varies);
    if (node.leaf !== undefined && varies) program.variables.push(at);
    return { at, varies };
  };
  const moving: boolean[] = [];
  visit(root);
  return program;
}

function valuesOf({ nodes, args, variables }: Program, box: readonly Interval[]): Interval[] {
  const values: Interval[] = new Array<Interval>(nodes.length);
  variables.forEach((at, index) => (values[at] = box[index]!));
  for (let at = 0; at < nodes.length; at++)
    values[at] ??= nodes[at]!.of(args[at]!.map((arg) => values[arg]!));
  return values;
}

/** Derivatives of the root with respect to each variable, all over the box: backwards through the graph. */
function slopesOf({ nodes, args, variables }: Program, values: readonly Interval[]): Interval[] {
  const sums: (Interval | undefined)[] = new Array<Interval | undefined>(nodes.length);
  sums[nodes.length - 1] = exactly(1);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const sum = sums[at];
    if (sum === undefined || args[at]!.length === 0) continue;
    const own = nodes[at]!.slopes(
      args[at]!.map((arg) => values[arg]!),
      values[at]!,
    );
    args[at]!.forEach((arg, index) => {
      const part = multiply(sum, own[index]!);
      const before = sums[arg];
      sums[arg] = sanitised(before === undefined ? part : add(before, part));
    });
  }
  return variables.map((at) => sums[at] ?? exactly(0));
}

/** Infinities of both signs that were added leave no bound. */
function sanitised([low, high]: Interval): Interval {
  return Number.isNaN(low) || Number.isNaN(high) ? WHOLE : [low, high];
}

/** The values at the two corners to which the derivatives at the middle point. */
function corners(program: Program, box: readonly Interval[]): Interval {
  const slopes = slopesOf(
    program,
    valuesOf(
      program,
      box.map((side) => exactly(middle(side))),
    ),
  );
  const corner = (direction: 1 | -1): Interval =>
    valuesOf(
      program,
      box.map((side, at) => exactly(side[middleOf(slopes[at]!) * direction > 0 ? 1 : 0])),
    ).at(-1)!;
  const [low, high] = [corner(-1), corner(1)];
  return [Math.min(low[1], high[1]), Math.max(low[0], high[0])];
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

/** A lower bound of the root over the box, and the lowest value found. */
function lowest(program: Program, start: readonly Interval[], attained: Interval, budget: number): Lowest {
  const width = Math.max(0, attained[1] - attained[0]);
  const slack = Math.max((EXCESS / 2.5) * width, 1e-13 * magnitude(attained));
  const queue: Box[] = [{ sides: [...start], bound: -Infinity }];
  let [floor, best, looked] = [Infinity, attained[0], 0];
  while (queue.length > 0) {
    const next = queue.splice(lowestOf(queue), 1)[0]!;
    if (next.bound >= best - slack || looked++ >= budget) {
      floor = Math.min(floor, next.bound, ...queue.map(({ bound }) => bound));
      break;
    }
    const { sides, values, slopes, free } = reduced(program, next.sides);
    const root = values.at(-1)!;
    if (free.length === 0) {
      best = Math.min(best, root[1]);
      floor = Math.min(floor, Math.max(next.bound, root[0]));
      continue;
    }
    const centre = valuesOf(
      program,
      sides.map((side) => exactly(middle(side))),
    ).at(-1)!;
    best = Math.min(best, centre[1], cornerOf(program, sides, slopes));
    const bound = Math.max(next.bound, root[0], meanValue(centre, sides, slopes, free));
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

/** A box whose variables in which the root rises or falls throughout are put to the end where it is lowest. */
function reduced(program: Program, start: readonly Interval[]) {
  let sides = [...start];
  for (;;) {
    const values = valuesOf(program, sides);
    const slopes = slopesOf(program, values);
    const free = sides.flatMap((side, at) => (isPoint(side) ? [] : [at]));
    const settled = free.filter((at) => slopes[at]![0] >= 0 || slopes[at]![1] <= 0);
    if (settled.length === 0) return { sides, values, slopes, free };
    sides = [...sides];
    for (const at of settled) sides[at] = exactly(sides[at]![slopes[at]![0] >= 0 ? 0 : 1]);
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
  const corner = sides.map((side, at) => exactly(side[middleOf(slopes[at]!) > 0 ? 0 : 1]));
  return valuesOf(program, corner).at(-1)![1];
}

/** The box cut in two along the variable that moves the root most. */
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
