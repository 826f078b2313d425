import { expect } from "chai";
import type { Ruling } from "../../src/ledger/claim.js";
import { sensitivity } from "../../src/ledger/sensitivity.js";
import { judge } from "../../src/paper/judge.js";

const judged = new Map(judge().map((claim) => [claim.id, claim]));
const internal = (id: string): Ruling => judged.get(id)!.internal!;

describe("the ticks of Figure 1's horizontal axis", () => {
  it("are T: with x = T = 3 to 8 the printed equation, R² and ticks 1 to 8 all hold at once", () => {
    for (let tick = 1; tick <= 8; tick++) {
      expect(internal(`F1.xAxis.${tick}`).verdict).to.equal("reproduced");
      expect(judged.get(`F1.xAxis.${tick}`)!.role).to.equal("label");
    }
    for (const id of ["F1.slope", "F1.intercept", "F1.rSquared"])
      expect(internal(id).verdict).to.equal("reproduced");
  });
});

describe("sentences with more than one reading", () => {
  const source = (id: string): Ruling => judged.get(id)!.source!;

  it("leave 'every two years' open: true since 2008, not of 2005 to 2008, and editions before 2005 do not count", () => {
    expect(internal("TX.factors.every").verdict).to.equal("undecided");
    expect(source("TX.factors.every").verdict).to.equal("undecided");
    expect(source("TX.factors.every").working).to.include("2008 (3 == 2)").and.not.include("2004");
    expect(internal("TX.factors.every").reason).to.match(
      /throughout the period.*not reproduced.*at present.*reproduced/,
    );
  });

  it("leave 'steadily among the first 30' open, and count all ten published editions: 6 of them are", () => {
    expect(internal("TX.EPI.top").verdict).to.equal("undecided");
    expect(source("TX.EPI.top").verdict).to.equal("undecided");
    expect(source("TX.EPI.top").working)
      .to.include("(6/10; ≠ 2005 (47 <= 30), 2008 (98 <= 30)")
      .and.include("(3/3)");
  });
});

describe("a number on a scale that the named quantity cannot have", () => {
  it("is mislabelled whether it is called a mean or a forecast of an index that ends at 1", () => {
    for (const id of [
      ...["T5.2012.m5", "T5.2012.m3", "T5.2022.m5", "T5.2024.m5"],
      ...["TX.forecast.first", "TX.forecast.second"],
    ]) {
      expect(internal(id).verdict, id).to.equal("mislabelled");
      expect(internal(id).reason).to.include("only be 0 to 1");
    }
  });

  it("says besides that the second forecast is found by the printed coefficients alone", () => {
    for (const id of ["T5.2024.m5", "TX.forecast.second"]) {
      // 0.2597 * 10 + 2.2177
      expect(internal(id).recomputed).to.be.closeTo(4.8147, 1e-12);
      expect(internal(id).reason).to.include("with the intermediate results as printed (F1.slope = 0,2597");
    }
  });
});

describe("laws", () => {
  it("call a row of Table 3 inconsistent and name what each number would have to be, the published OSI among it", () => {
    const { verdict, reason } = internal("T3.2024.EGDI");
    expect(verdict).to.equal("inconsistent");
    const [, low, high] = /T3\.2024\.OSI ([\d.]+) to ([\d.]+)/.exec(reason)!;
    // UN DESA, edition of 2024: OSI .93903, TII .92353, HCI .84029, EGDI .90093
    expect(0.939).to.be.within(Number(low), Number(high));
    expect((0.93903 + 0.9235 + 0.8403) / 3).to.be.closeTo(0.90094, 5e-6);
    expect(reason).to.not.include("No data");
    for (const year of [2005, 2008, 2010, 2012, 2014, 2016, 2018])
      expect(internal(`T3.${year}.EGDI`).verdict).to.equal("inconsistent");
  });

  it("call the one entry of Table 4 impossible that repairs the matrix when changed alone, and say the condition", () => {
    const { verdict, reason } = internal("T4.HCI.EGDI");
    expect(verdict).to.equal("impossible");
    expect(reason)
      .to.match(/changing only T4\.HCI\.EGDI could satisfy it/)
      .and.include("same observations");
    const [, low, high] = /value of (0\.\d+) to (0\.\d+)/.exec(reason)!.map(Number) as [
      number,
      number,
      number,
    ];
    // The closed form for three variables: r(EGDI, HCI) lies within ab ± sqrt((1 - a²)(1 - b²)), here a = .999, b = .640.
    const reach = Math.sqrt((1 - 0.999 ** 2) * (1 - 0.64 ** 2));
    expect(low).to.be.within(0.999 * 0.64 - reach - 0.03, 0.999 * 0.64 - reach);
    expect(high).to.be.within(0.999 * 0.64 + reach, 0.999 * 0.64 + reach + 0.03);
    for (const id of ["T4.OSI.EGDI", "T4.TII.EGDI", "T4.TII.OSI", "T4.HCI.OSI", "T4.HCI.TII"])
      expect(internal(id).verdict).to.equal("not reproduced");
  });
});

describe("chance", () => {
  const source = (id: string): Ruling => judged.get(id)!.source!;

  it("is drawn from how the country's own ranks cluster, equal figures once: a gain of 23 proves nothing", () => {
    expect(source("TX.TII.gain").chance).to.be.within(0.1, 0.2);
    for (const id of ["TX.TII.gain", "TX.TII.since"])
      expect(source(id).verdict).to.equal("differs from source");
    expect(source("TX.TII.gain").reason).to.include("ranks.TII[2022] - ranks.TII[2024]");
  });

  it("counts the numbers of a column that are exchanged alike together: four of five headings are no accident", () => {
    expect(source("T2.2016.usage").verdict).to.equal("mislabelled");
    expect(source("T2.2016.usage").chance).to.be.below(1e-3);
    expect(source("T2.2016.usage").reason).to.include("4 of the 5").and.include("< 0.1 %");
  });

  it("does not lend a match the chance of its neighbours' exchange: the pillars of 2013 prove nothing alone", () => {
    for (const id of ["T2.2013.usage", "T2.2013.readiness"])
      expect(source(id).verdict).to.equal("differs from source");
    expect(source("T2.2013.usage").reason).to.include("wef.skills[2013]").and.include("8.8 %");
  });

  it("is told with what was computed: a lone figure is published, a formula's value is not", () => {
    expect(source("T2.2013.usage").reason).to.match(/^The published figure is 42;/);
    expect(source("T4.HCI.EGDI").reason).to.match(
      /^From the published figures, it is −0\.75305 to −0\.75289;/,
    );
  });

  it("is not asked of the two EPI ranks that the UN announced itself; the rule of counting is a remark", () => {
    for (const id of ["T1.2012.EPI", "T1.2005.EPI"]) {
      expect(source(id).verdict).to.equal("matches source");
      expect(source(id).reason)
        .to.match(/shared place counts once/)
        .and.not.match(/not itself published/);
    }
  });
});

describe("sensitivity", () => {
  it("names the verdicts that a limit of 1 % or 10 % would change", () => {
    const [strict, loose] = sensitivity([...judged.values()]);
    expect(strict!.changed.map(({ id }) => id)).to.deep.equal([
      "T2.2019.NRI",
      "T3.2016.EGDI",
      "T5.2016.EGDI",
    ]);
    expect(loose!.changed).to.deep.equal([]);
  });
});
