import { expect } from "chai";
import { correlationMatrix, pearson } from "../../../src/helper/statistics/correlation.js";
import { Series } from "../../../src/helper/table/data-frame.js";
import { dataFrame } from "../../../src/helper/table/table.js";
import { expectClose, fixture } from "../../fixtures/fixture.js";
import { refuses } from "./says.js";
import { series } from "./series-figures.js";

const { EGDI, OSI, TII, HCI, noise } = series.inputs;

describe("pearson", () => {
  it("agrees with SciPy where the series go together", () =>
    expectClose(pearson(EGDI, TII), series.correlation.close, 10));
  it("agrees with SciPy where they do not", () =>
    expectClose(pearson(noise[0], noise[1]), series.correlation.loose, 10));
  it("agrees with SciPy at another level", () =>
    expectClose(pearson(EGDI, HCI, { level: 0.8 }), series.correlation["level 0.8"], 10));

  it("keeps its digits where the values are large and their spread is small, against exact arithmetic", () => {
    interface Case {
      x: number[];
      y: number[];
      r: number;
    }
    for (const { x, y, r } of fixture<Case[]>("rational/correlation.json"))
      expectClose(pearson(x, y).r, r, 13);
  });

  it("is 1 or -1 with a p-value of 0 for points on a line", () => {
    expect(pearson([1, 2, 4], [3, 5, 9])).to.deep.include({ r: 1, pValue: 0, interval: [1, 1] });
    expect(pearson([1, 2, 4], [-3, -5, -9])).to.deep.include({ r: -1, pValue: 0, interval: [-1, -1] });
  });

  it("says with three points that the correlation may be anything", () =>
    expect(pearson([1, 2, 3], [1, 3, 2]).interval).to.deep.equal([-1, 1]));

  it("does not care for shift and scale", () => {
    const moved = OSI.map((value) => 7 + 30 * value);
    expect(pearson(EGDI, moved).r).to.be.closeTo(pearson(EGDI, OSI).r, 1e-13);
  });

  it("takes Series, typed arrays and a DataFrame's columns", () => {
    const df = dataFrame({ EGDI, TII });
    const plain = pearson(EGDI, TII);
    expect(pearson(df["EGDI"], df["TII"])).to.deep.equal(plain);
    expect(pearson(Float64Array.from(EGDI), new Series(TII))).to.deep.equal(plain);
  });

  it("leaves out the pairs in which one is missing where that is asked for, and says how many", () => {
    const [x, y] = [[NaN, 1, 2, 4, 7], [1, 3, NaN, 5, 4]]; // prettier-ignore
    const { omitted, ...rest } = pearson(x!, y!, { missing: "omit" });
    expect(omitted).to.equal(2);
    expect(rest).to.deep.equal(pearson([1, 4, 7], [3, 5, 4]));
    expect(pearson([1, 2, 4], [1, 3, 2], { missing: "omit" }).omitted).to.equal(0);
  });

  refuses("pearson", [
    [
      "a missing value, by name and place",
      () => pearson(EGDI.slice(0, 3), dataFrame({ TII: [1, NaN, 2] })["TII"]),
      'y ("TII") to hold finite numbers only, got NaN at position 1; { missing: "omit" } leaves such rows out',
    ],
    ["two points", () => pearson([1, 2], [1, 2]), "x to have at least 3 values, got 2"],
    [
      "unequal lengths",
      () => pearson([1, 2, 3], [1, 2, 3, 4]),
      "x and y of the same length, got 3 and 4 values",
    ],
    ["a constant column", () => pearson([1, 2, 3], [5, 5, 5]), "y to vary, got 5 everywhere"],
    [
      "infinity",
      () => pearson([1, 2, Infinity], [1, 2, 3]),
      "x to hold finite numbers only, got Infinity at position 2",
    ],
    [
      "a level that is no probability",
      () => pearson([1, 2, 3], [1, 3, 2], { level: 95 }),
      "a level between 0 and 1, got 95",
    ],
    [
      "numbers whose squares leave float64",
      () => pearson([1e200, 2e200, 4e200], [1, 3, 2]),
      /^pearson requires x with deviations from the mean between 1e-72 and 1e75/,
    ],
  ]);
});

describe("correlationMatrix", () => {
  it("agrees with NumPy, in the order of the columns", () => {
    const { columns, index, values } = correlationMatrix({ EGDI, OSI, TII, HCI });
    expect(columns).to.deep.equal(["EGDI", "OSI", "TII", "HCI"]);
    expect(index).to.deep.equal(columns);
    expectClose(values, series.matrix, 13);
  });

  it("takes a DataFrame, and the columns that are asked for", () => {
    const df = dataFrame({ year: EGDI.map((_, at) => at), EGDI, OSI, TII });
    const chosen = correlationMatrix(df, { columns: ["TII", "EGDI"] });
    expect(chosen.columns).to.deep.equal(["TII", "EGDI"]);
    expect(chosen.at("TII", "EGDI")).to.be.closeTo(pearson(TII, EGDI).r, 1e-15);
  });

  it("is symmetric with ones on the diagonal, to the last bit", () => {
    const { values } = correlationMatrix({ EGDI, OSI, TII });
    values.forEach((row, i) => row.forEach((value, j) => expect(value).to.equal(values[j]![i])));
    expect(values.map((row, i) => row[i])).to.deep.equal([1, 1, 1]);
  });

  refuses("correlationMatrix", [
    [
      "a name that the DataFrame does not have",
      () => correlationMatrix(dataFrame({ EGDI, OSI }), { columns: ["EGDI", "EGDP"] }),
      /^correlationMatrix found no column "EGDP"; there are "EGDI", "OSI"$/,
    ],
    ["no column", () => correlationMatrix({}), "at least one column, got 0"],
    [
      "columns of unequal length",
      () => correlationMatrix({ a: [1, 2, 3], b: [1, 2] }),
      'column "b" of length 3, got 2',
    ],
    [
      "a constant column",
      () => correlationMatrix({ a: [1, 2], b: [7, 7] }),
      'column "b" to vary, got 7 everywhere',
    ],
    ["one row", () => correlationMatrix({ a: [1] }), 'column "a" to have at least 2 values, got 1'],
    [
      "a column that is too small to be squared",
      () => correlationMatrix({ a: [1e-100, 2e-100], b: [1, 2] }),
      /^correlationMatrix requires column "a" with deviations/,
    ],
  ]);
});
