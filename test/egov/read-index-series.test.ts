import { expect } from "chai";
import { missingEditions } from "../../src/egov/missing-editions.js";
import { readIndexSeries } from "../../src/egov/read-index-series.js";
import { dataPath } from "../../src/base/project.js";
import { toRecords } from "../../src/helper/table/table.js";
import { temporaryFile } from "../helper/table/temporary-file.js";

const read = (content: string): ReturnType<typeof readIndexSeries> =>
  readIndexSeries(temporaryFile("my.csv", content));
const rows = [
  { year: 2022, EGDI: 0.8628, OSI: 0.9344, TII: 0.752, HCI: 0.9021 },
  { year: 2024, EGDI: 0.90093, OSI: 0.93903, TII: 0.92353, HCI: 0.84029 },
];

describe("readIndexSeries", () => {
  it("reads the template, which is the same as csv and as a workbook", () => {
    const csv = readIndexSeries(dataPath("template-index-series.csv"));
    expect(csv.columns).to.deep.equal(["year", "EGDI", "OSI", "TII", "HCI"]);
    expect(csv.shape).to.deep.equal([12, 5]);
    expect(toRecords(readIndexSeries(dataPath("template-index-series.xlsx")))).to.deep.equal(toRecords(csv));
  });

  it("puts the years in order, newest first or mixed in the file", () => {
    const content =
      "year,EGDI,OSI,TII,HCI\n2024,0.90093,0.93903,0.92353,0.84029\n2022,0.8628,0.9344,0.752,0.9021\n";
    expect(toRecords(read(content))).to.deep.equal(rows);
  });

  it("understands the UN's headers, semicolons and decimal commas", () => {
    const content =
      "Год;E-Government Development Index (EGDI);Human Capital Index;Online Service Index;Telecommunication Infrastructure Index\r\n" +
      "2022;0,8628;0,9021;0,9344;0,752\r\n2024;0,90093;0,84029;0,93903;0,92353\r\n";
    expect(toRecords(read(content))).to.deep.equal(rows);
  });

  it("leaves an edition without an index out and says so", () => {
    const df = read(
      "year,EGDI,OSI,TII,HCI\n2018,0,0,0.1,0.2\n2020,-,,,\n2022,0.8628,0.9344,0.752,0.9021\n2024,0.90093,0.93903,0.92353,0.84029\n",
    );
    expect(toRecords(df)).to.deep.equal(rows);
    expect(missingEditions(df)).to.deep.equal([
      { year: 2018, reason: "my.csv line 2 has no index: EGDI is 0" },
      { year: 2020, reason: "my.csv line 3 has no index: the cell is empty" },
    ]);
  });

  const head = "year,EGDI,OSI,TII,HCI\n";
  const good = "2022,0.8628,0.9344,0.752,0.9021\n";
  const faults: Record<string, [string, string]> = {
    "a missing column": [
      "year,EGDI,OSI\n2022,0.5,0.5\n",
      'readIndexSeries found no column "TII" in my.csv, which has "year", "EGDI", "OSI"; the option columns chooses one: { TII: "header" }',
    ],
    "a missing year column": [
      "when,EGDI\n2022,0.5\n",
      'readIndexSeries found no column "year" in my.csv, which has "when", "EGDI"; the option columns chooses one: { year: "header" }',
    ],
    "one edition alone": [
      head + good,
      "readIndexSeries requires at least 2 rows below the header, got 1 in my.csv",
    ],
    "a year that is there twice": [
      head + good + good,
      'my.csv line 3, column "year": 2022 is already in line 2',
    ],
    "an index on another scale": [
      `${head}${good}2024,90.09,93.9,92.4,84\n`,
      'my.csv line 3, column "EGDI": 90.09 is not between 0 and 1',
    ],
    "a component that is missing": [
      `${head}${good}2024,0.9,0.9,,0.8\n`,
      'my.csv line 3, column "TII": the value is missing',
    ],
    "a component that is not a number": [
      `${head}${good}2024,0.9,NaN,0.9,0.8\n`,
      'my.csv line 3, column "OSI": "NaN" is not a number',
    ],
    "a rank for a year": [
      `${head}28,0.9,0.9,0.9,0.8\n`,
      'my.csv line 2, column "year": 28 is not between 1990 and 2100',
    ],
  };
  for (const [fault, [content, message]] of Object.entries(faults)) {
    it(`refuses ${fault}`, () => {
      expect(() => read(content))
        .to.throw(Error)
        .with.property("message", message);
    });
  }
});
