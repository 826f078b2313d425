import { expect } from "chai";
import { openBook } from "../../src/ledger/book.js";
import { current } from "../../src/ledger/context.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { digitChanges, mutationsOf, withPrinted } from "../../src/ledger/mutation.js";
import { folderOf } from "./folder.js";

/** 0.14 is exact: its double prints as 0.28 alone; of what rounds to 0.14 the doubles are 0.27 to 0.29. */
const ledger = (exact: string[]) =>
  readLedger(
    folderOf(
      { T1: "r,a,b\nx,0.14,0.28", claims: "cells,role,formula\nT1.b[*],result,T1.a[row] * 2" },
      { exhibits: [{ key: "T1", name: "Table 1", exact }] },
    ),
  );

describe("changed digits", () => {
  it("changes a digit at a time", () => {
    expect(digitChanges("0,7")).to.have.length(18).and.to.include.members(["1,7", "9,7", "0,0", "0,9"]);
  });

  it("turn the verdict when they leave the interval that was recomputed, and are said not to leave it otherwise", () => {
    const rounded = mutationsOf(ledger([]));
    expect(rounded).to.have.length(27);
    const of = (mutated: string) => rounded.find((one) => one.mutated === mutated)!;
    expect(of("0.29")).to.include({ id: "T1.x.b", printed: "0.28", leaves: false, verdictChanged: false });
    expect(of("0.21")).to.include({ leaves: true, verdictChanged: true, evidenceChanged: true });
    // 0.265 to 0.295 touch what prints as 0.27 and 0.29: these two digits alone stay.
    expect(rounded.filter(({ leaves }) => !leaves).map(({ mutated }) => mutated)).to.deep.equal([
      "0.27",
      "0.29",
    ]);
    expect(rounded.every(({ leaves, verdictChanged }) => leaves === verdictChanged)).to.equal(true);
    const exact = mutationsOf(ledger(["a"]));
    expect(exact.every(({ verdictChanged }) => verdictChanged)).to.equal(true);
  });

  it("need a cell and a number", () => {
    const book = openBook(ledger([]));
    const message = "withPrinted requires a cell's id and a number, got ";
    expect(() => withPrinted(book, "T1.y.b", "1")).to.throw(`${message}"T1.y.b" and "1"`);
    expect(() => withPrinted(book, "T1.x.b", "x")).to.throw(`${message}"T1.x.b" and "x"`);
    const changed = withPrinted(book, "T1.x.b", "0.3");
    const cell = book.sheets.get("T1")!.cells.get("x")!.get("b")!;
    expect(current(cell, changed)).to.include({ value: 0.3, decimals: 1 });
    expect(current(cell, book)).to.include({ value: 0.28 });
  });
});
