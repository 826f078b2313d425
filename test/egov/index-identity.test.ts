import { expect } from "chai";
import { loadOfficial } from "../../src/egov/official.js";
import { egdiOf, egdiWeights, growthContributions, type Components } from "../../src/egov/index-identity.js";
import { toRecords } from "../../src/helper/table/table.js";
import { refuses } from "../helper/statistics/says.js";

interface Row extends Components {
  year: number;
  EGDI: number;
}
const rows = toRecords(loadOfficial("Estonia")) as unknown as Row[];

describe("egdiOf", () => {
  it("gives the UN's published index in every edition, within what rounding of the components can do", () => {
    for (const row of rows) expect(egdiOf(row.year, row), String(row.year)).to.be.closeTo(row.EGDI, 1e-4);
  });

  it("needs the weights of the edition: one third in 2010 misses the published index", () =>
    expect(
      egdiOf(
        2012,
        rows.find(({ year }) => year === 2010)!,
      ),
    ).not.to.be.closeTo(rows.find(({ year }) => year === 2010)!.EGDI, 1e-4));

  refuses("egdiOf", [
    [
      "a component above 1",
      () => egdiOf(2020, { OSI: 94.1, TII: 0, HCI: 0 }),
      "OSI between 0 and 1, got 94.1",
    ],
    [
      "a component below 0",
      () => egdiOf(2020, { OSI: 0, TII: -0.1, HCI: 0 }),
      "TII between 0 and 1, got -0.1",
    ],
    [
      "NaN",
      () => egdiOf(2020, { OSI: 0, TII: 0, HCI: NaN }),
      "HCI to hold finite numbers only, got NaN at position 0",
    ],
  ]);
  refuses("egdiWeights", [["half a year", () => egdiWeights(2020.5), "a whole year, got 2020.5"]]);
});

describe("growthContributions", () => {
  it("add up to the growth between any two editions, also where the weights change", () => {
    for (const from of rows)
      for (const to of rows) {
        if (from.year >= to.year) continue;
        const { total, contributions, shares } = growthContributions(
          loadOfficial("Estonia"),
          from.year,
          to.year,
        );
        const sum = contributions.OSI + contributions.TII + contributions.HCI;
        expect(sum, `${from.year} to ${to.year}`).to.be.closeTo(total, 1e-15);
        expect(total).to.be.closeTo(to.EGDI - from.EGDI, 2e-4);
        expect(shares.OSI + shares.TII + shares.HCI).to.be.closeTo(1, 1e-11);
      }
  });

  it("are weight times change while the weights stand", () =>
    expect(
      growthContributions(
        { year: [2012, 2014], OSI: [0.1, 0.4], TII: [0.2, 0.2], HCI: [0.3, 0.6] },
        2012,
        2014,
      ).shares,
    ).to.deep.include({ TII: 0 }));

  refuses("growthContributions", [
    [
      "an index that stands still",
      () => growthContributions({ year: [2012, 2014], OSI: [0, 0], TII: [0, 0], HCI: [0, 0] }, 2012, 2014),
      'two editions with a different index, got "no change"',
    ],
    [
      "an edition that is not there",
      () => growthContributions({ year: [2012], OSI: [0], TII: [0], HCI: [0] }, 2012, 2014),
      "one of the years 2012, got 2014",
    ],
  ]);
});
