import { expect } from "chai";
import type { Claim } from "../../src/ledger/claim.js";
import { findNumerals, ledgerGaps, paperGap, type Inventory } from "../../src/ledger/coverage.js";

describe("the coverage check", () => {
  const inventory: Inventory = {
    reasons: { exhibit: "number of an exhibit" },
    numerals: [
      { place: "Text", numeral: "1", excluded: "exhibit" },
      { place: "Text", numeral: "0,9903", claims: ["R2"] },
    ],
  };
  const claim = { id: "R2", printed: "0,9903" } as Claim;

  it("finds numerals with commas and dots inside, not behind", () => {
    expect(
      findNumerals("T 1: 0,9903, then 0.5.\n[3; 4]").map(({ numeral, line }) => [numeral, line]),
    ).to.deep.equal([
      ["1", 1],
      ["0,9903", 1],
      ["0.5", 1],
      ["3", 2],
      ["4", 2],
    ]);
  });

  it("accepts a text and a ledger that agree", () => {
    expect(ledgerGaps(inventory, [claim])).to.deep.equal([]);
    expect(paperGap("Fig. 1: R = 0,9903", inventory)).to.equal(null);
  });

  it("names the first numeral where a text parts from the inventory", () => {
    expect(paperGap("Fig. 1:\nR = 0,9803", inventory)).to.equal(
      'at numeral 2 the text has "0,9803" on line 2, the inventory has "0,9903" in Text',
    );
    expect(paperGap("Fig. 1", inventory)).to.equal(
      'at numeral 2 the text ends, the inventory has "0,9903" in Text',
    );
    expect(paperGap("1 0,9903 7", inventory)).to.equal(
      'at numeral 3 the text has "7" on line 1, the inventory ends',
    );
  });

  it("names every gap between the inventory and the ledger", () => {
    const broken: Inventory = {
      reasons: { exhibit: "number of an exhibit", idle: "never" },
      numerals: [
        { place: "Text", numeral: "1" },
        { place: "Text", numeral: "2", claims: ["R2"] },
        { place: "Text", numeral: "3", claims: ["none"] },
        { place: "Text", numeral: "4", excluded: "whim" },
        { place: "Text", numeral: "5", excluded: "exhibit", claims: ["R2"] },
      ],
    };
    expect(ledgerGaps(broken, [claim, { ...claim, id: "lost" }])).to.deep.equal([
      'numeral 1, "1" in Text: neither claimed nor excluded',
      'numeral 2, "2" in Text: claim "R2" prints "0,9903"',
      'numeral 3, "3" in Text: no claim "none"',
      'numeral 4, "4" in Text: excluded for "whim", which is no reason given',
      'numeral 5, "5" in Text: both claimed and excluded',
      'claim "lost" has no numeral',
      'the reason "idle" excludes nothing',
    ]);
  });
});
