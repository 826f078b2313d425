import { expect } from "chai";
import { auditText } from "../../src/cli/audit/audit-text.js";
import { dataPath } from "../../src/base/project.js";
import { auditFolder, type Audit } from "../../src/cli/audit/audit-folder.js";
import { SIDES, VERDICTS, type Judged } from "../../src/ledger/claim.js";

/** Numbers of thirty exhibits and five hundred articles, every verdict among them on both sides. */
function numbers(count: number): Judged[] {
  return Array.from({ length: count }, (_, at): Judged => {
    const ruling = {
      verdict: VERDICTS[at % VERDICTS.length]!,
      recomputed: at + 1,
      reason: "It is so.",
      working: "1 + 1",
    };
    return {
      ...{
        id: `T${at % 30}.${at}.b`,
        exhibit: `Table ${at % 30}`,
        group: `article ${at % 500}`,
        row: String(at),
      },
      ...{
        column: "b",
        printed: String(at),
        value: at,
        decimals: 0,
        role: "result",
        rule: "claims.csv line 2",
      },
      ...Object.fromEntries(SIDES.map((side) => [side, ruling])),
    };
  });
}

const audit = (judged: Judged[]): Audit =>
  ({
    content: {
      judged,
      findings: Array.from({ length: 17 }, (_, at) => ({
        title: { en: `Finding ${at}` },
        reach: "number",
        explains: [],
      })),
      slips: judged.slice(0, 200).map(({ id, printed }) => ({
        ...{ id, printed, value: 7 },
        explains: judged.map((claim) => ({ id: claim.id, side: "internal" })),
      })),
    },
    unruled: judged.map(({ id }) => id),
    skipped: judged.map(({ id, printed }) => ({ id, printed })),
    warnings: Array.from({ length: 50 }, (_, at) => `warning ${at}`),
  }) as unknown as Audit;

describe("what the terminal shows of an audit", () => {
  it("is at most 40 lines, the report's place among them, however many numbers there are", () => {
    const lines = auditText(audit(numbers(30_979)))
      .trimEnd()
      .split("\n");
    expect(lines).to.have.length.of.at.most(39);
    expect(Math.max(...lines.map(({ length }) => length))).to.be.below(1500);
    expect(lines.join("\n")).to.include("1. Finding 0").and.include("index.html lists all of them");
  });

  it("tells all reasons of a paper with few disagreements, the words first, the formula after, then as short a summary", () => {
    const lines = auditText(audit(numbers(11)))
      .trimEnd()
      .split("\n");
    expect(lines.slice(0, 4)).to.deep.equal([
      "Numbers that do not agree:",
      "  T1.1.b  1  rounded early (2)",
      "      It is so.",
      "      1 + 1",
    ]);
    const from = lines.findIndex((line) => line.startsWith("1. Finding 0"));
    expect(lines.length - from).to.be.at.most(39);
  });

  it("lists a copy that contradicts like any other number", () => {
    const ruling = { verdict: "not reproduced" as const, recomputed: 1, reason: "Table 1 prints 1." };
    const copy: Judged = { ...numbers(1)[0]!, id: "T1.x.b", printed: "2", role: "copy", internal: ruling };
    delete copy.source;
    const lines = auditText({ ...audit([copy]), content: { ...audit([copy]).content, slips: [] } });
    expect(lines).to.match(/^Numbers that do not agree:\n {2}T1\.x\.b {2}2 {2}not reproduced \(1\)\n/);
    expect(lines).not.to.include("all of these agree");
  });

  it("is one sentence and a table where nothing was found", () => {
    const empty = { content: { judged: [], findings: [] }, unruled: [], skipped: [], warnings: [] };
    expect(auditText(empty as unknown as Audit)).to.match(
      /^No printed number has a rule yet, so none was compared/,
    );
  });

  it("lists no row's name as a number without a rule where names only count the rows", () => {
    expect(auditFolder(dataPath("papers", "doskeeva-ulasbek")).unruled).to.deep.equal([]);
  });
});
