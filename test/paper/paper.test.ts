import { expect } from "chai";
import { loadPaper, printedCells } from "../../src/paper/paper.js";
import { numbers, toRecords, type DataFrame } from "../../src/helper/table/table.js";

const paper = loadPaper();

describe("printedCells", () => {
  it("has every cell of the tables and the figure once", () => {
    const count = (exhibit: string): number =>
      printedCells().filter((cell) => cell.exhibit === exhibit).length;
    const exhibits = ["Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "Figure 1"];
    // 2 x 9, 3 x 8, 10 x 4, a triangle of 4, 10 + 10 + 8 + 8, and 3 + 8 + 5 of the figure
    expect(exhibits.map(count)).to.deep.equal([18, 24, 40, 10, 36, 16]);
    const keys = printedCells().map(({ exhibit, row, column }) => `${exhibit} ${row} ${column}`);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it("gives as value what the printed string means, and its decimals", () => {
    for (const { printed, value, decimals } of printedCells()) {
      expect(Number(printed.replace(",", "."))).to.equal(value);
      expect(decimals).to.equal(printed.split(/[.,]/)[1]?.length ?? 0);
    }
  });

  it("keeps the decimal comma and the decimal dot as the paper mixes them", () => {
    const marks = printedCells().filter(({ exhibit }) => exhibit === "Table 3");
    expect(
      marks.filter(({ printed }) => printed.includes(",")).every(({ row }) => Number(row) <= 2020),
    ).to.equal(true);
    expect(
      marks.filter(({ printed }) => printed.includes(".")).every(({ row }) => Number(row) >= 2020),
    ).to.equal(true);
  });
});

describe("loadPaper", () => {
  const years = (df: DataFrame): number[] => numbers(df, "year");

  it("gives the tables in time order, whatever the order of print", () => {
    for (const df of [paper.table1, paper.table2, paper.table3, paper.table5]) {
      expect(years(df)).to.deep.equal([...years(df)].sort((a, b) => a - b));
    }
  });

  it("leaves missing editions missing", () => {
    expect(years(paper.table1)).to.deep.equal([2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2024]);
    expect(years(paper.table2)).to.deep.equal([2010, 2011, 2012, 2013, 2014, 2015, 2016, 2019]);
    expect(years(paper.table3)).to.deep.equal([2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
  });

  it("names the columns in the paper's order", () => {
    expect(paper.table1.columns).to.deep.equal(["year", "EGDI", "EPI"]);
    expect(paper.table2.columns).to.deep.equal(["year", "NRI", "usage", "readiness"]);
    expect(paper.table3.columns).to.deep.equal(["year", "EGDI", "OSI", "TII", "HCI"]);
    expect(paper.table4.columns).to.deep.equal(["variable", "EGDI", "OSI", "TII", "HCI"]);
    expect(paper.table5.columns).to.deep.equal(["year", "T", "EGDI", "m3", "m5"]);
  });

  it("has the triangle of Table 4 below the diagonal, and NaN above it", () => {
    const rows = toRecords(paper.table4);
    const names = ["EGDI", "OSI", "TII", "HCI"];
    expect(rows.map(({ variable }) => variable)).to.deep.equal(names);
    rows.forEach((row, at) =>
      names.forEach((name, column) => expect(Number.isNaN(row[name])).to.equal(column > at)),
    );
  });

  it("has the moving figures of Table 5 on the rows where the paper has them", () => {
    const rows = toRecords(paper.table5);
    const with_ = (name: string): unknown[] =>
      rows.filter((row) => !Number.isNaN(row[name])).map(({ year }) => year);
    expect(with_("m3")).to.deep.equal([2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022]);
    expect(with_("m5")).to.deep.equal([2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
    expect(numbers(paper.table5, "T")).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("has the figure's equation and the marks of its axes", () => {
    const { slope, intercept, rSquared, xAxis, yAxis } = paper.figure1;
    expect([slope, intercept, rSquared].every(Number.isFinite)).to.equal(true);
    expect(xAxis).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(yAxis).to.have.length(5);
  });
});
