import { expect } from "chai";
import { ledgerIn, readLedger } from "../../src/ledger/load-ledger.js";
import type { RawFolder } from "../../src/ledger/read-folder.js";
import { folderOf } from "./folder.js";
import { paperFolder } from "../../src/paper/paper.js";
import { loadOfficial, loadOfficialRanks, loadWef } from "../../src/egov/official.js";
import { toRecords } from "../../src/helper/table/table.js";

describe("loadLedger", () => {
  const ledger = ledgerIn(paperFolder());

  it("reads every exhibit of this paper, and turns the tables whose editions stand side by side", () => {
    expect(ledger.exhibits.map(({ key }) => key)).to.deep.equal(["T1", "T2", "T3", "T4", "T5", "F1", "TX"]);
    const t1 = ledger.exhibits[0]!;
    expect(t1.columns).to.deep.equal(["EGDI", "EPI"]);
    expect(t1.cells.get("2018")!.get("EPI")).to.include({
      id: "T1.2018.EPI",
      printed: "42",
      value: 42,
      exact: true,
    });
    expect(t1.cells.get("2018")!.get("year")!.id).to.equal("T1.year.2018");
    const f1 = ledger.exhibits[5]!;
    expect(f1.cells.get("1")!.get("slope")!.id).to.equal("F1.slope");
    expect(f1.cells.get("4")!.get("xAxis")!.id).to.equal("F1.xAxis.4");
  });

  it("has the published figures that stand in data/official", () => {
    const value = (source: string, row: unknown, column: string): number | undefined =>
      ledger.sources
        .find(({ key }) => key === source)!
        .cells.get(String(row))
        ?.get(column)?.value;
    for (const row of toRecords(loadOfficial()))
      for (const name of ["EGDI", "OSI", "TII", "HCI", "EPI"])
        expect(value("un", row["year"], name), `${name} ${row["year"]}`).to.equal(row[name]);
    for (const row of toRecords(loadOfficialRanks()))
      for (const name of ["EGDI", "EPI", "EPIdense", "OSI", "TII", "HCI"])
        expect(value("ranks", row["year"], name), `${name} ${row["year"]}`).to.equal(row[name]);
    for (const row of toRecords(loadWef())) {
      const overall = String(row["indexName"]).startsWith("Networked") ? "NRI" : "GCI";
      expect(value("wef", row["year"], overall)).to.equal(row["rank"]);
      for (const name of ["readiness", "usage", "skills", "individualUsage"])
        expect(value("wef", row["year"], name) ?? Number.NaN).to.deep.equal(row[name]);
    }
    for (const country of [
      "Kazakhstan",
      "China",
      "Germany",
      "Australia",
      "Republic of Korea",
      "Denmark",
      "Estonia",
    ])
      expect(value("countries", country, "OSI")).to.equal(
        toRecords(loadOfficial(country)).find(({ year }) => year === 2024)!["OSI"],
      );
  });

  const fails: [string, RawFolder, string][] = [
    [
      "a cell that is no number",
      folderOf({ T1: "row,a\nx,1\ny,0;9;4" }),
      'T1.csv line 3, column "a": "0;9;4" is not a number',
    ],
    ["a row that is there twice", folderOf({ T1: "row,a\nx,1\nx,2" }), 'T1.csv has the row "x" twice'],
    ["a column that is there twice", folderOf({ T1: "row,a,a\nx,1,2" }), 'T1.csv has the column "a" twice'],
    ["a missing exhibit", folderOf({}), "folder requires T1.csv, which does not exist"],
  ];
  for (const [what, raw, message] of fails)
    it(`refuses ${what}`, () => expect(() => readLedger(raw)).to.throw(message));

  it("refuses a folder that is not there", () => {
    expect(() => ledgerIn("no-such-folder")).to.throw(`a paper's folder is required, got "no-such-folder"`);
  });
});
