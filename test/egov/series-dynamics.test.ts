import { expect } from "chai";
import { rankSeries } from "../../src/egov/rank-series.js";
import { seriesDynamics } from "../../src/egov/series-dynamics.js";
import { toRecords } from "../../src/helper/table/table.js";
import { expectClose } from "../fixtures/fixture.js";
import { refuses } from "../helper/statistics/says.js";
import { series } from "../helper/statistics/series-figures.js";

const { year, EGDI } = series.inputs;

/** The fixture has null where there is no value: JSON knows no NaN. */
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

describe("seriesDynamics", () => {
  const { rows: table, ...means } = seriesDynamics(year, EGDI);
  const rows = toRecords(table);

  it("agrees with pandas on chain rates and base factors", () => {
    expectClose(rows.map((row) => row.growthRateChain).map(orNull), series.growth.chain, 12);
    expectClose(
      rows.map((row) => row.growthFactorBase),
      series.growth.base,
      14,
    );
    expectClose(means.meanAnnualGrowthFactor, series.growth.mean, 14);
  });

  it("keeps the textbook's laws: chain factors multiply to the base factor, chain growths add up to the base growth", () => {
    const last = rows.at(-1)!;
    const product = rows.slice(1).reduce((total, row) => total * row.growthFactorChain!, 1);
    const sum = rows.slice(1).reduce((total, row) => total + row.absoluteGrowthChain!, 0);
    expect(product).to.be.closeTo(last.growthFactorBase, 1e-14);
    expect(sum).to.be.closeTo(last.absoluteGrowthBase, 1e-15);
    for (const row of rows.slice(1))
      expect(row.absoluteGrowthChain! / (100 * row.growthRateChain!)).to.be.closeTo(row.onePercent!, 1e-15);
  });

  it("counts calendar years, not editions", () => {
    const means = seriesDynamics([2010, 2014], [1, 16]);
    const { meanAnnualGrowthFactor, meanAnnualGrowthRate, meanAnnualAbsoluteGrowth } = means;
    expect([meanAnnualGrowthFactor, meanAnnualGrowthRate, meanAnnualAbsoluteGrowth]).to.deep.equal([
      2, 1, 3.75,
    ]);
  });

  refuses("seriesDynamics", [
    ["one row", () => seriesDynamics([2020], [1]), "years to have at least 2 values, got 1"],
    [
      "a duplicate year",
      () => seriesDynamics([2018, 2020, 2020], [1, 2, 3]),
      "years in increasing order without duplicates after 2020, got 2020",
    ],
    [
      "unsorted years",
      () => seriesDynamics([2020, 2018], [1, 2]),
      "years in increasing order without duplicates after 2020, got 2018",
    ],
    ["a value of zero", () => seriesDynamics([2018, 2020], [0, 2]), "a positive value for 2018, got 0"],
    ["half a year", () => seriesDynamics([2018, 2019.5], [1, 2]), "whole years, got 2019.5"],
    ["unequal lengths", () => seriesDynamics([2018, 2020], [1, 2, 3]), "values of length 2, got 3"],
  ]);
});

describe("rankSeries", () => {
  const found = rankSeries([2010, 2003, 2004, 2005, 2008], [46, 83, 69, 65, 81]);
  const rows = toRecords(found.rows);

  it("puts editions in time order and agrees with pandas on the changes", () => {
    expect(rows.map((row) => row.year)).to.deep.equal([2003, 2004, 2005, 2008, 2010]);
    expect(rows.map((row) => row.change).map(orNull)).to.deep.equal(series.ranks.change);
  });

  it("counts a lower rank as better", () => {
    expect(rows.map((row) => row.direction)).to.deep.equal(["", "better", "better", "worse", "better"]);
    expect(found.best).to.deep.equal({ year: 2010, rank: 46 });
    expect(found.worst).to.deep.equal({ year: 2003, rank: 83 });
    expect(rankSeries([2018, 2020], [3, 3]).rows["direction"].values[1]).to.equal("same");
  });

  refuses("rankSeries", [
    ["rank 0", () => rankSeries([2018, 2020], [0, 3]), "a whole rank from 1 for 2018, got 0"],
    ["half a rank", () => rankSeries([2018, 2020], [1, 2.5]), "a whole rank from 1 for 2020, got 2.5"],
    [
      "a duplicate year",
      () => rankSeries([2018, 2018], [1, 2]),
      "years in increasing order without duplicates after 2018, got 2018",
    ],
    ["unequal lengths", () => rankSeries([2018, 2020], [1]), "ranks of length 2, got 1"],
  ]);
});
