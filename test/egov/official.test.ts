import { expect } from "chai";
import { missingEditions } from "../../src/egov/missing-editions.js";
import { loadOfficial, loadOfficialRanks, loadWef } from "../../src/egov/official.js";
import { numbers, toRecords } from "../../src/helper/table/table.js";

const editions = [2003, 2004, 2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024];
const countries = ["AUS", "CHN", "DNK", "EST", "DEU", "IND", "KAZ", "KOR", "RUS", "SGP", "GBR", "UZB"];

describe("loadOfficial", () => {
  it("has Kazakhstan's twelve editions", () => {
    const df = loadOfficial();
    expect(df.columns).to.deep.equal(["year", "EGDI", "OSI", "TII", "HCI", "EPI", "rank"]);
    expect(numbers(df, "year")).to.deep.equal(editions);
  });

  it("obeys the index's definition in every edition of every country", () => {
    for (const country of countries) {
      for (const row of toRecords(loadOfficial(country)) as Record<string, number>[]) {
        const old = row["year"] === 2008 || row["year"] === 2010;
        const online = old ? 0.34 : 1 / 3;
        const other = old ? 0.33 : 1 / 3;
        const mean = online * row["OSI"]! + other * row["TII"]! + other * row["HCI"]!;
        expect(row["EGDI"], `${country} ${row["year"]}`).to.be.closeTo(mean, 1e-4);
      }
    }
  });

  it("treats a state without web presence as missing", () => {
    expect(numbers(loadOfficial("Uzbekistan"), "year")).to.deep.equal(editions.slice(1));
    expect(missingEditions(loadOfficial("Uzbekistan")).map(({ year }) => year)).to.deep.equal([2003]);
    expect(missingEditions(loadOfficial("Estonia"))).to.deep.equal([]);
  });

  it("finds a country by any of its names, and says which it has", () => {
    expect(numbers(loadOfficial("South Korea"), "rank")).to.deep.equal(numbers(loadOfficial("KR"), "rank"));
    expect(() => loadOfficial("Estnia")).to.throw(
      'loadOfficial found no country "Estnia"; did you mean "Estonia"?',
    );
    expect(() => loadOfficial("Nowhereland")).to.throw(/^loadOfficial found no country "Nowhereland"$/);
    expect(() => loadOfficial("France")).to.throw(
      /^loadOfficial has no figures for "France", only for Kazakhstan, /,
    );
  });
});

describe("loadOfficialRanks", () => {
  const ranks = toRecords(loadOfficialRanks()) as Record<string, number>[];

  it("has the ranks that go with the values", () => {
    expect(ranks.map(({ EGDI }) => EGDI)).to.deep.equal(numbers(loadOfficial(), "rank"));
  });

  it("has no rank beyond the number of states, and no dense rank above the other", () => {
    for (const row of ranks) {
      for (const name of ["EGDI", "EPI", "OSI", "TII", "HCI"])
        expect(row[name]).to.be.within(1, row["states"]!);
      expect(row["EPIdense"]).to.be.at.most(row["EPI"]!);
    }
  });
});

describe("loadWef", () => {
  it("leaves empty what was not found", () => {
    const rows = toRecords(loadWef()) as Record<string, number>[];
    const found = rows.filter(({ usage }) => !Number.isNaN(usage)).map(({ year }) => year);
    expect(found).to.deep.equal([2012, 2013, 2014, 2015, 2016]);
    expect(rows.every(({ rank, economies }) => rank! >= 1 && rank! <= economies!)).to.equal(true);
  });
});
