import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/base/project.js";
import { checkConclusions } from "../../src/paper/conclusions.js";
import { paperFolder } from "../../src/paper/paper.js";
import { ledgerGaps, loadInventory } from "../../src/ledger/coverage.js";
import { loadExpected, verdictChanges, verdictsOf } from "../../src/ledger/expected.js";
import type { PrintedNumber, Ledger, Sheet } from "../../src/ledger/paper-folder.js";
import { judge, loadClaims, loadLedger, mutations } from "../../src/paper/judge.js";
import { parseNumber } from "../../src/egov/read-editions.js";

const claims = loadClaims();
const ledger = loadLedger();

describe("the ledger", () => {
  it("has the verdicts that the repository records", () => {
    expect(verdictChanges(verdictsOf(judge(ledger)), loadExpected())).to.deep.equal([]);
  });

  it("needs no function of this paper's own: five would be allowed, src/paper registers none", () => {
    const sources = readdirSync(join(projectRoot(), "src", "paper"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(projectRoot(), "src", "paper", file), "utf8"));
    expect(sources.filter((text) => text.includes("ledger/functions"))).to.have.length(0);
  });

  it("covers every numeral of the paper: claimed, or excluded for a reason", () => {
    const inventory = loadInventory(paperFolder());
    expect(ledgerGaps(inventory, claims)).to.deep.equal([]);
    expect(inventory.numerals.length).to.be.above(300);
  });

  it("changes at least 95 % of the verdicts or their evidence when one printed digit changes @long", () => {
    const leaving = mutations(ledger).filter(({ leaves }) => leaves);
    const caught = leaving.filter(({ verdictChanged, evidenceChanged }) => verdictChanged || evidenceChanged);
    expect(leaving.length).to.be.above(5000);
    expect(caught.length / leaving.length).to.be.at.least(0.95);
  });
});

/** The ledger with one cell of an exhibit or source holding another number. */
function withCell(key: string, row: string, column: string, printed: string): Ledger {
  const change = (sheet: Sheet): Sheet => {
    const old = sheet.key === key ? sheet.cells.get(row)?.get(column) : undefined;
    if (old === undefined) return sheet;
    const cell: PrintedNumber = { ...old, printed, value: parseNumber(printed)! };
    const cells = new Map(sheet.cells).set(row, new Map(sheet.cells.get(row)).set(column, cell));
    return { ...sheet, cells, list: sheet.list.map((one) => (one === old ? cell : one)) };
  };
  const changed = { ...ledger, exhibits: ledger.exhibits.map(change), sources: ledger.sources.map(change) };
  const sheets = (of: Ledger): Sheet[] => [...of.exhibits, ...of.sources];
  expect(sheets(changed).filter((sheet, at) => sheet !== sheets(ledger)[at])).to.have.length(1);
  return changed;
}

const findings = (of: Ledger) =>
  judge(of).map(({ id, internal, source }) => [id, JSON.stringify([internal, source])] as const);
let before: Map<string, string> | undefined;

/** The ids whose findings differ when one number does. */
function moved(key: string, row: string, column: string, printed: string): string[] {
  const known = (before ??= new Map(findings(ledger)));
  return findings(withCell(key, row, column, printed)).flatMap(([id, found]) =>
    known.get(id) === found ? [] : [id],
  );
}

const ids = (...patterns: RegExp[]): string[] =>
  claims.map(({ id }) => id).filter((id) => patterns.some((pattern) => pattern.test(id)));

/** The claims of a printed column: how many of them match other figures counts for each. */
const columnOf = (id: string): string[] => {
  const own = claims.find((claim) => claim.id === id)!;
  return claims
    .filter(({ exhibit, column }) => exhibit === own.exhibit && column === own.column)
    .map((claim) => claim.id);
};

describe("a changed input digit moves what depends on it, and only that", () => {
  const correlations = (...names: string[]) =>
    names.flatMap((name) => [
      new RegExp(`^T4\\.${name}\\.(?!${name}$)`),
      new RegExp(`^T4\\.(?!${name}\\.).*\\.${name}$`),
    ]);
  const within: [string, () => string[], string[]][] = [
    [
      "the OSI of 2020 in Table 3",
      () => moved("T3", "2020", "OSI", "0.7954"),
      [
        ...ids(/^T3\.2020\.EGDI$/, ...correlations("OSI", "HCI", "TII", "EGDI"), /^TX\.largest/),
        ...columnOf("T3.2020.OSI"),
      ],
    ],
    [
      "the TII of 2024 in Table 3",
      () => moved("T3", "2024", "TII", "0.9245"),
      [
        ...ids(/^T3\.2024\.EGDI$/, ...correlations("TII", "OSI", "HCI", "EGDI"), /^TX\.largest/),
        ...columnOf("T3.2024.TII"),
      ],
    ],
    [
      "the HCI of 2012 in Table 3",
      () => moved("T3", "2012", "HCI", "0,7803"),
      [
        ...ids(/^T3\.2012\.EGDI$/, ...correlations("HCI", "OSI", "TII", "EGDI"), /^TX\.largest/),
        ...columnOf("T3.2012.HCI"),
      ],
    ],
    [
      "the EGDI of 2018 in Table 3",
      () => moved("T3", "2018", "EGDI", "0,8785"),
      [
        ...ids(/^T5\.2018\.EGDI$/, ...correlations("EGDI", "OSI", "TII", "HCI"), /^TX\.largest/),
        ...columnOf("T3.2018.EGDI"),
      ],
    ],
    [
      "the EGDI of 2014 in Table 5",
      () => moved("T5", "2014", "EGDI", "0,7229"),
      [
        ...ids(/^T5\.201[246]\.m3$/, /^T5\.(2010|2012|2014|2016|2018)\.m5$/, /^TX\.m[35]\.width$/),
        ...columnOf("T5.2014.EGDI"),
      ],
    ],
    [
      "the EGDI of 2005 in Table 5",
      () => moved("T5", "2005", "EGDI", "0,4976"),
      [...ids(/^T5\.2008\.m3$/, /^T5\.2010\.m5$/, /^TX\.m[35]\.width$/), ...columnOf("T5.2005.EGDI")],
    ],
    [
      "the m5 of 2016 in Table 5",
      () => moved("T5", "2016", "m5", "3,8235"),
      [
        ...ids(/^F1\./, /^T5\.202[24]\.m5$/, /^TX\.(R2|forecast\.(first|second|rises)$)/, /^TX\.m5\.width$/),
        ...columnOf("T5.2016.m5"),
      ],
    ],
    [
      "the slope in Figure 1",
      () => moved("F1", "1", "slope", "0,2697"),
      [...ids(/^T5\.202[24]\.m5$/, /^TX\.forecast\.(first|second)$/), ...columnOf("F1.slope")],
    ],
    [
      "the intercept in Figure 1",
      () => moved("F1", "1", "intercept", "2,3177"),
      [
        ...ids(/^F1\.xAxis/, /^T5\.202[24]\.m5$/, /^TX\.forecast\.(first|second)$/),
        ...columnOf("F1.intercept"),
      ],
    ],
    [
      "an entry of Table 4",
      () => moved("T4", "HCI", "TII", "0,840"),
      [
        ...ids(/^T4\.HCI\.(EGDI|OSI)$/, /^T4\.TII\.(EGDI|OSI)$/, /^T4\.OSI\.EGDI$/),
        ...columnOf("T4.HCI.TII"),
      ],
    ],
    [
      "the EPI rank of 2018 in Table 1",
      () => moved("T1", "2018", "EPI", "22"),
      [...ids(/^TX\.EPI\.top$/), ...columnOf("T1.2018.EPI")],
    ],
    [
      "the rank of 2019 in Table 2",
      () => moved("T2", "2019", "NRI", "56"),
      [...ids(/^TX\.WEF\.rank$/), ...columnOf("T2.2019.NRI")],
    ],
    [
      "the published TII rank of 2020",
      () => moved("ranks", "2020", "TII", "60"),
      ids(/^TX\.TII\.(gain|since)$/),
    ],
    [
      "the published EPI rank of 2024",
      () => moved("ranks", "2024", "EPI", "28"),
      [...ids(/^T1\.2024\.EPI$/, /^TX\.EPI\.(rank|top)$/), ...columnOf("T1.2024.EPI")],
    ],
    [
      "the published usage rank of 2014",
      () => moved("wef", "2014", "usage", "37"),
      [
        ...ids(/^T2\.2014\.(usage|readiness)$/),
        ...columnOf("T2.2014.usage"),
        ...columnOf("T2.2014.readiness"),
      ],
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
    const judged = judge(withCell("T3", "2024", "OSI", "0.9390")).find(({ id }) => id === "T3.2024.EGDI");
    expect(judged!.internal!.verdict).to.equal("reproduced");
  });
});

describe("checkConclusions", () => {
  const find = (id: string, of: Ledger) => checkConclusions(of).find((conclusion) => conclusion.id === id)!;
  /** The published figures of Kazakhstan, each row made anew from the old. */
  const published = (make: (row: Record<string, number>) => Record<string, number>): Ledger => ({
    ...ledger,
    sources: ledger.sources.map((sheet) => {
      if (sheet.key !== "un") return sheet;
      const cells = new Map(
        [...sheet.cells].map(([name, row]) => {
          const values = make(Object.fromEntries([...row].map(([column, { value }]) => [column, value])));
          return [
            name,
            new Map(
              [...row].map(([column, cell]) => [column, { ...cell, value: values[column] ?? cell.value }]),
            ),
          ];
        }),
      );
      return { ...sheet, cells };
    }),
  });
  const swapped = published((row) => ({ OSI: row["TII"]!, TII: row["OSI"]! }));

  it("turns when the published components trade places, and only on the published side", () => {
    for (const id of ["largest", "growth"]) {
      expect(find(id, swapped).official.answer).to.equal("does not hold");
      expect(find(id, swapped).recomputed).to.deep.equal(find(id, ledger).recomputed);
    }
  });

  it("leaves undecided what has two readings, or whose interval holds a fall as well", () => {
    for (const id of ["participation", "next"])
      expect([find(id, ledger).recomputed.answer, find(id, ledger).official.answer], id).to.deep.equal([
        "undecided",
        "undecided",
      ]);
    // numpy and SciPy on the ten published values: mean step .0466, one more step within -.0578 to .1510 (t, 8 df)
    expect(find("next", ledger).official.evidence).to.include("0.047 (95 %: -0.058 … 0.151), n = 9");
    const steep = published((row) => ({ EGDI: 0.02 * (row["year"]! - 2000) }));
    expect(find("next", steep).official.answer).to.equal("holds");
  });

  it("says of what nothing in the paper tests that it is not supported, and who read it", () => {
    for (const id of ["rise", "drives", "efficiency", "factors", "conditions", "usage", "dialogue"])
      expect(find(id, ledger).official).to.deep.include({
        answer: "not supported",
        said: "– not supported (read by us)",
      });
  });

  it("asks whether levels had to be joined to reach the R² that is needed", () => {
    expect(find("levels", ledger).recomputed)
      .to.deep.include({ answer: "does not hold" })
      .and.have.property("evidence")
      .match(/m = 1: R² = 0\.9457/);
    const edition = (year: number): number => Math.max(0, (year - 2006) / 2);
    const zigzag = (slope: number): Ledger =>
      published(({ year }) => ({ EGDI: slope * edition(year!) + 0.3 * (-1) ** edition(year!) }));
    // Around a line of slope .06 a single value is off by .3, and so is a total of five, which rises by .3.
    expect(find("levels", zigzag(0.06)).official.answer).to.equal("holds");
    expect(find("levels", zigzag(0)).official.answer).to.equal("does not hold");
  });

  it("finds no forecast on the index's scale", () => {
    expect(find("scale", ledger).recomputed.answer).to.equal("does not hold");
  });

  it("keeps the paper's conclusions, each with its place, apart from the project's own questions", () => {
    const all = checkConclusions(ledger);
    expect(all.filter(({ by }) => by === "paper")).to.have.length(15);
    expect(all.filter(({ by }) => by === "project").map(({ id }) => id)).to.deep.equal([
      "next",
      "capital",
      "growth",
    ]);
    for (const { place, statement, limits } of all)
      expect([place, statement, limits].every((text) => text.length > 10)).to.equal(true);
  });

  it("judges human capital and growth by more than one span", () => {
    const falling = published((row) => ({ HCI: 1 - row["EGDI"]! ** 2 }));
    const rising = published((row) => ({ HCI: row["EGDI"]! ** 2 }));
    expect(find("capital", falling).official.answer).to.equal("does not hold");
    expect(find("capital", rising).official.answer).to.equal("holds");
    // numpy: -.753 in all ten editions, +.378 in those since 2014, -.245 in changes a year
    expect(find("capital", ledger).official.answer).to.equal("undecided");
    expect(find("capital", ledger).official.evidence).to.match(/-0\.753.*: 0\.3778.*-0\.24[45]/);
    // by the identity: infrastructure 68 % of 2005 to 2024, online services 55 % of 2005 to 2012
    expect(find("growth", ledger).official.answer).to.equal("undecided");
    expect(find("growth", ledger).official.evidence).to.include("TII 68.3 %").and.include("OSI 54.9 %");
    expect(find("growth", ledger).recomputed.answer).to.equal("holds");
  });

  it("refuses to conclude without a published edition", () => {
    const short = ledger.sources.map((sheet) => ({
      ...sheet,
      cells: new Map([...sheet.cells].filter(([row]) => sheet.key !== "un" || row !== "2014")),
    }));
    expect(() => checkConclusions({ ...ledger, sources: short })).to.throw(
      "checkConclusions found no published EGDI for every edition",
    );
  });
});
