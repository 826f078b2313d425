import { expect } from "chai";
import { readFileSync } from "node:fs";
import { ols } from "../../src/econometrics/ols.js";
import { linearTrend } from "../../src/helper/statistics/linear-trend.js";
import { correctDigits, fewestDigits, referenceSets } from "../fixtures/nist/datasets.js";

/** R and statsmodels on the same columns: tool|set|term|estimate|standard error. Written by fixtures/nist/accuracy.ts. */
const others = readFileSync(new URL("../fixtures/nist/others.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("|") as [string, string, string, string, string]);

/** R's `lm` as it is called without further ado: the digits of the set's worst figure. */
function digitsOfR(set: string, field: 3 | 4, certified: number[]): Record<string, number> {
  const own = others.filter((row) => row[1] === set);
  const tools = [...new Set(own.map((row) => row[0]))].filter((tool) => tool.endsWith(" lm"));
  const values = (tool: string) => own.filter((row) => row[0] === tool).map((row) => Number(row[field]));
  return Object.fromEntries(tools.map((tool) => [tool, fewestDigits(values(tool), certified)]));
}

describe("ols on the certified sets of NIST", () => {
  it("is tried on all eleven", () => expect(referenceSets()).to.have.lengthOf(11));

  for (const set of referenceSets()) {
    const { terms, residualStandardError, rSquared } = ols(set.y, set.columns, { intercept: set.intercept });
    const own = [terms.map((term) => term.estimate), terms.map((term) => term.standardError)] as const;
    // For Filip the float64 powers of x themselves differ from the certified problem from the eighth digit on: what any
    // solver gets beyond that is chance, and so is everywhere the last digit of what rounding has left.
    const limit = set.name === "Filip" ? 7 : 15;
    const chance = 1;

    for (const [which, certified, field] of [
      [0, set.estimates, 3],
      [1, set.standardErrors, 4],
    ] as const)
      it(`${set.name}: as many digits of the ${which ? "standard errors" : "coefficients"} as R's lm`, () => {
        for (const [tool, digits] of Object.entries(digitsOfR(set.name, field, certified)))
          expect(fewestDigits(own[which], certified), tool).to.be.at.least(Math.min(limit, digits) - chance);
      });

    it(`${set.name}: residual standard deviation and R²`, () => {
      expect(fewestDigits([residualStandardError], [set.residualStandardDeviation])).to.be.at.least(7);
      expect(fewestDigits([rSquared], [set.rSquared])).to.be.at.least(7.5);
    });
  }
});

describe("linearTrend on NIST's Norris", () => {
  const norris = referenceSets().find(({ name }) => name === "Norris")!;
  const trend = linearTrend(norris.columns["x"]!, norris.y);
  const certified = {
    slope: norris.estimates[1]!,
    intercept: norris.estimates[0]!,
    slopeStandardError: norris.standardErrors[1]!,
    interceptStandardError: norris.standardErrors[0]!,
    residualStandardError: norris.residualStandardDeviation,
    rSquared: norris.rSquared,
  };
  // The intercept is what cancellation leaves of numbers some thousand times as large.
  for (const [name, value] of Object.entries(certified))
    it(`${name}: ${name === "intercept" ? 11 : 13} digits and more`, () =>
      expect(correctDigits(trend[name as keyof typeof certified], value)).to.be.at.least(
        name === "intercept" ? 11 : 13,
      ));
});
