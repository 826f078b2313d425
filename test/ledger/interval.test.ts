import { expect } from "chai";
import * as intervals from "../../src/ledger/interval.js";
import type { Interval } from "../../src/ledger/interval.js";
import { uniform } from "./uniform.js";

/** A floating-point number as the fraction that it is, exactly. */
interface Fraction {
  top: bigint;
  bottom: bigint;
}

function exact(value: number): Fraction {
  let [top, power] = [value, 0];
  while (!Number.isInteger(top)) [top, power] = [top * 2, power + 1];
  return { top: BigInt(top), bottom: 2n ** BigInt(power) };
}

const plus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom + b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const over = (a: Fraction, b: Fraction): Fraction =>
  b.top < 0n
    ? { top: -a.top * b.bottom, bottom: a.bottom * -b.top }
    : { top: a.top * b.bottom, bottom: a.bottom * b.top };
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom });
const atMost = (a: Fraction, b: Fraction): boolean => a.top * b.bottom <= b.top * a.bottom;

const holds = ([low, high]: Interval, value: Fraction): boolean =>
  atMost(exact(low), value) && atMost(value, exact(high));
const inside = (value: number, [low, high]: Interval): boolean => value >= low && value <= high;

const point = (value: number): Interval => [value, value];

describe("interval arithmetic, against exact fractions", () => {
  const next = uniform(20261125);
  const draw = (): number => (next() - 0.5) * 10 ** Math.floor(8 * next() - 4);
  const operations: [
    string,
    (a: Interval, b: Interval) => Interval,
    (a: Fraction, b: Fraction) => Fraction,
  ][] = [
    ["add", intervals.add, plus],
    ["subtract", intervals.subtract, minus],
    ["multiply", intervals.multiply, times],
    ["divide", intervals.divide, over],
    ["square", intervals.square, (a) => times(a, a)],
  ];
  for (const [name, operation, fraction] of operations)
    it(`${name}: holds the exact result of 10 000 pairs, and is at most a few units of the last place wide`, () => {
      for (let count = 0; count < 10_000; count++) {
        const [a, b] = [draw(), draw()];
        const result = operation(point(a), point(b));
        expect(holds(result, fraction(exact(a), exact(b))), `${a} ${b}`).to.equal(true);
        expect(result[1] - result[0]).to.be.at.most(5 * Number.EPSILON * intervals.magnitude(result));
      }
    });

  it("takes the square root so that its ends squared lie on either side, and e and the logarithm undo each other", () => {
    for (let count = 0; count < 2000; count++) {
      const a = Math.abs(draw());
      const [low, high] = intervals.squareRoot(point(a));
      expect(
        atMost(times(exact(low), exact(low)), exact(a)) && atMost(exact(a), times(exact(high), exact(high))),
      ).to.equal(true);
    }
  });

  it("keeps sums and products of whole numbers, and sums that are exact, exact", () => {
    expect(intervals.add([2, 3], [5, 7])).to.deep.equal([7, 10]);
    expect(intervals.multiply([-2, 3], [5, 7])).to.deep.equal([-14, 21]);
    expect(intervals.square([-3, 2])).to.deep.equal([0, 9]);
    expect(intervals.add([0.5, 0.5], [0.25, 0.25])).to.deep.equal([0.75, 0.75]);
    expect(intervals.subtract([1, 2], [1, 2])).to.deep.equal([-1, 1]);
    expect(intervals.negate([-1, 2])).to.deep.equal([-2, 1]);
  });

  it("holds every pair of points of boxes with both signs", () => {
    const boxes: Interval[] = [[-2, 3], [0.1, 0.3], [-0.7, -0.2], [0, 5]]; // prettier-ignore
    const points = ([low, high]: Interval): number[] => [low, low + 0.3 * (high - low), high];
    for (const a of boxes)
      for (const b of boxes)
        for (const x of points(a)) {
          expect(inside(x * x, intervals.square(a))).to.equal(true);
          expect(inside(Math.abs(x), intervals.absolute(a))).to.equal(true);
          for (const y of points(b)) {
            expect(inside(x + y, intervals.add(a, b))).to.equal(true);
            expect(inside(x - y, intervals.subtract(a, b))).to.equal(true);
            expect(inside(x * y, intervals.multiply(a, b))).to.equal(true);
            if (b[0] > 0 || b[1] < 0) expect(inside(x / y, intervals.divide(a, b))).to.equal(true);
          }
        }
  });

  it("knows no bound of a quotient whose divisor lies on both sides of 0, one where it ends there", () => {
    for (const divisor of [
      [-1, 1],
      [0, 0],
    ] as const)
      expect(intervals.divide([1, 1], divisor)).to.deep.equal(intervals.WHOLE);
    expect(intervals.divide([1, 2], [0, 0.5])[0]).to.be.within(2 - 1e-15, 2);
    expect(intervals.divide([1, 2], [0, 0.5])[1]).to.equal(Infinity);
    expect(intervals.divide([1, 2], [-0.5, 0])[1]).to.be.within(-2, -2 + 1e-15);
    expect(intervals.divide([1, 2], [-0.5, 0])[0]).to.equal(-Infinity);
    expect(intervals.divide([-1, 2], [0, 0.5])).to.deep.equal(intervals.WHOLE);
    expect(intervals.divide([0, 0], [0, 0.5]).map(Math.abs)).to.satisfy((ends: number[]) =>
      ends.every((end) => end < 1e-300),
    );
  });

  it("takes a result too large for floating point for a number, not for infinity", () => {
    const [large, most] = [[1e300, 1e300] as const, Number.MAX_VALUE];
    expect(intervals.multiply(large, large)).to.deep.equal([most, Infinity]);
    expect(intervals.square(large)).to.deep.equal([most, Infinity]);
    expect(intervals.add([most, most], [most, most])).to.deep.equal([most, Infinity]);
    expect(intervals.subtract([-most, -most], [most, most])).to.deep.equal([-Infinity, -most]);
    const squares = intervals.square(large);
    expect(inside(1, intervals.divide(squares, squares))).to.equal(true);
  });

  it("takes 0 times what is unknown for 0", () => {
    expect(intervals.multiply([0, 0], intervals.WHOLE)).to.deep.equal([0, 0]);
  });

  it("takes a printed number as all that rounds to it, ends included", () => {
    const interval = intervals.printedInterval({ value: 0.984, decimals: 3 });
    for (const value of [0.9835, 0.984, 0.9845]) expect(inside(value, interval)).to.equal(true);
    for (const value of [0.98349, 0.98451]) expect(inside(value, interval)).to.equal(false);
    const [low, high] = intervals.printedInterval({ value: 24, decimals: 0 });
    expect([low, high].map((end) => Math.round(end * 1e6) / 1e6)).to.deep.equal([23.5, 24.5]);
  });

  it("counts a common end as an overlap, a gap as none; clamps", () => {
    expect(intervals.overlaps([0, 1], [1, 2])).to.equal(true);
    expect(intervals.overlaps([0, 1], [1.0000001, 2])).to.equal(false);
    expect(intervals.overlaps([1.0000001, 2], [0, 1])).to.equal(false);
    expect(intervals.within([-2, 0.5], [-1, 1])).to.deep.equal([-1, 0.5]);
    expect(intervals.middle([1, 4])).to.equal(2.5);
  });
});
