import { expect } from "chai";
import { dataPath } from "../../src/base/project.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { ledgerIn } from "../../src/ledger/load-ledger.js";

/**
 * The ranges that rounding leaves, as T. van der Zee, J. Anaya and N. J. L. Brown computed them for Statistical heartburn
 * (BMC Nutrition 3, 54, 2017) with SciPy and rpsychi: "Possible" in Python/output.txt of github.com/OmnesRes/pizzapizza at
 * a038cc8, paper 4. F by the statement, for one, two and three pieces.
 */
const F: readonly (readonly [low: number, high: number])[][] = [
  [[1.81, 1.91], [0.04, 0.05], [0.12, 0.15], [0.7, 0.77], [0.64, 0.7]],
  [[2.6, 2.71], [7.54, 7.79], [11.93, 12.36], [14.62, 15.01], [10.97, 11.27]],
  [[1.36, 1.4], [0.78, 0.83], [0.14, 0.16], [0.03, 0.03], [0.18, 0.19]],
]; // prettier-ignore

describe("a paper whose errors are published", () => {
  const judged = judgeLedger(ledgerIn(dataPath("papers", "sigirci-wansink-2015")));
  const of = (id: string): (typeof judged)[number] => judged.find((one) => one.id === id)!;

  it("has F statistics that lie in the published ranges, or do not, as the critique found", () => {
    F.forEach((statements, pieces) =>
      statements.forEach(([low, high], at) => {
        const { printed, internal } = of(`T3.statement ${at + 1}.${pieces + 1} F`);
        const { recomputed, verdict } = internal!;
        const [from, to] = (Array.isArray(recomputed) ? recomputed : [recomputed, recomputed]) as [
          number,
          number,
        ];
        // They take 1.955, the one mean of three decimals, as rounded to two.
        const isWider = pieces === 0 && at === 2;
        expect(from, `F ${pieces + 1}, ${at + 1}`).to.be.within(
          low - 0.0051,
          low + (isWider ? 0.01 : 0.0051),
        );
        expect(to, `F ${pieces + 1}, ${at + 1}`).to.be.within(
          high - (isWider ? 0.01 : 0.0051),
          high + 0.0051,
        );
        const isPossible = Number(printed) >= low && Number(printed) <= high;
        expect(verdict).to.equal(isPossible ? "reproduced" : "not reproduced");
      }),
    );
  });

  it("has no t that the pooled variance gives; of age Welch's does", () => {
    // Possible: 0.26 to 0.26, 1.39 to 1.41, 0.57 to 0.57. R 4.2.2: 0.88 / sqrt(18.5^2/43 + 14.3^2/52) = 0.2552
    expect(["age", "height", "weight"].map((row) => of(`T1.${row}.t`).internal?.verdict)).to.deep.equal([
      "other convention",
      "not reproduced",
      "not reproduced",
    ]);
  });
});
