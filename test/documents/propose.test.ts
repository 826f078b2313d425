import { expect } from "chai";
import { altered } from "./altered.js";
import { binomialTail } from "../../src/documents/chance.js";
import { propose } from "../../src/documents/propose.js";
import { dataPath } from "../../src/base/project.js";
import { ledgerOf } from "../../src/ledger/ledger-of.js";
import { ledgerIn } from "../../src/ledger/load-ledger.js";
import type { Ledger, PaperInfo, Proposal } from "../../src/ledger/paper-folder.js";
import { createRequire } from "node:module";
import Papa from "papaparse";
import { fixture } from "../fixtures/fixture.js";

const { DataFrame } = createRequire(import.meta.url)("danfojs-node") as typeof import("danfojs-node");
const FOLDERS = ["doskeeva-ulasbek", "mendel-1866", "student-1908"];

/** A paper of one table, each line as the file has it. */
function paperOf(lines: string, kind?: string, paper?: Partial<PaperInfo>): Ledger {
  const [header = [], ...rows] = Papa.parse<string[]>(lines.trim()).data;
  const claims = new DataFrame([[`T1["${header[1]}"][*]`, "input"]], { columns: ["cells", "role"] });
  const ledger = ledgerOf({
    title: "A",
    tables: { T1: new DataFrame(rows, { columns: header }) },
    claims,
    ...(paper && { paper }),
  });
  const exhibits = ledger.paper.exhibits.map((one) => ({ ...one, ...(kind !== undefined && { kind }) }));
  return { ...ledger, paper: { ...ledger.paper, exhibits } };
}
const shown = ({ cells, formula, law, holds, of }: Proposal): string =>
  `${cells} = ${formula || law}: ${holds} of ${of}`;

/** One small table a relation; the figures are computed beside it. */
const CASES: [what: string, table: string, proposal: RegExp][] = [
  ["a sum", "x,a,b,c\n1,10.31,20.52,30.83\n2,71.25,11.94,83.19\n3,42.77,33.18,75.95\n4,9.12,70.4,79.52", /^T1\.c\[\*\] = T1\.a\[row\] \+ T1\.b\[row\]: 4 of 4$/],
  ["a difference", "x,now,before,change\n1,83.19,71.25,11.94\n2,30.83,10.31,20.52\n3,75.95,42.77,33.18\n4,79.52,9.12,70.40", /^T1\.change\[\*\] = T1\.now\[row\] - T1\.before\[row\]: 4 of 4$/],
  // 100 × saved / aboard
  ["a percentage", "x,aboard,saved,percent\n1,325,203,62.5\n2,285,118,41.4\n3,706,178,25.2\n4,899,212,23.6\n5,180,140,77.8", /^T1\.percent\[\*\] = 100 \* T1\.saved\[row\] \/ T1\.aboard\[row\]: 5 of 5$/],
  // e.g. 1.234 / 0.411 = 3.00; p = 2 Φ(−3.0024) = 0.0027
  ["t and its p", "x,b,se,t,p\n1,1.234,0.411,3.00,0.003\n2,-0.512,0.230,-2.23,0.026\n3,0.087,0.109,0.80,0.425\n4,2.051,0.873,2.35,0.019\n5,0.334,0.291,1.15,0.251", /^T1\.p\[\*\] = pOfZ\(.*: 5 of 5$/],
  ["limits of an interval", "x,b,se,low,high\n1,1.234,0.411,0.428,2.040\n2,-0.512,0.230,-0.963,-0.061\n3,0.087,0.109,-0.127,0.301\n4,2.051,0.873,0.340,3.762", /^T1\.high\[\*\] = upper\(T1\.b\[row\], T1\.se\[row\], 0\.95\): 4 of 4$/],
  ["subtotals that do not stand side by side", "x,a,b,c,d,e\nfood,112,235,341,418,523\ntools,951,842,733,624,515\nwool,387,298,176,465,554\ncloth,205,316,427,538,649\nfood and wool,499,533,517,883,1077", /\["food and wool"\].* = .*\["food"\].*\["wool"\].*: 5 of 5$/],
  // (12 × 3.10 + 30 × 4.52 + 58 × 2.25) / 100 = 3.033
  ["a mean weighted by n", "x,n,a,b,c,d\none,12,3.10,14.21,105.7,0.712\ntwo,30,4.52,19.87,98.3,0.455\nthree,58,2.25,11.63,120.4,0.903\nall,100,3.03,14.41,112.0,0.746", /\["all"\].* = \(T1\.n\["one"\] \* /],
]; // prettier-ignore

/** Tables of test/fixtures/r/table-kinds.R, by the rule that each follows. */
const OF_R: [what: string, table: string, kind: string | undefined, proposal: RegExp][] = [
  ["t of two groups' means, their n in the heads", "groups", "descriptive", /^T1\.t\[\*\] = tOfMeans\(T1\["men \(n = 24\), M"\].* 24, .* 31, "pooled"\): 6 of 6$/],
  ["stars against an estimate and its error", "stars", "regression", /^T1\.(?:OLS|IV)\[\*\] = stars.*pOfZ.*0\.1, 0\.05, 0\.01\): 14 of 14$/],
  ["limits on the log scale", "odds", "regression", /^T1\.upper\[\*\] = exp\(upper\(log\(T1\.OR\[row\]\), T1\.SE\[row\], 0\.95\)\): 7 of 7$/],
  ["an estimate in the middle of its interval, all in one cell", "joined", "regression", /^T1\["OR \(95% CI\)"\]\[\*\] = sqrt\(.*: 7 of 7$/],
  ["p of a correlation", "r", "correlation", /^T1\.p\[\*\] = pOfT\(tOfR\(T1\.r\[row\], T1\.n\[row\]\), T1\.n\[row\] - 2\): 7 of 7$/],
  ["means of whole answers", "whole", "descriptive", /^T1\.M\[\*\] = whole\(T1\.M\[row\], T1\.n\[row\]\): 9 of 9$/],
  ["growth on the year before", "series", "series", /^T1\.growth.* = 100 \* growth\(T1\.GDP, "rate", "chain"\)\[row\]: 8 of 8$/],
  ["per cent that add to 100", "percent", undefined, /^T1\.e\[\*\] = 100 - sum\(T1\.a\[row\], .*T1\.d\[row\]\): 6 of 6$/],
  ["F1 of precision and recall", "scores", undefined, /^T1\.F1\[\*\] = 2 \* .*: 6 of 6$/],
]; // prettier-ignore

describe("propose", () => {
  for (const [what, table, kind, proposal] of OF_R)
    it(`finds ${what}, and says what kind of table it is`, () => {
      const { list, kinds } = propose(paperOf(fixture<Record<string, string>>("r/table-kinds.json")[table]!));
      expect(list.map(shown).filter((one) => proposal.test(one)).length, list.map(shown).join("\n")).to.be.at.least(1); // prettier-ignore
      if (kind !== undefined) expect(kinds.get("T1")).to.equal(kind);
    });

  it("says nothing of rows without an interval, such as a class of reference", () => {
    const { joined } = fixture<Record<string, string>>("r/table-kinds.json");
    const { list } = propose(paperOf(`${joined}\nnone,1.00\nother,1.00`));
    expect(list.map(({ holds, of, fails }) => [holds, of, fails])).to.deep.include([7, 7, []]);
    expect(list.every(({ fails }) => fails.length === 0)).to.equal(true);
  });

  it("takes rules of a kind that the editor has confirmed, whatever chance: a correlation matrix, shares of one column", () => {
    const matrix = "x,a,b,c\na,1,0.9,0.9\nb,0.9,1,-0.9\nc,0.9,-0.9,1";
    expect(propose(paperOf(matrix)).list).to.deep.equal([]);
    // The smallest eigenvalue of this matrix is 1 − 2 × 0.9 = −0.8: no data can have it.
    expect(propose(paperOf(matrix, "correlation")).list).to.deep.equal([]);
    const fine = propose(paperOf("x,a,b\na,1,0.5\nb,0.5,1", "correlation")).list.map(shown);
    expect(fine.join()).to.match(/correlations\(T1\): 4 of 4/);
    const shares = "x,n,percent\na,10,20.0\nb,15,30.0\nc,25,50.0";
    expect(propose(paperOf(shares, "shares")).list.map(shown).join()).to.match(/percent\[\*\] = /);
  });

  for (const [what, table, proposal] of CASES)
    it(`finds ${what}`, () => {
      const { list } = propose(paperOf(table));
      expect(
        list.map(shown).filter((one) => proposal.test(one)),
        list.map(shown).join("\n"),
      ).to.have.length(1);
    });

  it("says which rows do not fit, of a percentage of which three are others", () => {
    const { list } = propose(
      paperOf(
        "x,aboard,saved,percent\n1,325,203,62.5\n2,285,118,41.4\n3,706,178,25.2\n4,899,212,23.6\n5,180,140,77.8\n6,144,139,95.6\n7,93,80,86.0\n8,79,76,96.2\n9,165,76,46.1\n10,462,75,16.2\n11,1667,338,20.3\n12,425,316,74.4",
      ),
    );
    const [found] = list.filter(({ cells }) => cells === "T1.percent[*]");
    // 100 × 139 / 144 = 96.53
    expect(found)
      .to.include({ holds: 11, of: 12 })
      .and.deep.include({ fails: ["T1.6.percent"] });
  });

  it("finds per cent of counts in cells that have both, and the total of groups", () => {
    // 100 × 36 / 63 = 57.1 ...
    const ledger = paperOf(
      "g,Low,High,Total\na,36 (57.1),27 (42.9),63 (100.0)\nb,34 (49.3),35 (50.7),69 (100.0)\nc,21 (38.2),34 (61.8),55 (100.0)\nTotal,91 (48.7),96 (51.3),187 (100.0)",
      undefined,
      { exhibits: [{ key: "T1", name: "T1", exact: ["Low", "High", "Total"] }] },
    );
    expect(propose(ledger).list.map(shown)).to.include.members([
      'T1["Low.2"][*] = 100 * T1.Low[row] / T1.Total[row]: 4 of 4',
      'T1["High.2"][*] = 100 * T1.High[row] / T1.Total[row]: 4 of 4',
    ]);
  });

  it("names a row of four that does not fit where the same holds for another column", () => {
    // 100 × 36 / 63 = 57.1
    const ledger = paperOf(
      "g,Low,High,Total\na,36 (75.1),27 (42.9),63 (100.0)\nb,34 (49.3),35 (50.7),69 (100.0)\nc,21 (38.2),34 (61.8),55 (100.0)\nTotal,91 (48.7),96 (51.3),187 (100.0)",
      undefined,
      { exhibits: [{ key: "T1", name: "T1", exact: ["Low", "High", "Total"] }] },
    );
    const [found] = propose(ledger).list.filter(({ cells }) => cells === 'T1["Low.2"][*]');
    expect(found).to.deep.include({ holds: 3, of: 4, fails: ["T1.a.Low.2"] });
  });

  // SciPy 1.17: t.ppf(0.975, 16) = 2.119905, p = 2 * t.sf(abs(t), 16) of t as printed
  const STUDENT = `x,b,se,t,p,low,high
1,2.13,0.97,2.20,0.043,0.07,4.19
2,1.42,0.83,1.71,0.107,-0.34,3.18
3,-0.88,0.52,-1.69,0.110,-1.98,0.22
4,3.61,1.04,3.47,0.003,1.41,5.81
5,0.71,0.66,1.08,0.296,-0.69,2.11
6,-2.05,1.13,-1.81,0.089,-4.45,0.35`;
  const studentIn = (table: string, kind?: string): string[] =>
    propose(paperOf(table, kind)).list.map((one) => `${shown(one)} ${one.fails.join()}`);

  // 37 / 86 = 0.4302, 24 / 86 = 0.2791, 33 / 86 = 0.3837, 29 / 86 = 0.3372; of 94: 0.6383, 0.3830, 0.2979, 0.3191
  const GROUPS = `x,Others (n = 86),Members (n = 94)
age,40.9 ± 10.7,43.4 ± 11.4
years,41 (12),43 (11)
women,37 (43.0%),60 (63.8%)
A,24 (27.9%),36 (38.3%)
B,33 (38.4%),28 (29.8%)
C,29 (33.7%),30 (31.9%)`;

  it("finds the per cent of groups whose n stands in the head, among means, and the one that does not follow", () => {
    const found = studentIn(GROUPS);
    expect(found.join("\n")).to.match(
      /"women"\].*"A".*"B".*"C"\] = T1\["Members \(n = 94\)"\]\[row\] \/ 94: 4 of 4 $/m,
    );
    expect(found.join("\n")).to.match(/= T1\["Others \(n = 86\)"\]\[row\] \/ 86: 4 of 4 $/m);
    expect(found.join("\n")).not.to.match(/"age"|"years"/);
    const slip = studentIn(GROUPS.replace("38.3", "33.8"));
    expect(slip.join("\n")).to.match(/\/ 94: 3 of 4 T1\.A\.Members \(n = 94\)\.2$/m);
  });

  // As R prints summary(aov(yield ~ block + N * P * K, npk)); p agrees with SciPy 1.17's f.sf(F, Df, 12).
  const VARIANCE = `source,Df,Sum Sq,Mean Sq,F value,Pr(>F)
block,5,343.3,68.66,4.447,0.01594 *
N,1,189.3,189.28,12.259,0.00437 **
P,1,8.4,8.40,0.544,0.47490
K,1,95.2,95.20,6.166,0.02880 *
N:P,1,21.3,21.28,1.378,0.26317
N:K,1,33.1,33.14,2.146,0.16865
P:K,1,0.5,0.48,0.031,0.86275
Residuals,12,185.3,15.44,,`;
  const varianceIn = (table: string, kind?: string) =>
    propose(paperOf(table, kind, { exhibits: [{ key: "T1", name: "T1", exact: ["Df"] }] }));

  it("finds mean squares, F and p of an analysis of variance, and the F that does not follow", () => {
    const { list, kinds } = varianceIn(VARIANCE);
    expect(kinds.get("T1")).to.equal("anova");
    expect(list.map(shown).join("\n"))
      .to.match(/^T1\["Mean Sq"\]\[\*\] = T1\["Sum Sq"\]\[row\] \/ T1\.Df\[row\]: 8 of 8$/m)
      .and.match(/^T1\["F value"\]\[\*\] = .* \/ T1\["Mean Sq"\]\["Residuals"\]: 7 of 7$/m)
      .and.match(/^T1\["Pr\(>F\)"\]\[\*\] = pOfF\(.*, T1\.Df\["Residuals"\]\): 7 of 7$/m);
    const fails = varianceIn(VARIANCE.replace("6.166", "6.616")).list.flatMap((one) => one.fails);
    expect([...new Set(fails)]).to.have.members(["T1.K.F value", "T1.K.Pr(>F)"]);
  });

  it("needs the kind for the one F of a single factor, and says no more what the table looks like", () => {
    // SciPy 1.17: f.sf(0.71, 2, 33) = 0.49897
    const one =
      "source,Sum Sq,Df,Mean Sq,F,p\nBetween groups,1.73,2,0.86,0.71,0.498\nWithin groups,40.04,33,1.21,,\nTotal,41.77,35,,,";
    expect(varianceIn(one).list).to.deep.equal([]);
    const { list, kinds } = varianceIn(one, "anova");
    expect(list.map(({ holds, of }) => [holds, of])).to.deep.equal([[2, 2], [1, 1], [1, 1]]); // prettier-ignore
    expect(kinds.size).to.equal(0);
  });

  it("judges stars in all columns of a table together: four cells of one prove little", () => {
    // Least squares of 180 drawn cases with numpy.linalg.lstsq, stars by scipy.stats.t.sf at 5, 1 and 0.1 %.
    const models = [
      "x,(1),(2),(3)",
      "Age,0.176* (0.080),0.239** (0.080),-0.218** (0.077)",
      "Income,0.337*** (0.078),-0.330*** (0.078),0.199** (0.074)",
      "Education,0.002 (0.076),0.029 (0.076),-0.098 (0.073)",
      "Urban,,-0.253** (0.079),-0.203** (0.076)",
      "Constant,0.963*** (0.078),0.934*** (0.078),1.021*** (0.074)",
    ];
    const starsIn = (lines: readonly string[]): Proposal[] =>
      propose(paperOf(lines.join("\n"))).list.filter(({ law }) => law.startsWith("stars"));
    expect(starsIn(models).map(({ holds, of }) => [holds, of])).to.deep.equal([
      [4, 4],
      [5, 5],
      [5, 5],
    ]);
    const wrong = models.map((line) => line.replace("-0.330***", "-0.330*"));
    expect(starsIn(wrong).flatMap(({ fails }) => fails)).to.deep.equal(["T1.Income.(2)"]);
    // The same stars, a row lower in each column: nothing is proposed.
    const mixed = models.map((line, at) => {
      const own = [...(models[at === 0 ? 0 : (at % 5) + 1]!.match(/(?<=\d)\**(?= \()/g) ?? [])];
      return at === 0 ? line : line.replace(/\** \(/g, () => `${own.pop() ?? ""} (`);
    });
    expect(starsIn(mixed)).to.deep.equal([]);
  });
  it("takes a column without stars for none, and means of a named kind for whole only if chance says so", () => {
    const plain = "x,B,p\n1,3.69,0.000\n2,0.02,0.310\n3,0.11,0.240\n4,0.46,0.030\n5,0.07,0.520";
    expect(studentIn(plain, "regression").join("\n")).not.to.include("stars(");
    // Of 85 whole answers 2.43 is no mean (206.125 to 206.975), yet these may be logarithms; the others are means.
    const means = "x,n,M,SD\n1,85,2.44,0.46\n2,85,2.43,0.46\n3,85,41.86,10.52\n4,85,13.36,3.53";
    expect(studentIn(means, "descriptive").join("\n")).not.to.match(/whole\(|grimmer\(/);
  });

  it("leaves out means of variables whose smallest or largest value is not whole", () => {
    // Means of 220 drawn values by R 4.2's mean(); income is continuous.
    const means =
      "x,N,Mean,St. Dev.,Min,Max\nage,220,45.227,12.926,16,79\neduc,220,13.100,3.164,8,18\nfemale,220,0.500,0.501,0,1\nurban,220,0.609,0.489,0,1\nincome,220,32.357,21.631,4.671,113.585\nvote,220,0.450,0.499,0,1\nlogw,220,3.257,0.685,1.541,4.733";
    const grim = (lines: string): string[] => studentIn(lines).filter((one) => one.includes("whole("));
    expect(grim(means)).to.have.length(1);
    expect(grim(means)[0]).to.match(/: 5 of 5 $/);
    expect(grim(means.replace("45.227", "45.228"))[0]).to.match(/: 4 of 5 T1\.age\.Mean$/);
  });

  it("finds the degrees of freedom that a small p needs exactly", () => {
    // R 4.2: summary(lm(log(income) ~ age + educ + female + urban)) of 200 drawn cases, 195 degrees of freedom
    const lm =
      "x,Estimate,Std. Error,t value,Pr(>|t|)\n(Intercept),0.752096,0.236509,3.180,0.00171\nage,0.023004,0.003446,6.675,2.50e-10\neduc,0.109415,0.012664,8.640,2.02e-15\nfemale,-0.049210,0.076979,-0.639,0.52340\nurban,0.012122,0.079519,0.152,0.87899";
    expect(studentIn(lm).join("\n")).to.match(/= pOfT\(.*, 19[4-6]\): 5 of 5 $/m);
    expect(studentIn(lm.replace("2.02e-15", "2.20e-15")).join("\n")).to.match(
      /: 4 of 5 T1\.educ\.Pr\(>\|t\|\)$/m,
    );
  });

  it("takes p and limits by Student's t where the normal distribution does not give them", () => {
    const found = studentIn(STUDENT).join("\n");
    expect(found).to.match(/^T1\.p\[\*\] = pOfT\(.*, 1[5-7]\): 6 of 6 $/m);
    expect(found).to.match(/^T1\.low\[\*\] = lower\(T1\.b\[row\], T1\.se\[row\], 0\.95, 1[4-8]\): 6 of 6 $/m);
    expect(found).to.match(
      /^T1\.high\[\*\] = upper\(T1\.b\[row\], T1\.se\[row\], 0\.95, 1[4-8]\): 6 of 6 $/m,
    );
  });

  it("finds the row whose p does not follow", () =>
    expect(studentIn(STUDENT.replace("0.043", "0.034")).join("\n")).to.match(/pOfT\(.*: 5 of 6 T1\.1\.p$/m));

  // Two models share a coefficient, an error and n; their other numbers are no slips.
  it("takes a column of a table for a copy of another only where every row is", () => {
    const models =
      "x,one,two\nage,0.0812,0.0812\neduc,1.4173,1.4173\nsex,2.2716,2.2716\nn,180,180\nconstant,5.2153,5.2131\nF,29.15,19.33";
    expect(studentIn(models).filter((one) => one.includes("= T1.one[row]"))).to.deep.equal([]);
    const copied = models.replace("5.2131", "5.2153").replace("19.33", "29.15");
    expect(studentIn(copied).join("\n")).to.match(/= T1\.one\[row\]: 6 of 6/);
  });

  it("finds in this paper, no rule given, what its rules say: Table 5 copies Table 3, m3 and m5 are totals", () => {
    const { list } = propose(ledgerIn(dataPath("papers", "doskeeva-ulasbek")));
    const all = list.map(shown);
    expect(all).to.include("T5.EGDI[*] = T3.EGDI[row]: 10 of 10");
    expect(all).to.include("T5.m3[*] = total(T5.EGDI, 3)[row]: 8 of 8");
    expect(all.filter((one) => /^T5\.m5.* = total\(T5\.EGDI, 5\)\[row\]: 6 of 6$/.test(one))).to.have.length(
      1,
    );
  });

  for (const how of ["shuffled", "noised"] as const)
    it(`finds nothing in tables that are ${how}: at most 0.3 a paper shuffled, none noised`, function () {
      this.timeout(120_000);
      const ledgers = FOLDERS.map((name) => ledgerIn(dataPath("papers", name)));
      const found = ledgers.flatMap((ledger) =>
        [1, 2, 3].flatMap((seed) => propose(altered(ledger, how, seed)).list.map(shown)),
      );
      expect(found.length / 9, found.join("\n")).to.be.at.most(how === "shuffled" ? 0.3 : 0);
    });

  it("takes chance from the binomial distribution (R 4.2: pbinom(7, 10, 0.3, lower = FALSE) = 0.001590386)", () => {
    expect(binomialTail(8, 10, 0.3)).to.be.closeTo(0.0015903864, 1e-10);
    expect(binomialTail(0, 10, 0.3)).to.be.closeTo(1, 1e-12);
    expect(binomialTail(10, 10, 1e-3)).to.be.closeTo(1e-30, 1e-41);
  });
});
