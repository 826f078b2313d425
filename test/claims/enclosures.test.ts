import { expect } from "chai";
import { linearRegression, sampleCorrelation } from "simple-statistics";
import { correlationEnclosure, lineEnclosure } from "../../src/claims/enclosures.js";
import { around, middle, type Interval } from "../../src/claims/interval.js";

/** Park and Miller's generator: the same numbers on every platform. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/** Columns printed with so many decimals, and a point drawn from inside their boxes. */
function boxes(next: () => number, n: number, decimals: number): Interval[] {
  const step = 10 ** -decimals;
  return Array.from({ length: n }, (_, at) => {
    const value = Math.round((0.4 + 0.05 * at + 0.2 * next()) / step) * step;
    return around(value, step / 2);
  });
}
const pointIn = (next: () => number, box: readonly Interval[]): number[] =>
  box.map(([low, high]) => low + (high - low) * next());

describe("the enclosures", () => {
  it("hold the correlation of every one of 20 000 samples, by simple-statistics, and are not vacuous", () => {
    const next = random(20261123);
    for (const decimals of [1, 2, 4]) {
      for (let set = 0; set < 10; set++) {
        const [x, y] = [boxes(next, 10, decimals), boxes(next, 10, decimals)];
        const [low, high] = correlationEnclosure(x, y);
        const corner = extremes(x, y);
        for (let draw = 0; draw < 667; draw++) {
          const r = sampleCorrelation(pointIn(next, x), pointIn(next, y));
          expect(r).to.be.within(low, high);
        }
        expect(corner[0]).to.be.within(low, high);
        expect(corner[1]).to.be.within(low, high);
        // What two corners of the box reach is a lower bound of the true width.
        if (decimals === 2) expect(high - low).to.be.below(2.5 * (corner[1] - corner[0]));
        if (decimals === 4) expect(high - low).to.be.below(1.02 * (corner[1] - corner[0]));
      }
    }
  });

  it("hold slope, intercept, R² and extrapolation of every sample, and their ends are reached", () => {
    const next = random(7);
    const x = [3, 4, 5, 6, 7, 8];
    const y = boxes(next, 6, 3);
    const line = lineEnclosure(x, y);
    for (let draw = 0; draw < 5000; draw++) {
      const sample = pointIn(next, y);
      const { m, b } = linearRegression(x.map((value, at) => [value, sample[at]!]));
      expect(m).to.be.within(...line.slope);
      expect(b).to.be.within(...line.intercept);
      expect(m * 10 + b).to.be.within(...line.at(10));
      expect(sampleCorrelation(x, sample) ** 2).to.be.within(...line.rSquared);
    }
    const steepest = y.map(([low, high], at) => (x[at]! > 5.5 ? high : low));
    expect(linearRegression(x.map((value, at) => [value, steepest[at]!])).m).to.be.closeTo(
      line.slope[1],
      1e-12,
    );
  });

  it("refuse a column that can be constant within its rounding", () => {
    const flat = [1, 1.04, 0.96].map((value) => around(value, 0.05));
    expect(() =>
      correlationEnclosure(
        flat,
        [1, 2, 3].map((value) => around(value, 0.05)),
      ),
    ).to.throw(RangeError, "correlationEnclosure requires columns that vary by more than their rounding");
  });
});

/** The correlation at the two corners to which its numerical gradient at the centre points. */
function extremes(x: readonly Interval[], y: readonly Interval[]): [number, number] {
  const centre = { x: x.map(middle), y: y.map(middle) };
  const r0 = sampleCorrelation(centre.x, centre.y);
  const sign = (which: "x" | "y", at: number): number => {
    const moved = { ...centre, [which]: centre[which].with(at, centre[which][at]! + 1e-7) };
    return Math.sign(sampleCorrelation(moved.x, moved.y) - r0);
  };
  const corner = (direction: 1 | -1): number => {
    const at = (box: readonly Interval[], which: "x" | "y") =>
      box.map(([low, high], index) => (sign(which, index) * direction > 0 ? high : low));
    return sampleCorrelation(at(x, "x"), at(y, "y"));
  };
  return [corner(-1), corner(1)];
}
