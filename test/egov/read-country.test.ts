import { expect } from "chai";
import { readCountry } from "../../src/egov/read-country.js";
import { readEgovkb } from "../../src/egov/read-egovkb.js";
import { readIndexSeries } from "../../src/egov/read-index-series.js";
import { numbers, toRecords } from "../../src/helper/table/table.js";
import { temporaryFile } from "../helper/table/temporary-file.js";
import { dataPath } from "../../src/base/project.js";

const official = dataPath("official", "egovkb-12-countries.csv");

describe("readCountry", () => {
  it("takes a country out of a file with several", () =>
    expect(numbers(readCountry(official, "EST"), "EGDI")).to.deep.equal(
      numbers(readEgovkb([official], "Estonia"), "EGDI"),
    ));

  it("takes a file without countries as the country's own", () => {
    for (const name of ["template-index-series.csv", "template-index-series.xlsx"])
      expect(numbers(readCountry(dataPath(name), "anything"), "EGDI")).to.deep.equal(
        numbers(readIndexSeries(dataPath(name)), "EGDI"),
      );
  });

  it("takes several paths with commas between, and a folder", () => {
    const folder = new URL("../fixtures/egovkb", import.meta.url).pathname;
    const two = readCountry(`${folder}/EGOV_DATA_2020.csv, ${folder}/EGOV_DATA_2022.csv`, "Kazakhstan");
    expect(numbers(two, "year")).to.deep.equal([2020, 2022]);
    expect(numbers(readCountry(folder, "Kazakhstan"), "year")).to.include(2018);
  });

  it("takes files with headers of their own, by the option columns", () => {
    const several = temporaryFile(
      "several.csv",
      "edition,nation,a,b,c,d\n2020,Chile,0.5,0.4,0.5,0.6\n2022,Chile,0.6,0.5,0.6,0.7\n",
    );
    const own = temporaryFile(
      "own.csv",
      "Year,EGDI,Overall,OSI,TII,HCI\n2020,1,0.5,0.4,0.5,0.6\n2022,1,0.6,0.5,0.6,0.7\n",
    );
    const columns = { year: "Edition", country: "nation", EGDI: "a", OSI: "b", TII: "c", HCI: "d" };
    const expected = [
      { year: 2020, EGDI: 0.5, OSI: 0.4, TII: 0.5, HCI: 0.6 },
      { year: 2022, EGDI: 0.6, OSI: 0.5, TII: 0.6, HCI: 0.7 },
    ];
    const four = ["year", "EGDI", "OSI", "TII", "HCI"] as const;
    expect(toRecords(readCountry(several, "Chile", { columns }).loc({ columns: four }))).to.deep.equal(
      expected,
    );
    expect(toRecords(readCountry(own, "Chile", { columns: { EGDI: "overall" } }))).to.deep.equal(expected);
    expect(() => readCountry(several, "Chile", { columns: { ...columns, HCI: "e" } })).to.throw(
      'readEgovkb found no column "e" in several.csv, which has "edition", "nation", "a", "b", "c", "d"; the option columns chooses one: { HCI: "header" }',
    );
    expect(() => readCountry(several, "Chile", { columns: { EGD: "a" } })).to.throw(
      'requires columns among year, country, code, EGDI, OSI, TII, HCI, EPI, rank, got "EGD"',
    );
  });

  it("says what it requires, and what its readers say", () => {
    expect(() => readCountry(" ", "Kazakhstan")).to.throw(
      'readCountry requires the path of the data, got " "',
    );
    expect(() => readCountry("nowhere.csv", "Kazakhstan")).to.throw(/nowhere\.csv/);
    expect(() => readCountry(official, "Kazakstan")).to.throw('did you mean "Kazakhstan"?');
  });
});
