import { expect } from "chai";
import { readEgovkb } from "../src/data/read-egovkb.js";
import { readIndexSeries } from "../src/data/read-index-series.js";
import { loadOfficial } from "../src/official.js";
import { loadPaper, printedCells } from "../src/paper.js";
import { dataFrame, numbers, readTable, toRecords } from "../src/table.js";
import { temporaryFile } from "./data/temporary-file.js";

/** 1/3 and its like have no short decimal form: any pass through float32 changes them in the eighth digit. */
const awkward = [1 / 3, 0.1 + 0.2, Math.PI / 4, 0.8628, 1 - Number.EPSILON];
const isFloat32 = (value: number): boolean => Math.fround(value) === value;

describe("Numbers stay float64", () => {
  it("is a test that float32 would fail", () => expect(awkward.some(isFloat32)).to.equal(false));

  it("through a DataFrame and back", () => {
    const df = dataFrame({ x: awkward });
    expect(numbers(df, "x")).to.deep.equal(awkward);
    expect(toRecords(df).map(({ x }) => x)).to.deep.equal(awkward);
    expect(df["x"].values).to.deep.equal(awkward);
  });

  it("through danfo's own arithmetic on it", () => {
    const df = dataFrame({ x: awkward });
    expect(numbers(df.mul(3), "x")).to.deep.equal(awkward.map((value) => value * 3));
    expect(df["x"].add(0.1).values).to.deep.equal(awkward.map((value) => value + 0.1));
  });

  it("from a csv file, with all their digits", () => {
    const path = temporaryFile("digits.csv", `x\n${awkward.join("\n")}\n`);
    expect(numbers(readTable(path, { columns: [{ name: "x" }] }), "x")).to.deep.equal(awkward);
  });

  it("from a file of one's own and from the UN's", () => {
    const line = awkward.slice(0, 4).join(",");
    const own = temporaryFile("own.csv", `year,EGDI,OSI,TII,HCI\n2022,${line}\n2024,${line}\n`);
    const un = temporaryFile("EGOV_DATA_2022.csv", `Country Name,EGDI,OSI,TII,HCI\nChile,${line}\n`);
    for (const df of [readIndexSeries(own), readEgovkb([un], "Chile")]) {
      expect(["EGDI", "OSI", "TII", "HCI"].map((name) => numbers(df, name)[0])).to.deep.equal(
        awkward.slice(0, 4),
      );
    }
  });

  it("from the project's own files", () => {
    const printed = printedCells().filter(
      ({ exhibit, column }) => exhibit === "Table 3" && column === "EGDI",
    );
    expect(numbers(loadPaper().table3, "EGDI")).to.deep.equal(
      printed.map((cell) => Number(cell.printed.replace(",", "."))),
    );
    expect(numbers(loadOfficial(), "EGDI").some(isFloat32)).to.equal(false);
  });
});
