import { expect } from "chai";
import { detailOf, offendingVariables } from "../../src/ledger/functions/correlation-law.js";
import { absoluteOf, leaf, ordered, rootOf, type Node } from "../../src/ledger/graph.js";
import type { Interval } from "../../src/ledger/interval.js";

/** All derivatives of an operation while its arguments are in the given intervals. */
function slopesOf(make: (...args: Node[]) => Node, ...given: Interval[]): Interval[] {
  const node = make(...given.map((interval) => leaf(interval)));
  return node.slopes(given, node.of(given));
}

describe("derivatives over an interval, in closed form", () => {
  it("of a square root: 1 / (2 root), without end where it can be 0", () => {
    const [[low, high]] = slopesOf(rootOf, [0.25, 4]) as [Interval];
    expect(low).to.be.closeTo(0.25, 1e-15);
    expect(high).to.be.closeTo(1, 1e-15);
    const [[least, most]] = slopesOf(rootOf, [0, 4]) as [Interval];
    expect(least).to.be.at.most(0.25);
    expect(most).to.equal(Infinity);
  });

  it("of an absolute value: the sign, at its kink all between", () => {
    expect(slopesOf(absoluteOf, [-2, 0])).to.deep.equal([[-1, -1]]);
    expect(slopesOf(absoluteOf, [0, 3])).to.deep.equal([[1, 1]]);
    expect(slopesOf(absoluteOf, [-1, 1])).to.deep.equal([[-1, 1]]);
  });

  it("of a largest member: 0 to 1 for those that can be it, 0 for others", () => {
    const largest = (...args: Node[]): Node => ordered(args, args.length - 1);
    expect(slopesOf(largest, [1, 2], [1.5, 3], [0, 1])).to.deep.equal([
      [0, 1],
      [0, 1],
      [0, 0],
    ]);
  });
});

describe("the law of correlations", () => {
  it("finds the smallest eigenvalue of three equal ones r at 1 + 2 r, moved by two halves of the rounding", () => {
    const found = offendingVariables(3, () => [-0.575, -0.565])!;
    expect(detailOf(found, ["a", "b", "c"])).to.equal("λ(a, b, c) = −0.1400 ± 0.0100");
    expect(offendingVariables(3, () => [0.495, 0.505])).to.equal(null);
  });
});
