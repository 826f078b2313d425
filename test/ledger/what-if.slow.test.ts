import { expect } from "chai";
import { openBook } from "../../src/ledger/book.js";
import { evidenceIn, findingsOf } from "../../src/ledger/findings.js";
import { judgeClaim } from "../../src/ledger/judge.js";
import { withPrinted } from "../../src/ledger/mutation.js";
import { whatIf } from "../../src/ledger/what-if.js";
import { loadLedger } from "../../src/paper/judge.js";

/** An input, a heading, a coefficient, a total, a width that a law counts by, a number of a sentence. */
const CHANGES = [
  ["T3.2018.OSI", "0,7954"],
  ["T5.year.2014", "2015"],
  ["F1.slope", "0,2697"],
  ["T5.2012.m5", "3,2317"],
  ["TX.m3.width", "4"],
  ["T4.OSI.OSI", "1,001"],
  ["T1.2012.EPI", "3"],
] as const;

describe("a ledger to touch", () => {
  const ledger = loadLedger();
  const touched = whatIf(ledger);
  const asPrinted = touched.outcome(new Map());

  for (const [id, printed] of CHANGES)
    it(`judges what rests on ${id} again, and comes to what judging everything comes to`, () => {
      const { judged, findings, again } = touched.outcome(new Map([[id, printed]]));
      const book = withPrinted(openBook(loadLedger()), id, printed);
      expect(findings).to.deep.equal(findingsOf(ledger, judged, evidenceIn(book)));
      expect(judged).to.deep.equal(book.claims.map((entry) => judgeClaim(book, entry)));
      expect(again.has(id)).to.equal(true);
      expect(again.size).to.be.lessThan(judged.length / 2);
    });

  it("keeps earlier changes, and takes them back", () => {
    const both = touched.outcome(new Map([CHANGES[0], CHANGES[3]]));
    expect(both.judged.find(({ id }) => id === "T3.2018.OSI")!.printed).to.equal("0,7954");
    expect(touched.outcome(new Map()).judged).to.deep.equal(asPrinted.judged);
  });

  it("says on which printed numbers a verdict rests, and not on those beside them", () => {
    const on = touched.restsOn("T3.2018.EGDI");
    expect([...on]).to.include.members(["T3.2018.OSI", "T3.2018.TII", "T3.2018.HCI"]);
    expect([...touched.restsOn("T4.TII.OSI")]).to.not.include("T3.2018.HCI");
  });

  // A correlation with both of two variables whose own is r lies within pq ± √((1 − p²)(1 − q²)): here 0.605 to 0.674.
  it("finds evidence anew: with 0.650 in place of 0.836 some data have the matrix of Table 4", () => {
    const matrixIn = ({ findings }: typeof asPrinted): boolean[] =>
      findings.find(({ id }) => id === "matrix-of-no-data")!.evidence.map(({ holds }) => holds);
    expect(matrixIn(asPrinted)).to.deep.equal([true, true, true]);
    expect(matrixIn(touched.outcome(new Map([["T4.HCI.EGDI", "0,650"]])))).to.deep.equal([
      false,
      false,
      true,
    ]);
  });

  it("refuses what is no number of the paper", () => {
    expect(() => touched.outcome(new Map([["T9.2018.OSI", "1"]]))).to.throw(
      RangeError,
      'withPrinted requires a cell\'s id and a number, got "T9.2018.OSI" and "1"',
    );
  });
});
