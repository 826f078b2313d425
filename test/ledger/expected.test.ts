import { expect } from "chai";
import { loadExpected, recordedText, verdictChanges, verdictsOf } from "../../src/ledger/expected.js";
import type { Judged } from "../../src/ledger/claim.js";

describe("the recorded verdicts", () => {
  it("tells a verdict that changed, appeared or went", () => {
    const recorded = { a: { internal: "reproduced" }, b: { source: "matches source" } } as const;
    const computed = { a: { internal: "impossible", source: "matches source" } } as const;
    expect(verdictChanges(computed, recorded)).to.deep.equal([
      { id: "a", side: "internal", recorded: "reproduced", computed: "impossible" },
      { id: "a", side: "source", recorded: "none", computed: "matches source" },
      { id: "b", side: "source", recorded: "matches source", computed: "none" },
    ]);
  });

  it("are kept a line a claim, on the sides that there are", () => {
    const found = (verdict: string) => ({ verdict, recomputed: null, reason: "" });
    const judged = [
      { id: "a", internal: found("reproduced") },
      { id: "b", source: found("matches source") },
    ] as Judged[];
    const verdicts = { a: { internal: "reproduced" }, b: { source: "matches source" } } as const;
    expect(verdictsOf(judged)).to.deep.equal(verdicts);
    expect(recordedText(verdicts)).to.equal(
      '{\n"a": {"internal":"reproduced"},\n"b": {"source":"matches source"}\n}\n',
    );
  });

  it("are refused where the file is none", () => {
    expect(() => loadExpected("/no/such.json")).to.throw(
      "cannot read the recorded verdicts in /no/such.json: ENOENT",
    );
  });
});
