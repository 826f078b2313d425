import { expect } from "chai";
import type { Verdict } from "../../src/claims/claim.js";
import { judgeClaims } from "../../src/claims/judge.js";
import { claimOf, evidence, printedCell } from "./evidence-fixture.js";

/** exhibit, row, column, printed, check, internal verdict, source verdict, what the reasons say. */
type Case = [string, string, string, string, string, Verdict | null, Verdict | null, RegExp];

const cases: Case[] = [
  ["Table 1", "2012", "EGDI", "50", "unRank", null, "matches source", /EGDI rank of 2012 is 50/],
  ["Table 1", "2012", "EPI", "3", "unRank", null, "mislabelled", /dense ranking of 2012.*5 figures.*2\.6 %/],
  [
    "Table 1",
    "2012",
    "EGDI",
    "51",
    "unRank",
    null,
    "differs from source",
    /is 50, 51 is printed \(difference \+1\); no other/,
  ],
  ["Table 1", "2012", "EGDI", "40", "unRank", null, "mislabelled", /it equals the EGDI rank of 2014/],
  [
    "Table 1",
    "2012",
    "HCI",
    "41",
    "unRank",
    null,
    "differs from source",
    /it equals the TII rank of 2016.*8\.5 %/,
  ],
  ["Table 1", "2018", "EGDI", "50", "unRank", null, "source not available", /No published figure/],
  ["Text", "2012", "EPI", "4", "unRank", "reproduced", "matches source", /Table 1 prints 4/],
  ["Text", "2012", "EPI", "5", "unRank", "not reproduced", "differs from source", /Table 1 prints 4/],
  ["Table 2", "2014", "usage", "38", "wefRank", null, "matches source", /is 38/],
  ["Table 2", "2014", "usage", "31", "wefRank", null, "mislabelled", /readiness subindex of 2014/],
  [
    "Table 2",
    "2014",
    "readiness",
    "38",
    "wefRank",
    null,
    "mislabelled",
    /overall rank of 2014 and the rank in the usage/,
  ],
  [
    "Table 2",
    "2019",
    "NRI",
    "55",
    "wefRank",
    null,
    "mislabelled",
    /another index of that year, the Global Competitiveness/,
  ],
  ["Table 2", "2019", "usage", "42", "wefRank", null, "source not available", /usage subindex, 2019/],
  [
    "Table 3",
    "2012",
    "EGDI",
    "0,60",
    "indexValue",
    "reproduced",
    "matches source",
    /mean of the row's components is 0\.595/,
  ],
  [
    "Table 3",
    "2012",
    "EGDI",
    "0,61",
    "indexValue",
    "reproduced",
    "differs from source",
    /mean of the row's components is 0\.595/,
  ],
  [
    "Table 3",
    "2012",
    "EGDI",
    "0,62",
    "indexValue",
    "impossible",
    "differs from source",
    /\+0\.02.*no data can give this row/,
  ],
  ["Table 3", "2012", "OSI", "0.300", "componentValue", null, "matches source", /is 0\.30000/],
  ["Table 3", "2012", "OSI", "0.9000", "componentValue", null, "mislabelled", /it equals the HCI of 2012/],
  ["Table 3", "2012", "OSI", "0.4500", "componentValue", null, "mislabelled", /it equals the OSI of 2014/],
  ["Table 3", "2014", "TII", "0.6000", "componentValue", null, "source not available", /TII of 2014/],
  ["Table 4", "EGDI", "EGDI", "1,000", "selfCorrelation", "reproduced", null, /itself is 1/],
  ["Table 4", "EGDI", "EGDI", "0,999", "selfCorrelation", "impossible", null, /itself is 1/],
  [
    "Table 5",
    "2010",
    "T",
    "3",
    "editionNumber",
    "reproduced",
    null,
    /number 3 of 5; T counts editions, which are 3, 2, 2, 2/,
  ],
  ["Table 5", "2010", "T", "4", "editionNumber", "not reproduced", null, /number 3 of 5/],
  [
    "Table 5",
    "2010",
    "m3",
    "0,30",
    "movingMean",
    "reproduced",
    "source not available",
    /mean of the 3 editions about 2010/,
  ],
  [
    "Table 5",
    "2010",
    "m3",
    "0,90",
    "movingMean",
    "mislabelled",
    "source not available",
    /what is printed as a mean is the total/,
  ],
  [
    "Table 5",
    "2010",
    "m3",
    "0,95",
    "movingMean",
    "not reproduced",
    "source not available",
    /difference to the total \+0\.05/,
  ],
  [
    "Table 5",
    "2005",
    "m3",
    "0,30",
    "movingMean",
    "not reproduced",
    null,
    /window of 3 editions about 2005 is not complete/,
  ],
  ["Text", "Table 5", "first", "2005", "periodEnd", "reproduced", null, /first edition in Table 5 is 2005/],
  ["Text", "Table 5", "last", "2024", "periodEnd", "not reproduced", null, /last edition in Table 5 is 2014/],
  ["Text", "2014", "year", "2014", "unEdition", null, "matches source", /ranks Kazakhstan 40/],
  [
    "Text",
    "2015",
    "year",
    "2015",
    "unEdition",
    null,
    "differs from source",
    /no edition of 2015; those published are 2012, 2014, 2016/,
  ],
  ["Text", "2014 to 2016", "TII", "19", "rankGain", null, "matches source", /from 60 to 41, a gain of 19/],
  ["Text", "2014 to 2016", "TII", "29", "rankGain", null, "mislabelled", /gain in TII from 2012 to 2016/],
  ["Text", "2014 to 2016", "TII", "7", "rankGain", null, "differs from source", /difference −12/],
  ["Text", "29 places to 2016", "TII", "2012", "rankGainSince", null, "matches source", /a gain of 29/],
  [
    "Text",
    "29 places to 2016",
    "TII",
    "2014",
    "rankGainSince",
    null,
    "mislabelled",
    /a gain of 29 is that since 2012/,
  ],
  [
    "Text",
    "28 places to 2016",
    "TII",
    "2014",
    "rankGainSince",
    null,
    "differs from source",
    /no earlier edition gives 28/,
  ],
  [
    "Text",
    "China",
    "OSI 2012",
    "20",
    "aheadOf",
    null,
    "matches source",
    /above 1 of the 1 named: China 0\.20000/,
  ],
  [
    "Text",
    "China, Denmark",
    "OSI 2012",
    "20",
    "aheadOf",
    null,
    "differs from source",
    /above 1 of the 2 named/,
  ],
  ["Text", "Denmark", "OSI 2012", "20", "besideLeaders", null, "matches source", /behind 1 of the 1 named/],
  ["Text", "Estonia", "OSI 2012", "20", "besideLeaders", null, "source not available", /Estonia/],
];

describe("judgeClaims", () => {
  for (const [exhibit, row, column, printed, check, internal, source, reason] of cases) {
    it(`calls ${printed} for ${exhibit}, ${row}, ${column} ${[internal, source].filter(Boolean).join(" and ")}`, () => {
      const [judged] = judgeClaims([claimOf(exhibit, row, column, printed, check)], evidence);
      expect(judged!.internal?.verdict ?? null).to.equal(internal);
      expect(judged!.source?.verdict ?? null).to.equal(source);
      expect(`${judged!.internal?.reason} ${judged!.source?.reason}`).to.match(reason);
    });
  }

  it("refuses a check it does not know before anything is judged", () => {
    expect(() => judgeClaims([claimOf("Text", "-", "-", "1", "guess")], evidence)).to.throw(
      'judgeClaims found no check "guess" for claim "Text - -"',
    );
  });

  it("calls the one entry impossible that every impossible triple of a correlation matrix shares", () => {
    // With r(a, b) = r(b, c) = 0.9, r(a, c) is at least 2 * 0.81 - 1 = 0.62 by the positive determinant.
    const entries: Record<string, string> = {
      "OSI EGDI": "0,90",
      "TII EGDI": "0,90",
      "TII OSI": "0,90",
      "HCI EGDI": "0,90",
      "HCI OSI": "0,90",
      "HCI TII": "0,10",
    };
    const matrix = Object.entries(entries).map(([key, printed]) =>
      printedCell("Table 4", key.split(" ")[0]!, key.split(" ")[1]!, printed),
    );
    const table3 = ["2005", "2008", "2010", "2012"].flatMap((year, at) =>
      ["EGDI", "OSI", "TII", "HCI"].map((name, column) =>
        printedCell(
          "Table 3",
          year,
          name,
          `0,${[12, 34, 51, 78][[at, 3 - at, (at + 1) % 4, at ^ 1][column]!]!}`,
        ),
      ),
    );
    const judged = judgeClaims(
      matrix.map(({ row, column, printed }) => claimOf("Table 4", row, column, printed, "correlation")),
      { ...evidence, cells: [...matrix, ...table3] },
    );
    const impossible = judged.filter(({ internal }) => internal?.verdict === "impossible");
    expect(impossible.map(({ row, column }) => `${row} ${column}`)).to.deep.equal(["HCI TII"]);
    expect(impossible[0]!.internal!.reason).to.match(/positive semi-definite/);
  });
});
