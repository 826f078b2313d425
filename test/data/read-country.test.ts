import { expect } from "chai";
import { readCountry } from "../../src/data/read-country.js";
import { readEgovkb } from "../../src/data/read-egovkb.js";
import { readIndexSeries } from "../../src/data/read-index-series.js";
import { numbers } from "../../src/table.js";
import { dataPath } from "../../src/project.js";

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

  it("says what it requires, and what its readers say", () => {
    expect(() => readCountry(" ", "Kazakhstan")).to.throw('readCountry requires the path of the data, got " "');
    expect(() => readCountry("nowhere.csv", "Kazakhstan")).to.throw(/nowhere\.csv/);
    expect(() => readCountry(official, "Kazakstan")).to.throw('did you mean "Kazakhstan"?');
  });
});
