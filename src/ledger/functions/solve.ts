import { enclose } from "../enclose.js";
import { minus, over, times, type Node } from "../graph.js";
import { middle, type Interval } from "../interval.js";

const sizeOf = (attained: Interval): number => (attained[0] <= attained[1] ? Math.abs(middle(attained)) : 0);

/** Solves linear equations by elimination with the largest pivot first; each step is an operation of the graph. */
export function solve(matrix: readonly Node[][], right: readonly Node[]): Node[] {
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
