import { allHold, type Holds, type Node } from "./graph.js";
import { add, exactly, isPoint, multiply, WHOLE, type Interval } from "./interval.js";

/** The side of 0 from which each divisor is taken, by its division's position. */
type Sides = ReadonlyMap<number, 1 | -1>;

/** A graph as a list of operations, to be run over boxes: an interval for each of its variables. */
export class Program {
  /** Arguments come before the operations that use them; the root is last. */
  readonly nodes: Node[] = [];
  readonly #args: number[][] = [];
  /** Positions of the printed numbers that stand for more than one value. */
  readonly #variables: number[] = [];
  /** Positions of the operations not defined for all arguments. */
  readonly partial: number[] = [];
  /** Whether no variable is used twice or widely, so that interval arithmetic is exact. */
  readonly single: boolean;
  readonly #sides: Sides;

  constructor(root: Node, sides: Sides = new Map()) {
    const place = new Map<Node, number>();
    const varying: boolean[] = [];
    let isTree = true;
    const visit = (node: Node): number => {
      const known = place.get(node);
      if (known !== undefined) {
        if (varying[known]) isTree = false;
        return known;
      }
      const args = node.args.map(visit);
      const varies = node.leaf === undefined ? args.some((arg) => varying[arg]) : !isPoint(node.leaf);
      if (node.wide?.some((place) => varying[args[place]!])) isTree = false;
      const at = this.nodes.push(node) - 1;
      this.#args.push(args);
      place.set(node, at);
      varying.push(varies);
      if (node.leaf !== undefined && varies) this.#variables.push(at);
      if (node.domain !== undefined) this.partial.push(at);
      return at;
    };
    visit(root);
    [this.single, this.#sides] = [isTree, sides];
  }

  get root(): Node {
    return this.nodes.at(-1)!;
  }

  get sides(): Sides {
    return this.#sides;
  }

  /** All values of its variables. */
  get box(): Interval[] {
    return this.#variables.map((at) => this.nodes[at]!.leaf!);
  }

  /** The range of every operation over a box; the root's is last. */
  values(box: readonly Interval[]): Interval[] {
    const { nodes } = this;
    const values: Interval[] = new Array<Interval>(nodes.length);
    this.#variables.forEach((at, index) => (values[at] = box[index]!));
    for (let at = 0; at < nodes.length; at++)
      values[at] ??= nodes[at]!.leaf ?? nodes[at]!.of(this.#argsAt(at, values));
    return values;
  }

  valuesAt(point: readonly number[]): Interval[] {
    return this.values(point.map(exactly));
  }

  #argsAt(at: number, values: readonly Interval[]): Interval[] {
    const own = this.#args[at]!.map((arg) => values[arg]!);
    const side = this.#sides.get(at);
    if (side === undefined) return own;
    const [low, high] = own[1]!;
    return [
      own[0]!,
      side > 0 ? [Math.max(0, low), Math.max(0, high)] : [Math.min(0, low), Math.min(0, high)],
    ];
  }

  /** Whether all, some or none of a box has a value. */
  holds(values: readonly Interval[]): Holds {
    return allHold(this.partial.map((at) => this.holdsAt(at, values)));
  }

  holdsAt(at: number, values: readonly Interval[]): Holds {
    const side = this.#sides.get(at);
    const [low, high] = this.divisor(at, values) ?? WHOLE;
    if ((side === 1 && high <= 0) || (side === -1 && low >= 0)) return "none";
    return this.nodes[at]!.domain!.holds(this.#args[at]!.map((arg) => values[arg]!));
  }

  divisor(at: number, values: readonly Interval[]): Interval | undefined {
    return values[this.#args[at]![1]!];
  }

  /** Derivatives of the root with respect to each variable over the whole box, by backward propagation. */
  slopes(values: readonly Interval[]): Interval[] {
    const sums: (Interval | undefined)[] = new Array<Interval | undefined>(this.nodes.length);
    sums[this.nodes.length - 1] = exactly(1);
    for (let at = this.nodes.length - 1; at >= 0; at--) {
      const sum = sums[at];
      const args = this.#args[at]!;
      if (sum === undefined || args.length === 0) continue;
      const own = this.nodes[at]!.slopes(this.#argsAt(at, values), values[at]!);
      args.forEach((arg, index) => {
        const part = multiply(sum, own[index]!);
        const before = sums[arg];
        const [low, high] = before === undefined ? part : add(before, part);
        // A sum of infinities of both signs has no bound.
        sums[arg] = Number.isNaN(low) || Number.isNaN(high) ? WHOLE : [low, high];
      });
    }
    return this.#variables.map((at) => sums[at] ?? exactly(0));
  }
}
