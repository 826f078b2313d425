import { expect } from "chai";
import { inspect } from "node:util";
import { DataFrame } from "../../src/helper/table/data-frame.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- what is tried here, the types forbid */
const table = (): any => new DataFrame({ year: [2022, 2024], gdp: [1, Math.E] });

describe("a name that a DataFrame does not have", () => {
  it("is an error that names the columns, and the one that was meant", () => {
    expect(() => table()["GDPs"]).to.throw(
      TypeError,
      'DataFrame has no column and no method "GDPs": its columns are "year", "gdp"; did you mean "gdp"?',
    );
    expect(() => table().Year).to.throw('"year", "gdp"; did you mean "year"?');
    expect(() => table().melted).to.throw(/no method "melted": its columns are "year", "gdp"$/);
    expect(() => table().sortValue).to.throw('did you mean "sortValues"?');
    expect(() => table().isnull()).to.throw('did you mean "isNa"?');
    expect(() => table().gdp.to_list()).to.throw('did you mean "values"?');
    expect(() => table().drop_duplicates()).to.throw("write `table.groupby(");
    expect(() => table().gdp.meen).to.throw('Series has no method "meen"; did you mean "mean"?');
  });
  it("is one of frames that danfo makes, too", () => {
    for (const frame of [
      table().head(1),
      table().query(table().year.gt(2022)),
      table().copy(),
      table().add(1),
    ])
      expect(() => frame.resample).to.throw('no method "resample"');
  });
  it("is told how rows are read when it is a position", () => {
    expect(() => table()[0]).to.throw(
      TypeError,
      "`[0]` does not read a row: write `table.iloc({ rows: [0] })`",
    );
    expect(() => table().gdp[-1]).to.throw("`[-1]` does not read a row");
    for (const method of ["at", "iat", "iloc", "loc"])
      for (const frame of [table(), table().gdp])
        expect(() => frame[method][0], method).to.throw(`\`${method}[0]\` does not read a row`);
    expect(table().gdp.iat(1)).to.equal(Math.E);
    expect(table().iloc({ rows: [0] }).values).to.deep.equal([[2022, 1]]);
    expect(new DataFrame([[5, 6]])[0].values, "a column that is named by a number").to.deep.equal([5]);
  });
  it("becomes a column when it is assigned", () => {
    const frame = table();
    frame.lgdp = frame.gdp.apply(Math.log);
    frame.one = 1;
    frame.gdp = [3, 4];
    expect(frame.columns).to.deep.equal(["year", "gdp", "lgdp", "one"]);
    expect(frame.lgdp.values).to.deep.equal([0, 1]);
    expect(frame.one.values).to.deep.equal([1, 1]);
    expect(frame.gdp.values).to.deep.equal([3, 4]);
    expect(() => (frame.short = [1])).to.throw(/length/i);
    expect(frame.columns).to.have.length(4);
  });
  it("is not asked for by what looks at any object", async () => {
    const frame = table();
    expect(await Promise.resolve(frame)).to.equal(frame);
    expect(JSON.stringify([frame.gdp.values])).to.equal(`[[1,${Math.E}]]`);
    expect(inspect(frame)).to.be.a("string");
    expect(frame.nodeType).to.equal(undefined);
    expect("absent" in frame).to.equal(false);
  });
});
