import { expect } from "chai";
import {
  add,
  around,
  linearForm,
  magnitude,
  multiply,
  overlaps,
  printedInterval,
  scale,
  square,
  subtract,
  widen,
  type Interval,
} from "../../src/claims/interval.js";

const inside = (value: number, [low, high]: Interval): boolean => value >= low && value <= high;

describe("interval arithmetic", () => {
  it("takes a printed number as all that rounds to it, ends included", () => {
    const interval = printedInterval({ value: 0.984, decimals: 3 });
    for (const value of [0.9835, 0.984, 0.9845]) expect(inside(value, interval)).to.equal(true);
    for (const value of [0.98349, 0.98451]) expect(inside(value, interval)).to.equal(false);
  });

  it("gives a whole number half a unit to each side", () => {
    expect(printedInterval({ value: 24, decimals: 0 })).to.satisfy(
      ([low, high]: Interval) => low <= 23.5 && low > 23.4999 && high >= 24.5 && high < 24.5001,
    );
  });

  it("holds the exact result of every operation at the ends and the middle", () => {
    const cases: Interval[] = [
      [-2, 3],
      [0.1, 0.3],
      [-0.7, -0.2],
      [0, 5],
    ];
    for (const a of cases) {
      for (const b of cases) {
        for (const x of [a[0], (a[0] + a[1]) / 2, a[1]]) {
          expect(inside(x * x, square(a))).to.equal(true);
          expect(inside(-3 * x, scale(-3, a))).to.equal(true);
          for (const y of [b[0], (b[0] + b[1]) / 2, b[1]]) {
            expect(inside(x + y, add(a, b))).to.equal(true);
            expect(inside(x - y, subtract(a, b))).to.equal(true);
            expect(inside(x * y, multiply(a, b))).to.equal(true);
          }
        }
      }
    }
  });

  it("rounds outward: a tenth added ten times is within the sum though floating point misses it", () => {
    const sum = linearForm(new Array<number>(10).fill(1), new Array<Interval>(10).fill([0.1, 0.1]));
    expect(inside(1, sum)).to.equal(true);
    expect(sum[1] - sum[0]).to.be.below(1e-14);
  });

  it("takes a linear form's extremes by the signs of the weights", () => {
    const form = linearForm([2, -1], [around(1, 0.5), around(3, 1)]);
    expect(form[0]).to.be.closeTo(2 * 0.5 - 4, 1e-12);
    expect(form[1]).to.be.closeTo(2 * 1.5 - 2, 1e-12);
  });

  it("counts a common end as an overlap, a gap as none", () => {
    expect(overlaps([0, 1], [1, 2])).to.equal(true);
    expect(overlaps([0, 1], [1.0000001, 2])).to.equal(false);
  });

  it("widens by a share of the larger end", () => {
    expect(widen([-1, 4], 0.25)).to.satisfy(([low, high]: Interval) => low <= -2 && high >= 5);
    expect(magnitude([-5, 4])).to.equal(5);
  });
});
