import { expect } from "chai";
import { readEgovkb } from "../../../src/egov/read-egovkb.js";
import { readIndexSeries } from "../../../src/egov/read-index-series.js";
import { loadOfficial } from "../../../src/egov/official.js";
import { loadPaper, printedCells } from "../../../src/paper/paper.js";
import { movingTotal } from "../../../src/helper/statistics/moving-total.js";
import { seriesDynamics } from "../../../src/egov/series-dynamics.js";
import { dataFrame, numbers, readTable, toRecords } from "../../../src/helper/table/table.js";
import { expectClose } from "../../fixtures/fixture.js";
import { temporaryFile } from "./temporary-file.js";

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

  it("through every arithmetic of danfo's that a column or a table has", () => {
    const df = dataFrame({ x: awkward, y: awkward.toReversed() });
    const others = awkward.toReversed();
    const each = (of: (x: number, y: number) => number) => awkward.map((value, at) => of(value, others[at]!));
    const [x, y] = [df["x"], df["y"]];
    expect(x.mul(3).values).to.deep.equal(each((a) => a * 3));
    expect(x.div(y).values).to.deep.equal(each((a, b) => a / b));
    expect(x.sub(y).values).to.deep.equal(each((a, b) => a - b));
    expect(x.pow(2).values).to.deep.equal(each((a) => a ** 2));
    expect(x.cumSum().values).to.deep.equal(
      awkward.map((_, at) => awkward.slice(0, at + 1).reduce((a, b) => a + b)),
    );
    expect(df.add(0.1)["y"].values).to.deep.equal(others.map((value) => value + 0.1));
    expect(df.div(3)["x"].values).to.deep.equal(each((a) => a / 3));
    expectClose(
      df.pctChange(1)["x"].values.slice(1),
      awkward.slice(1).map((value, at) => (value - awkward[at]!) / awkward[at]!),
      14,
    );
    expect(df.query(x.gt(0.5)).addColumn("z", [1 / 3, 2 / 3, 1])["z"].values).to.deep.equal([
      1 / 3,
      2 / 3,
      1,
    ]);
  });

  it("through the methods that give a Series or a table", () => {
    const df = dataFrame({ year: [2016, 2018, 2020, 2022, 2024], x: awkward });
    expect(movingTotal(df["x"], 1).values).to.deep.equal(awkward);
    expect(df.addColumn("m1", movingTotal(df["x"], 1))["m1"].values).to.deep.equal(awkward);
    expect(seriesDynamics(df["year"], df["x"]).rows["value"].values).to.deep.equal(awkward);
  });

  it("from a csv file, with all their digits", () => {
    const path = temporaryFile("digits.csv", `x\n${awkward.join("\n")}\n`);
    expect(numbers(readTable(path), "x")).to.deep.equal(awkward);
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
