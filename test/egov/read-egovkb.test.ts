import { expect } from "chai";
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingEditions } from "../../src/egov/missing-editions.js";
import { egovkbCountries, readEgovkb } from "../../src/egov/read-egovkb.js";
import { numbers, toRecords } from "../../src/helper/table/table.js";
import { temporaryFile, temporaryFolder } from "../helper/table/temporary-file.js";

const folder = fileURLToPath(new URL("../fixtures/egovkb", import.meta.url));
const file = (year: number): string => join(folder, `EGOV_DATA_${year}.csv`);
const all = [2024, 2003, 2022, 2018, 2020].map(file);
const header =
  "Survey Year,Country Name,E-Government Rank,E-Government Index,E-Participation Index,Online Service Index,Human Capital Index,Telecommunication Infrastructure Index\n";

describe("readEgovkb", () => {
  it("reads every shape of the UN's files, in year order whatever the order of the paths", () => {
    // Published figures: UN DESA, E-Government Knowledgebase.
    expect(toRecords(readEgovkb(all, "Kazakhstan"))).to.deep.equal([
      { year: 2003, EGDI: 0.38661, OSI: 0.18777, TII: 0.06206, HCI: 0.91, EPI: 0.1034, rank: 83 },
      { year: 2018, EGDI: 0.7597, OSI: 0.8681, TII: 0.5723, HCI: 0.8388, EPI: 0.8371, rank: 39 },
      { year: 2020, EGDI: 0.8375, OSI: 0.9235, TII: 0.7024, HCI: 0.8866, EPI: 0.881, rank: 29 },
      { year: 2022, EGDI: 0.8628, OSI: 0.9344, TII: 0.752, HCI: 0.9021, EPI: 0.8068, rank: 28 },
      { year: 2024, EGDI: 0.90093, OSI: 0.93903, TII: 0.92353, HCI: 0.84029, EPI: NaN, rank: NaN },
    ]);
  });

  it("gives the columns of the series first, then e-participation and rank", () => {
    expect(readEgovkb([file(2022)], "KZ").columns).to.deep.equal([
      "year",
      "EGDI",
      "OSI",
      "TII",
      "HCI",
      "EPI",
      "rank",
    ]);
  });

  it("reads all files of a folder", () => {
    expect(numbers(readEgovkb([folder], "Kazakhstan"), "year")).to.deep.equal([2003, 2018, 2020, 2022, 2024]);
  });

  for (const name of [
    "Republic of Korea",
    "South Korea",
    "korea, south",
    "KOR",
    "kr",
    "Республика Корея",
    "Оңтүстік Корея",
  ]) {
    it(`finds a country as ${JSON.stringify(name)} under its different names`, () => {
      expect(numbers(readEgovkb(all, name), "EGDI")).to.deep.equal([0.74413, 0.901, 0.956, 0.9529, 0.96789]);
    });
  }

  it("lets a known name decide where the added code is wrong", () => {
    expect(numbers(readEgovkb([file(2018)], "Bahamas"), "rank")).to.deep.equal([72]);
    expect(numbers(readEgovkb([file(2018)], "BHS"), "rank")).to.deep.equal([72]);
  });

  it("finds a territory that is no member state by the name that the file has", () => {
    const path = temporaryFile("EGOV_DATA_2016.csv", `${header}2016,"Terra Nova ",1,0.5,0.5,0.5,0.5,0.5\n`);
    expect(numbers(readEgovkb([path], "terra nova"), "EGDI")).to.deep.equal([0.5]);
    expect(() => readEgovkb([path], "Tera Nova")).to.throw(/did you mean "Terra Nova"\?$/);
  });

  it("takes a code at the end of a row that the header does not name", () => {
    const path = temporaryFile(
      "EGOV_DATA_2014.csv",
      `${header}2014,Kazakhstan ,28,0.72827,0.7647,0.74803,0.8619,0.57488,KAZ\n`,
    );
    expect(numbers(readEgovkb([path], "Kazakhstan"), "TII")).to.deep.equal([0.57488]);
  });

  it("reads a copy with its headers renamed", () => {
    const path = temporaryFile(
      "renamed.csv",
      "Survey Year,Country,Rank,E_Index,E_Participation,Online_Service,Human_Capital,Tele_Infra,Region\n2022,Kazakhstan,28,0.8628,0.8068,0.9344,0.9021,0.752,Asia\n",
    );
    expect(toRecords(readEgovkb([path], "KAZ"))).to.deep.equal(toRecords(readEgovkb([file(2022)], "KAZ")));
  });

  it("leaves footnotes below the table alone", () => {
    const path = temporaryFile(
      "EGOV_DATA_2012.csv",
      `${header}2012,Chile,39,0.6769,0.6579,0.7516,0.8788,0.4001\n,,,\nSource: UN\n`,
    );
    expect(numbers(readEgovkb([path], "Chile"), "year")).to.deep.equal([2012]);
  });

  it("reads a file again when it has changed", () => {
    const path = temporaryFile(
      "EGOV_DATA_2010.csv",
      `${header}2010,Chile,34,0.6014,0.3429,0.4857,0.9187,0.4\n`,
    );
    expect(numbers(readEgovkb([path], "Chile"), "TII")).to.deep.equal([0.4]);
    writeFileSync(path, `${header}2010,Chile,34,0.6014,0.3429,0.4857,0.9187,0.3\n`);
    utimesSync(path, 1, 1);
    expect(numbers(readEgovkb([path], "Chile"), "TII")).to.deep.equal([0.3]);
  });
});

describe("readEgovkb refuses", () => {
  const refusal = (paths: string[], country: string): string => {
    try {
      readEgovkb(paths, country);
    } catch (error) {
      return (error as Error).message;
    }
    return "nothing";
  };
  const one = (name: string, content: string, country = "Chile"): string =>
    refusal([temporaryFile(name, content)], country);

  it("a misspelt country, with the nearest name", () => {
    const wrong = {
      Kazakstan: "Kazakhstan",
      Kazahkstan: "Kazakhstan",
      " Grmany": "Germany",
      Казакстан: "Казахстан",
    };
    for (const [name, meant] of Object.entries(wrong)) {
      expect(refusal(all, name)).to.equal(
        `readEgovkb found no country ${JSON.stringify(name)}; did you mean "${meant}"?`,
      );
    }
  });

  it("a country that is like none, or that no file has", () => {
    expect(refusal([file(2022)], "Atlantis")).to.equal(
      'readEgovkb found no country "Atlantis" in EGOV_DATA_2022.csv',
    );
    expect(refusal([file(2022)], "EST")).to.equal('readEgovkb found no row for "EST" in EGOV_DATA_2022.csv');
    expect(refusal(all, " ")).to.equal('readEgovkb requires a country\'s name or ISO code, got " "');
  });

  it("a country without an index in any edition", () => {
    expect(refusal([file(2003)], "Uzbekistan")).to.equal(
      'readEgovkb found no edition with an index for "Uzbekistan"',
    );
  });

  it("an edition that is there twice, in two files or in one", () => {
    const copy = temporaryFile(
      "EGOV_DATA_2022.csv",
      `${header}2022,Kazakhstan,28,0.8628,0.8068,0.9344,0.9021,0.752\n`,
    );
    expect(refusal([file(2022), copy], "KAZ")).to.equal(
      "readEgovkb found the edition of 2022 twice: in EGOV_DATA_2022.csv and in EGOV_DATA_2022.csv",
    );
    const row = "2022,Chile,36,0.8377,0.7,0.8,0.9,0.7\n";
    expect(one("EGOV_DATA_2022b.csv", header + row + row)).to.equal(
      'EGOV_DATA_2022b.csv line 3, column "year": 2022 is already in line 2',
    );
  });

  it("a value that is no number from 0 to 1, by file, line and column", () => {
    expect(one("EGOV_DATA_a.csv", `${header}2022,Chile,36,0.8377,0.7,8.0,0.9,0.7\n`)).to.equal(
      'EGOV_DATA_a.csv line 2, column "OSI": 8 is not between 0 and 1',
    );
    expect(one("EGOV_DATA_a.csv", `${header}2022,Chile,36,0.8377,0.7,0.8,none,0.7\n`)).to.equal(
      'EGOV_DATA_a.csv line 2, column "HCI": "none" is not a number',
    );
    expect(one("EGOV_DATA_a.csv", `${header}2022,Chile,36,0.8377,0.7,0.8,,0.7\n`)).to.equal(
      'EGOV_DATA_a.csv line 2, column "HCI": the value is missing',
    );
  });

  it("a file without a column that it needs", () => {
    expect(
      one("EGOV_DATA_b.csv", "Survey Year,Country Name,EGDI,OSI,TII\n2022,Chile,0.8,0.8,0.8\n"),
    ).to.match(/^readEgovkb found no column "HCI" in EGOV_DATA_b.csv, which has "Survey Year", /);
    expect(one("EGOV_DATA_b.csv", "Survey Year,EGDI\n2022,0.8\n")).to.equal(
      'readEgovkb found no column "country" in EGOV_DATA_b.csv, which has "Survey Year", "EGDI"; the option columns chooses one: { country: "header" }',
    );
    expect(one("EGOV_DATA_b.csv", "Country Name,EGDI\nChile,0.8\n")).to.equal(
      'readEgovkb found neither a column "Survey Year" in EGOV_DATA_b.csv nor a year in its name',
    );
  });

  it("what is no list of files", () => {
    expect(refusal([], "KAZ")).to.equal(
      "readEgovkb requires a list of at least one path, got an array of length 0",
    );
    expect(refusal("a.csv" as never, "KAZ")).to.equal(
      'readEgovkb requires a list of at least one path, got "a.csv"',
    );
    expect(refusal(["absent.csv"], "KAZ")).to.match(/^readEgovkb requires a readable file, got "absent.csv"/);
    expect(refusal([join(folder, "..")], "KAZ")).to.match(
      /^readEgovkb found no file EGOV_DATA_<year>.csv in the folder /,
    );
    expect(refusal([temporaryFolder, "x"], "KAZ")).to.not.equal("nothing");
  });
});

describe("missingEditions", () => {
  it("names what the files do not have and why, zero-index states included", () => {
    expect(missingEditions(readEgovkb([file(2003), file(2018), file(2022)], "Uzbekistan"))).to.deep.equal([
      { year: 2003, reason: "EGOV_DATA_2003.csv line 5 has no index: EGDI is 0" },
      ...[2004, 2005, 2008, 2010, 2012, 2014, 2016, 2020].map((year) => ({
        year,
        reason: "no file has this edition",
      })),
    ]);
    expect(missingEditions(readEgovkb([file(2018), file(2020), file(2022)], "Estonia"))).to.deep.equal([
      { year: 2022, reason: 'EGOV_DATA_2022.csv has no row for "Estonia"' },
    ]);
  });

  it("is empty where nothing is missing", () => {
    expect(
      missingEditions(readEgovkb([file(2018), file(2020), file(2022), file(2024)], "KAZ")),
    ).to.deep.equal([]);
  });
});

describe("egovkbCountries", () => {
  it("lists every country once, whatever the files call it, in alphabetical order", () => {
    expect(egovkbCountries([file(2018), file(2022)])).to.deep.equal([
      "Bahamas",
      "Estonia",
      "Kazakhstan",
      "Republic of Korea",
      "Uzbekistan",
    ]);
  });
});
