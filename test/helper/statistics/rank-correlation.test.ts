import { expect } from "chai";
import { kendall } from "../../../src/econometrics/kendall.js";
import { spearman } from "../../../src/helper/statistics/spearman.js";
import { association } from "./association-figures.js";
import { expectClose } from "../../fixtures/fixture.js";
import { refuses, type WrongCall } from "./says.js";

describe("spearman and kendall", () => {
  for (const [name, outside] of Object.entries(association.ranked))
    it(`agree with SciPy on ${name}`, () => {
      expectClose(spearman(outside.x, outside.y), outside.spearman, 10);
      expectClose(kendall(outside.x, outside.y), outside.kendall, 10);
    });

  it("do not care by how much a series rises", () => {
    const x = [3, 1, 2, 5];
    expect(spearman(x, x.map(Math.exp)).rho).to.equal(1);
    expect(kendall(x, x.map(Math.exp))).to.deep.include({ tau: 1, concordant: 6, discordant: 0 });
  });

  for (const call of [spearman, kendall]) refuses(call.name, wrongPairs(call));
});

function wrongPairs(call: (x: number[], y: number[]) => unknown): WrongCall[] {
  return [
    [`two points (${call.name})`, () => call([1, 2], [1, 2]), "x to have at least 3 values, got 2"],
    [`a constant column (${call.name})`, () => call([1, 2, 3], [4, 4, 4]), "y to vary, got 4 everywhere"],
    [`unequal lengths (${call.name})`, () => call([1, 2, 3], [4, 5, 6, 7]), "x and y of the same length, got 3 and 4 values"], // prettier-ignore
    [`NaN (${call.name})`, () => call([NaN, 2, 3], [4, 5, 6]), 'x to hold finite numbers only, got NaN at position 0; { missing: "omit" } leaves such rows out'], // prettier-ignore
  ];
}
