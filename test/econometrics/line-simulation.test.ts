import { expect } from "chai";
import { lineSimulation } from "../../src/econometrics/line-simulation.js";
import { smoothingSimulation } from "../../src/econometrics/smoothing-simulation.js";
import { fixture } from "../fixtures/fixture.js";

const { critical, cases, drifts } = fixture<{
  critical: number;
  cases: { rho: number; rejects: number; coverage: [number, number] }[];
  drifts: { drift: number; reaches: number }[];
}>("scipy/line-simulation.json");

const RUNS = 4000;
const near = (share: number): number => 4 * Math.sqrt((share * (1 - share)) / RUNS);

describe("lineSimulation", () => {
  for (const { rho, rejects, coverage } of cases)
    it(`finds and covers as often as numpy does with rho = ${rho}, within four standard errors`, async () => {
      const own = await lineSimulation({ rho, ahead: [11, 12], simulations: RUNS });
      const below = own.durbinWatson.filter((value) => value < critical).length / RUNS;
      expect(below).to.be.closeTo(rejects, near(rejects));
      own.coverage.forEach((share, at) => expect(share).to.be.closeTo(coverage[at]!, near(coverage[at]!)));
    });

  it("refuses a rho that is no correlation", async () => {
    const message = await lineSimulation({ rho: 1.1 }).catch((error: Error) => error.message);
    expect(message).to.equal("lineSimulation requires rho above -1 and at most 1, got 1.1");
  });
});

describe("smoothingSimulation with a drift", () => {
  for (const { drift, reaches } of drifts)
    it(`reaches Figure 1's R² as often as numpy's walks do with a drift of ${drift}`, async () => {
      const { smoothed } = await smoothingSimulation({ drift, simulations: RUNS });
      const share = smoothed.filter((rSquared) => rSquared >= 0.9903).length / RUNS;
      expect(share).to.be.closeTo(reaches, near(reaches));
    });
});
