import { expect } from "chai";
import { pearson } from "../../src/helper/statistics/correlation.js";
import { firstDifferences } from "../../src/egov/first-differences.js";
import { leaveOneOut } from "../../src/econometrics/leave-one-out.js";
import { permutationTest } from "../../src/econometrics/permutation-test.js";
import { expectClose } from "../fixtures/fixture.js";
import { association } from "../helper/statistics/association-figures.js";
import { refuses } from "../helper/statistics/says.js";
import { series } from "../helper/statistics/series-figures.js";

const correlation = (a: number[], b: number[]) => pearson(a, b).r;

async function rejection(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "no error",
    (error: Error) => error.message,
  );
}

describe("permutationTest", () => {
  const { x, y, r, pValue } = association.permutation;

  it("comes within four standard errors of the share among all orders that Python counts", async () => {
    const permutations = 20000;
    const found = await permutationTest(x, y, { permutations });
    const error = Math.sqrt((pValue * (1 - pValue)) / permutations);
    expectClose(found.r, r, 13);
    expect(found.pValue).to.be.closeTo(pValue, 4 * error);
  });

  it("gives the same for the same seed, and something else for another", async () => {
    const [one, same, other] = await Promise.all(
      [7, 7, 8].map((seed) => permutationTest(x, y, { seed, permutations: 999 })),
    );
    expect(same).to.deep.equal(one);
    expect(other!.pValue).not.to.equal(one!.pValue);
  });

  it("is never 0", async () => {
    const line = Array.from({ length: 30 }, (_, i) => i);
    expect((await permutationTest(line, line, { permutations: 99 })).pValue).to.equal(0.01);
  });

  it("says what it requires", async () => {
    expect(await rejection(permutationTest([1, 2], [1, 2]))).to.equal(
      "permutationTest requires x to have at least 3 values, got 2",
    );
    expect(await rejection(permutationTest([1, 2, 3], [4, 4, 4]))).to.equal(
      "permutationTest requires y to vary, got 4 everywhere",
    );
    expect(await rejection(permutationTest(x, y, { permutations: 0 }))).to.equal(
      "permutationTest requires a whole number of permutations from 1, got 0",
    );
    expect(await rejection(permutationTest(x, y, { seed: 0.5 }))).to.equal(
      "permutationTest requires a whole number as seed, got 0.5",
    );
  });
});

describe("leaveOneOut", () => {
  const { EGDI, HCI } = series.inputs;

  it("is the statistic of the other rows", () => {
    const { all, without, influence } = leaveOneOut([EGDI, HCI], correlation);
    expect(all).to.equal(pearson(EGDI, HCI).r);
    expect(without[2]).to.equal(pearson(EGDI.toSpliced(2, 1), HCI.toSpliced(2, 1)).r);
    expect(influence[11]).to.equal(all - pearson(EGDI.slice(0, -1), HCI.slice(0, -1)).r);
  });

  refuses("leaveOneOut", [
    ["no column", () => leaveOneOut([], () => 0), "at least one column, got an array of length 0"],
    ["two rows", () => leaveOneOut([[1, 2]], () => 0), "column 1 to have at least 3 values, got 2"],
    [
      "columns of unequal length",
      () => leaveOneOut([[1, 2, 3], [1, 2, 3, 4]], () => 0), // prettier-ignore
      "column 2 of length 3, got 4",
    ],
  ]);
});

describe("firstDifferences", () => {
  it("agrees with NumPy in calendar years", () =>
    expectClose(firstDifferences(series.inputs.year, series.inputs.EGDI), association.differences, 14));

  refuses("firstDifferences", [
    ["one edition", () => firstDifferences([2020], [1]), "years to have at least 2 values, got 1"],
    [
      "unsorted years",
      () => firstDifferences([2020, 2018], [1, 2]),
      "years in increasing order without duplicates after 2020, got 2018",
    ],
  ]);
});
