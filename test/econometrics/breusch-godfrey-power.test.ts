import { expect } from "chai";
import { breuschGodfreyPower } from "../../src/econometrics/breusch-godfrey-power.js";
import { fixture } from "../fixtures/fixture.js";

const { runs, cases } = fixture<{ runs: number; cases: { n: number; rho: number; share: number }[] }>(
  "scipy/breusch-godfrey-power.json",
);

describe("breuschGodfreyPower", () => {
  for (const { n, rho, share } of cases)
    it(`is what statsmodels finds in as many series of ${n} with rho = ${rho}, within four standard errors`, async () => {
      const own = await breuschGodfreyPower({ n, rho, simulations: runs });
      expect(own).to.be.closeTo(share, 4 * Math.sqrt((2 * share * (1 - share)) / runs));
    });

  it("refuses a rho that is no correlation", async () => {
    const message = await breuschGodfreyPower({ n: 10, rho: 1 }).catch((error: Error) => error.message);
    expect(message).to.equal("breuschGodfreyPower requires rho between -1 and 1, got 1");
  });
});
