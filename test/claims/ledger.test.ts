import { expect } from "chai";
import { checkConclusions } from "../../src/claims/conclusions.js";
import {
  findNumerals,
  ledgerGaps,
  loadInventory,
  paperGap,
  type Inventory,
} from "../../src/claims/coverage.js";
import { loadEvidence, type Evidence } from "../../src/claims/evidence.js";
import { loadExpected, verdictChanges, verdictsOf } from "../../src/claims/expected.js";
import { judgeClaims } from "../../src/claims/judge.js";
import { loadClaims } from "../../src/claims/load.js";
import { digitChanges, mutations } from "../../src/claims/mutation.js";
import { parseNumber } from "../../src/data/parse-number.js";

const claims = loadClaims();
const evidence = loadEvidence();

describe("the ledger", () => {
  it("has the verdicts that the repository records", () => {
    expect(verdictChanges(verdictsOf(judgeClaims(claims, evidence)), loadExpected())).to.deep.equal([]);
  });

  it("covers every numeral of the paper: claimed, or excluded for a reason", () => {
    const inventory = loadInventory();
    expect(ledgerGaps(inventory, claims)).to.deep.equal([]);
    expect(inventory.numerals.length).to.be.above(300);
  });

  it("changes at least 95 % of the verdicts or their evidence when one printed digit changes", () => {
    const leaving = mutations(claims, evidence).filter(({ leaves }) => leaves);
    const caught = leaving.filter(({ verdictChanged, evidenceChanged }) => verdictChanged || evidenceChanged);
    expect(leaving.length).to.be.above(5000);
    expect(caught.length / leaving.length).to.be.at.least(0.95);
  });

  it("changes a digit at a time", () => {
    expect(digitChanges("0,7")).to.have.length(18).and.to.include.members(["1,7", "9,7", "0,0", "0,9"]);
  });

  it("tells a verdict that changed, appeared or went", () => {
    const recorded = { a: { internal: "reproduced" }, b: { source: "matches source" } } as const;
    const computed = { a: { internal: "impossible", source: "matches source" } } as const;
    expect(verdictChanges(computed, recorded)).to.deep.equal([
      { id: "a", side: "internal", recorded: "reproduced", computed: "impossible" },
      { id: "a", side: "source", recorded: "none", computed: "matches source" },
      { id: "b", side: "source", recorded: "matches source", computed: "none" },
    ]);
  });
});

describe("the coverage check", () => {
  const inventory: Inventory = {
    reasons: { exhibit: "number of an exhibit" },
    numerals: [
      { place: "Text", numeral: "1", excluded: "exhibit" },
      { place: "Text", numeral: "0,9903", claims: ["R2"] },
    ],
  };
  const claim = { ...claims[0]!, id: "R2", printed: "0,9903" };

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

/** The ids whose findings differ when one cell of the paper's data prints something else. */
function moved(exhibit: string, row: string, column: string, printed: string): string[] {
  const cells = evidence.cells.map((cell) =>
    cell.exhibit === exhibit && cell.row === row && cell.column === column
      ? { ...cell, printed, value: parseNumber(printed)! }
      : cell,
  );
  expect(cells.some((cell, at) => cell !== evidence.cells[at])).to.equal(true);
  return changedIds({ ...evidence, cells });
}

/** The same when a published figure changes. */
function movedBySource(
  file: "indices" | "ranks" | "wef",
  year: number,
  name: string,
  value: number,
): string[] {
  const rows = evidence[file].map((row) => (row["year"] === year ? { ...row, [name]: value } : row));
  return changedIds({ ...evidence, [file]: rows });
}

function changedIds(changed: Evidence): string[] {
  const findings = (of: Evidence) =>
    judgeClaims(claims, of).map(({ id, internal, source }) => [id, JSON.stringify([internal, source])]);
  const before = new Map(findings(evidence) as [string, string][]);
  return findings(changed).flatMap(([id, found]) => (before.get(id!) === found ? [] : [id!]));
}

const ids = (...patterns: RegExp[]): string[] =>
  claims.map(({ id }) => id).filter((id) => patterns.some((pattern) => pattern.test(id)));

describe("a changed input digit moves what depends on it, and only that", () => {
  const correlations = (...names: string[]) =>
    names.flatMap((name) => [
      new RegExp(`^T4\\.${name}\\.(?!${name}$)`),
      new RegExp(`^T4\\.(?!${name}\\.).*\\.${name}$`),
    ]);
  const within: [string, () => string[], string[]][] = [
    [
      "the OSI of 2020 in Table 3",
      () => moved("Table 3", "2020", "OSI", "0.7954"),
      ids(/^T3\.2020\.EGDI$/, ...correlations("OSI", "HCI", "TII", "EGDI"), /^TX\.largest/),
    ],
    [
      "the TII of 2024 in Table 3",
      () => moved("Table 3", "2024", "TII", "0.9245"),
      ids(/^T3\.2024\.EGDI$/, ...correlations("TII", "OSI", "HCI", "EGDI"), /^TX\.largest/),
    ],
    [
      "the HCI of 2012 in Table 3",
      () => moved("Table 3", "2012", "HCI", "0,7803"),
      ids(/^T3\.2012\.EGDI$/, ...correlations("HCI", "OSI", "TII", "EGDI"), /^TX\.largest/),
    ],
    [
      "the EGDI of 2018 in Table 3",
      () => moved("Table 3", "2018", "EGDI", "0,8785"),
      ids(/^T5\.2018\.EGDI$/, ...correlations("EGDI", "OSI", "TII", "HCI"), /^TX\.largest/),
    ],
    [
      "the EGDI of 2014 in Table 5",
      () => moved("Table 5", "2014", "EGDI", "0,7229"),
      ids(/^T5\.201[246]\.m3$/, /^T5\.(2010|2012|2014|2016|2018)\.m5$/, /^TX\.m[35]\.width$/),
    ],
    [
      "the EGDI of 2005 in Table 5",
      () => moved("Table 5", "2005", "EGDI", "0,4976"),
      ids(/^T5\.2008\.m3$/, /^T5\.2010\.m5$/, /^TX\.m[35]\.width$/),
    ],
    [
      "the m5 of 2016 in Table 5",
      () => moved("Table 5", "2016", "m5", "3,8235"),
      ids(/^F1\./, /^T5\.202[24]\.m5$/, /^TX\.(R2|forecast\.(first|second|rises)$)/, /^TX\.m5\.width$/),
    ],
    [
      "the slope in Figure 1",
      () => moved("Figure 1", "slope", "1", "0,2697"),
      ids(/^T5\.202[24]\.m5$/, /^TX\.forecast\.(first|second)$/),
    ],
    [
      "the intercept in Figure 1",
      () => moved("Figure 1", "intercept", "1", "2,3177"),
      ids(/^F1\.xAxis/, /^T5\.202[24]\.m5$/, /^TX\.forecast\.(first|second)$/),
    ],
    [
      "an entry of Table 4",
      () => moved("Table 4", "HCI", "TII", "0,840"),
      ids(/^T4\.HCI\.(EGDI|OSI)$/, /^T4\.TII\.(EGDI|OSI)$/, /^T4\.OSI\.EGDI$/),
    ],
    ["the EPI rank of 2018 in Table 1", () => moved("Table 1", "2018", "EPI", "22"), ids(/^TX\.EPI\.top$/)],
    ["the rank of 2019 in Table 2", () => moved("Table 2", "2019", "NRI", "56"), ids(/^TX\.WEF\.rank$/)],
    [
      "the published TII rank of 2020",
      () => movedBySource("ranks", 2020, "TII", 64),
      ids(/^TX\.TII\.(gain|since)$/),
    ],
    [
      "the published EPI rank of 2024",
      () => movedBySource("ranks", 2024, "EPI", 28),
      ids(/^T1\.2024\.EPI$/, /^TX\.EPI\.(rank|top)$/),
    ],
    [
      "the published usage rank of 2014",
      () => movedBySource("wef", 2014, "usage", 37),
      ids(/^T2\.2014\.(usage|readiness)$/),
    ],
  ];
  for (const [what, change, allowed] of within) {
    it(what, () => {
      const changed = change();
      expect(changed).to.not.be.empty;
      expect(allowed).to.include.members(changed);
    });
  }

  it("turns verdicts: the published components in Table 3's row of 2024 make the row possible", () => {
    const cells = evidence.cells.map((cell) =>
      cell.exhibit === "Table 3" && cell.row === "2024" && cell.column === "OSI"
        ? { ...cell, value: 0.939 }
        : cell,
    );
    const [judged] = judgeClaims(
      claims.filter(({ id }) => id === "T3.2024.EGDI"),
      { ...evidence, cells },
    );
    expect(judged!.internal!.verdict).to.equal("reproduced");
  });
});

describe("checkConclusions", () => {
  const find = (id: string, of: Evidence) => checkConclusions(of).find((conclusion) => conclusion.id === id)!;
  const swapped: Evidence = {
    ...evidence,
    indices: evidence.indices.map((row) => ({ ...row, OSI: row["TII"]!, TII: row["OSI"]! })),
  };

  it("turns when the published components trade places, and only on the published side", () => {
    for (const id of ["largest", "growth"]) {
      expect(find(id, swapped).official.holds).to.equal(false);
      expect(find(id, swapped).recomputed).to.deep.equal(find(id, evidence).recomputed);
    }
  });

  it("sees the sign of human capital", () => {
    const falling = evidence.indices.map((row) => ({ ...row, HCI: 1 - (row["EGDI"] as number) ** 2 }));
    const rising = evidence.indices.map((row) => ({ ...row, HCI: (row["EGDI"] as number) ** 2 }));
    expect(find("capital", { ...evidence, indices: falling }).official.holds).to.equal(false);
    expect(find("capital", { ...evidence, indices: rising }).official.holds).to.equal(true);
  });

  it("refuses to conclude without a published edition", () => {
    const short = evidence.indices.filter((row) => row["year"] !== 2014);
    expect(() => checkConclusions({ ...evidence, indices: short })).to.throw(
      "checkConclusions found no published EGDI of every edition",
    );
  });
});
