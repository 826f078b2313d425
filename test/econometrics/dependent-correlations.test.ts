import { expect } from "chai";
import { dependentCorrelations } from "../../src/econometrics/dependent-correlations.js";
import { expectClose, fixture } from "../fixtures/fixture.js";

interface Case {
  given: [number, number, number, number];
}
const { cases } = fixture<{ cases: Case[] }>("r/dependent-correlations.json");

describe("dependentCorrelations", () => {
  for (const { given, ...outside } of cases)
    it(`agrees with R for ${given.join(", ")}`, () => expectClose(dependentCorrelations(...given), outside));

  it("gives the published results of the worked examples of R's psych (r.test) and of Steiger's case A", () => {
    const steiger = dependentCorrelations(0.4, 0.5, 0.1, 103);
    expect([steiger.statistic.toFixed(2), steiger.pValue.toFixed(2)]).to.deep.equal(["-0.89", "0.37"]);
    const precise = dependentCorrelations(0.693458895410494, 0.695966022434845, 0.988475791500198, 5105);
    expect(precise.pValue.toFixed(7)).to.equal("0.1000759");
  });

  it("turns its sign, not its size, when the two are exchanged", () => {
    const [one, other] = [dependentCorrelations(0.3, 0.5, 0.2, 20), dependentCorrelations(0.5, 0.3, 0.2, 20)];
    expect(other.statistic).to.be.closeTo(-one.statistic, 1e-14);
    expect(other.pValue).to.be.closeTo(one.pValue, 1e-14);
  });

  const bad: [Parameters<typeof dependentCorrelations>, string][] = [
    [[1, 0.5, 0.5, 10], "rJK between -1 and 1, got 1"],
    [[0.5, NaN, 0.5, 10], "rJH between -1 and 1, got NaN"],
    [[0.5, 0.5, -2, 10], "rKH between -1 and 1, got -2"],
    [[0.5, 0.5, 0.5, 3], "a whole n of at least 4, got 3"],
    [[0.5, 0.5, 0.5, 9.5], "a whole n of at least 4, got 9.5"],
    [[0.5, 0.5, 0.5, 9, { level: 1 }], "a level between 0 and 1, got 1"],
  ];
  for (const [given, says] of bad)
    it(`says that it requires ${says}`, () =>
      expect(() => dependentCorrelations(...given)).to.throw(
        RangeError,
        `dependentCorrelations requires ${says}`,
      ));

  it("refuses three correlations that no data can have together", () =>
    expect(() => dependentCorrelations(0.9, 0.9, -0.9, 10)).to.throw(
      RangeError,
      /^dependentCorrelations requires three correlations that data can have together, got "0.9, 0.9, -0.9 with/,
    ));
});
