import { expect } from "chai";
import { auditOf } from "../../src/cli/audit/audit-of.js";
import { emptyDocument } from "../../src/documents/document.js";
import { testsIn } from "../../src/documents/reported-tests.js";

/** What a document with these paragraphs is said to report: "formula: holds of all". */
function proposed(...sentences: string[]): string[] {
  const document = { ...emptyDocument(), blocks: sentences.map((text) => ({ text })), plain: "" };
  const { content } = auditOf(document, "a.html", "a-audit");
  return (content.proposals ?? []).map(({ formula, holds, of }) => `${formula}: ${holds} of ${of}`);
}

describe("testsIn", () => {
  const CASES: [sentence: string, tests: [name: string, ...df: number[]][]][] = [
    ["It rose, t(185) = 0.87, p = .384.", [["t", 185]]],
    ["t (38)= −2.10, P = .042", [["t", 38]]],
    ["t(185) = 0,87; p = 0,384", [["t", 185]]],
    ["F(2,56) = 1.203, p < .001; F(1, 1,024) = 4.1, p = .04", [["F", 2, 56], ["F", 1, 1024]]],
    ["χ2(2, N = 187) = 5.10, p = .078 and χ²(1) = 3.84, p=.05", [["χ²", 2], ["χ²", 1]]],
    ["r(46) = .34, p = .03, Z = 1.54, p = .14, Qb(1) = 3.78, p < .05", [["r", 46], ["z"], ["χ²", 1]]],
    ["Also F2,184 = 2.42, p = 0.092; t38 = 2.10, P < 0.05; χ(2, N = 187) = 5.10, p = .078", [["F", 2, 184], ["t", 38], ["χ²", 2]]],
    ["χ2 = 5.10, p = .078", []],
    ["a t = 2.1, p = .04 without degrees of freedom, F(3) = 2, p = .1", []],
    ["beta(3) = 2.1, p = .04; the part(2) = 3, p = .1", []],
  ]; // prettier-ignore
  for (const [sentence, tests] of CASES)
    it(`reads ${sentence}`, () => {
      expect(testsIn(sentence).map(({ name, df }) => [name, ...df])).to.deep.equal(tests);
    });
});

describe("rules for reported tests", () => {
  // p by SciPy 1.17: 2 * t.sf(2.1, 38) = 0.04242, f.sf(3.5, 2, 57) = 0.03684, chi2.sf(5.1, 2) = 0.07808, 2 * norm.sf(1.54) = 0.12356,
  // r = .34 of 48: 2 * t.sf(2.4521, 46) = 0.01806
  const CASES: [sentence: string, found: string][] = [
    ["It rose, t(38) = 2.10, p = .042.", "pOfT(TX.value, df1): 1 of 1"],
    ["It rose, t(38) = −2.10, p < .05.", "pOfT(TX.value, df1): 1 of 1"],
    ["It rose, t(38) = 2.10, p = .024.", "pOfT(TX.value, df1): 0 of 1"],
    ["As expected, t(38) = 2.10, p = .021.", 'pOfT(TX.value, df1, "one-sided"): 1 of 1'],
    ["They differ, F(2, 57) = 3.50, p = .037.", "pOfF(TX.value, df1, df2): 1 of 1"],
    ["They differ, F(2, 57) = 3.50, p = .073.", "pOfF(TX.value, df1, df2): 0 of 1"],
    ["They differ, F(1, 57) = 4, p = .05.", "pOfF(TX.value, df1, df2): 1 of 1"],
    ["It does not, χ²(2, N = 187) = 5.10, p = .078.", "pOfChiSquared(TX.value, df1): 1 of 1"],
    ["It does not, z = 1.54, p = .12.", "pOfZ(TX.value): 1 of 1"],
    ["It does not, z = 1.54, p = .14.", "pOfZ(TX.value): 0 of 1"],
    ["They go together, r(46) = .34, p = .018.", "pOfT(tOfR(TX.value, df1 + 2), df1): 1 of 1"],
    // of 10 pairs: 2 * t.sf(0.63 * sqrt(8 / (1 - 0.63 ** 2)), 8) = 0.0509, with 10 degrees of freedom 0.0281
    ["They go together, r(10) = .63, p = .051.", "pOfT(tOfR(TX.value, df1), df1 - 2): 1 of 1"],
    ["They go together, r(1) = .63, p = .9.", "pOfT(tOfR(TX.value, df1 + 2), df1): 0 of 1"],
  ];
  for (const [sentence, found] of CASES)
    it(`${sentence} is ${found}`, () => {
      expect(proposed(sentence)).to.deep.equal([found]);
    });

  it("takes all tests of a kind as one rule", () => {
    expect(
      proposed("It rose, t(38) = 2.10, p = .042. It fell, t(38) = −2.10, p < .05.", "Then t(38) = 2.10, p = .02."),
    ).to.have.members(["pOfT(TX.value, df1): 2 of 2", 'pOfT(TX.value, df1, "one-sided"): 1 of 1']); // prettier-ignore
  });
});
