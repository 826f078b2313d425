import { expect } from "chai";
import { DataFrame, dataFrame, fromRecords, numbers, toRecords } from "../../../src/helper/table/table.js";

describe("A DataFrame of this module", () => {
  const df = dataFrame({ year: [2022, 2024], OSI: [0.9344, NaN], note: ["a", "b"] });

  it("is danfo's", () => expect(df).to.be.instanceOf(DataFrame));

  it("gives a column as numbers", () => expect(numbers(df, "year")).to.deep.equal([2022, 2024]));

  it("gives its rows as records", () => {
    expect(toRecords(dataFrame({ year: [2024], EGDI: [0.9009] }))).to.deep.equal([
      { year: 2024, EGDI: 0.9009 },
    ]);
  });

  it("refuses a column that is missing, is text or has gaps as numbers", () => {
    expect(() => numbers(df, "TII")).to.throw(
      exactly('numbers found no column "TII"; there are "year", "OSI", "note"'),
    );
    expect(() => numbers(df, "OSI")).to.throw(
      exactly('numbers requires column "OSI" to hold finite numbers only, got NaN at position 1'),
    );
    expect(() => numbers(df, "note")).to.throw(
      exactly('numbers requires column "note" to hold finite numbers only, got "a" at position 0'),
    );
  });

  it("is made of records, whatever names each has", () =>
    expect(toRecords(fromRecords([{ a: 1 }, { a: 3, b: 9 }, { b: null }]))).to.deep.equal([
      { a: 1, b: NaN },
      { a: 3, b: 9 },
      { a: NaN, b: NaN },
    ]));

  it("has NaN for null and undefined, which then is not 0 in sums", () => {
    const gaps = dataFrame({ v: [1, null, undefined], t: ["a", null, "b"] });
    expect(gaps.values).to.deep.equal([[1, "a"], [NaN, NaN], [NaN, "b"]]); // prettier-ignore
    expect(gaps["v"].add(gaps["v"]).values).to.deep.equal([2, NaN, NaN]);
  });

  it("needs columns of one length, and at least one value", () => {
    expect(() => dataFrame({ a: [1, 2], b: [1] })).to.throw(
      exactly('dataFrame requires columns of length 2 as "a" has, got "b" with 1'),
    );
    expect(() => dataFrame({})).to.throw(
      exactly("dataFrame requires at least one column with at least one value, got none"),
    );
    expect(() => dataFrame({ a: [] })).to.throw(/got none$/);
  });

  it("is asked for where something else is given", () => {
    expect(() => numbers({ year: [2022] } as never, "year")).to.throw(
      exactly("numbers requires a DataFrame, got an object (year)"),
    );
    expect(() => toRecords(undefined as never)).to.throw(
      exactly("toRecords requires a DataFrame, got undefined"),
    );
    expect(() => dataFrame({ a: [1], b: 2 as never })).to.throw(
      exactly('dataFrame requires an array as column "b", got 2'),
    );
  });

  it("writes itself as danfo's own does", () => {
    expect(dataFrame({ a: [1, 2], b: [0.1, 0.2] }).toCSV()).to.equal("a,b\n1,0.1\n2,0.2\n");
  });
});

function exactly(message: string): RegExp {
  return new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}
