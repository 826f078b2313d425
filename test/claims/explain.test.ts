import { expect } from "chai";
import { explain, explanationText, type Candidate } from "../../src/claims/explain.js";

const candidate = (what: string, value: number, distance: 0 | 1 | 2): Candidate => ({
  what,
  value,
  distance,
});

describe("the search for what a number is", () => {
  const all = [
    candidate("the far one", 7, 2),
    candidate("its neighbour", 5, 0),
    candidate("its other neighbour", 6, 0),
    candidate("last year's", 7, 1),
  ];

  it("takes the nearest match and counts all candidates up to its distance", () => {
    const found = explain(all, (value) => value === 7, 0.01)!;
    expect(found.matches.map(({ what }) => what)).to.deep.equal(["last year's"]);
    expect(found.looked).to.equal(3);
    expect(found.chance).to.be.closeTo(1 - 0.99 ** 3, 1e-15);
  });

  it("names every match at that distance", () => {
    const found = explain(all, (value) => value < 7, 0.5)!;
    expect(explanationText(found)).to.equal(
      "it equals its neighbour and its other neighbour; a chance match among the 2 figures looked at has probability 75 %.",
    );
  });

  it("finds nothing where nothing matches", () => {
    expect(explain(all, (value) => value === 8, 0.01)).to.equal(null);
  });
});
