import { expect } from "chai";
import type { Judged } from "../../src/ledger/claim.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { setLanguage } from "../../src/base/text.js";
import { folderOf } from "./folder.js";

/** The verdicts of a tiny paper: its one table, its rules (";" between columns' cells is written as is). */
function verdicts(
  t1: string,
  claims: string,
  more: Record<string, string> = {},
  paper: object = {},
): Map<string, Judged> {
  return new Map(
    judgeLedger(readLedger(folderOf({ T1: t1, claims, ...more }, paper))).map((claim) => [claim.id, claim]),
  );
}
const rules = (...lines: string[]): string =>
  ["cells,role,formula,law,scale,instead,conventions,reading", ...lines].join("\n");
const of = (judged: Map<string, Judged>, id: string): string => judged.get(`T1.${id}`)!.internal!.verdict;

describe("verdicts from a paper's own numbers", () => {
  it("are reproduced where some values that round so agree, not reproduced otherwise, with the difference", () => {
    const judged = verdicts("r,a,b\nx,0.14,0.29\ny,0.14,0.31", rules("T1.b[*],result,T1.a[row] * 2"));
    expect(of(judged, "x.b")).to.equal("reproduced");
    expect(of(judged, "y.b")).to.equal("not reproduced");
    const { reason, working } = judged.get("T1.y.b")!.internal!;
    expect(reason).to.equal(
      "Recomputed from the paper's own numbers, it is 0.2700 to 0.2900; 0.31 is printed (difference 0.03).",
    );
    expect(working).to.equal("T1.a[y] * 2 = 0.2700 to 0.2900");
  });

  it("find another convention, another quantity, and an intermediate result that was rounded", () => {
    const judged = verdicts(
      "r,a,sd,total,k,m\nx,1,,,,\ny,2,,,,\nz,6,2.16,9.00,0.7,4.90",
      rules(
        "T1.sd[z],result,sd(T1.a),,,,sdPopulation(T1.a),",
        "T1.total[z],result,mean(T1.a),,,sum(T1.a),,",
        "T1.k[z],result,2 / 3,,,,,",
        "T1.m[z],result,2 / 3 * 7,,,,,",
      ),
      {},
      { exhibits: [{ key: "T1", name: "Table 1", exact: ["a"] }] },
    );
    expect(of(judged, "z.sd")).to.equal("other convention");
    expect(judged.get("T1.z.sd")!.internal!.working).to.include("sdPopulation(T1.a) = 2.1602");
    expect(of(judged, "z.total")).to.equal("mislabelled");
    expect(of(judged, "z.m")).to.equal("rounded early");
    expect(judged.get("T1.z.m")!.internal!.recomputed).to.be.closeTo(4.9, 1e-12);
  });

  it("call a number mislabelled that a formula gives, in whatever way, where the scale cannot hold it", () => {
    const judged = verdicts(
      "r,a,sd,k,m,off\nx,1,,,,\ny,2,,,,\nz,6,2.16,0.7,4.90,7",
      rules(
        "T1.sd[z],result,sd(T1.a),,0..1,,sdPopulation(T1.a),",
        "T1.k[z],result,2 / 3,,0..1,,,",
        "T1.m[z],result,2 / 3 * 7,,0..1,,,",
        "T1.off[z],result,mean(T1.a),,0..1,,,",
      ),
      {},
      { exhibits: [{ key: "T1", name: "Table 1", exact: ["a"] }] },
    );
    expect(["z.sd", "z.k", "z.m", "z.off"].map((id) => of(judged, id))).to.deep.equal([
      "mislabelled",
      "reproduced",
      "mislabelled",
      "not reproduced",
    ]);
    expect(judged.get("T1.z.m")!.internal!.reason).to.include("4.90 is outside");
  });

  it("are undecided where the rule needs a number that is not printed, unless a convention does without", () => {
    const judged = verdicts(
      "r,gross,tax,net\nx,10,-3,7\ny,10,–,10\nz,10,–,9",
      rules(
        "T1.net[x],result,T1.gross[row] + T1.tax[row],,,,,",
        "T1.net[y],result,T1.gross[row] + T1.tax[row],,,,T1.gross[row],",
        "T1.net[z],result,T1.gross[row] + T1.tax[row],,,,T1.gross[row],",
      ),
      {},
      { exhibits: [{ key: "T1", name: "Table 1", exact: true }] },
    );
    const found = ["x.net", "y.net", "z.net"].map((id) => of(judged, id));
    expect(found).to.deep.equal(["reproduced", "other convention", "undecided"]);
    const { reason } = judged.get("T1.z.net")!.internal!;
    expect(reason).to.include("The paper prints no number for T1.tax[z]");
  });

  it("take numbers that are rounded to fives or hundreds for all that round so", () => {
    const table = "r,men,women,all\nx,620,610,1235\ny,620,610,1240\nz,1200,900,2200";
    const add = rules("T1.all[*],result,T1.men[row] + T1.women[row],,,,,");
    const found = (roundedTo: number | object): string[] => {
      const judged = verdicts(
        table,
        add,
        {},
        { exhibits: [{ key: "T1", name: "Table 1", exact: ["all"], roundedTo }] },
      );
      return ["x.all", "y.all", "z.all"].map((id) => of(judged, id));
    };
    // 617.5 + 607.5 = 1225 and 622.5 + 612.5 = 1235: 1235 is 1232.5 to 1237.5, 1240 is 1237.5 or more
    expect(found(5)).to.deep.equal(["reproduced", "not reproduced", "not reproduced"]);
    expect(found({ men: 100, women: 100, all: 100 })).to.deep.equal(Array(3).fill("reproduced"));
    expect(found({ men: 1 })).to.deep.equal(["not reproduced", "not reproduced", "not reproduced"]);
    expect(() => found({ mne: 5 })).to.throw('paper.json, T1 has no column "mne"; it has men, women, all');
  });

  it("find names by what can be seen of them", () => {
    // A no-break space, a letter with its accent apart, a soft hyphen, a line break as spreadsheets have them.
    const judged = verdicts(
      "r,Mean\u00a0(SD),e\u0301lan,to\u00adtal\u2009b\nx y,1.0,2.0,3.0\nx\u00a0z,1.0,2.0,4.0",
      rules('T1."total b"["x y".."x z"],result,T1."Mean (SD)"[row] + T1.élan[row],,,,,'),
    );
    expect([...judged.keys()]).to.deep.equal(["T1.x y.total b", "T1.x z.total b"]);
    expect(["x y.total b", "x z.total b"].map((id) => of(judged, id))).to.deep.equal([
      "reproduced",
      "not reproduced",
    ]);
  });

  it("hold a number that is nothing but another printed one against its print, not its rounding", () => {
    const judged = verdicts("r,a,b\nx,0.48,0.5\ny,0.48,0.49\nz,0.48,0.480", rules("T1.b[*],copy,T1.a[row]"));
    expect(["x.b", "y.b", "z.b"].map((id) => of(judged, id))).to.deep.equal([
      "reproduced",
      "not reproduced",
      "reproduced",
    ]);
  });

  it("are impossible where one number alone can set a law right, inconsistent where several can", () => {
    const one = verdicts("r,a\nx,1.2", rules("T1.a[*],result,,printed <= 1,0..1"));
    expect(of(one, "x.a")).to.equal("impossible");
    const several = verdicts(
      "r,a,b\nx,0.40,0.70",
      rules("T1.a[*],result,,T1.a[row] + T1.b[row] == 1,0..1", "T1.b[*],result,,,0..1"),
    );
    expect(of(several, "x.a")).to.equal("inconsistent");
    expect(several.get("T1.x.a")!.internal!.reason).to.include(
      "T1.x.a 0.295 to 0.305, T1.x.b 0.595 to 0.605",
    );
    const fine = verdicts("r,a,b\nx,0.40,0.60", rules("T1.a[*],result,,T1.a[row] + T1.b[row] == 1,0..1"));
    expect(of(fine, "x.a")).to.equal("reproduced");
  });

  it("count numbers that stand for themselves alone among those that could set a law right, if one value does", () => {
    const exact = { exhibits: [{ key: "T1", name: "Table 1", exact: true }] };
    const law = "T1.gain[row] == T1.small[row] - T1.large[row]";
    const judged = verdicts(
      "r,large,small,gain\nx,7.3,8.7,0.6",
      rules(`T1.gain[*],result,,${law}`),
      {},
      exact,
    );
    expect(of(judged, "x.gain")).to.equal("inconsistent");
    // 8.7 - 7.3; 7.3 + 0.6; 8.7 - 0.6
    for (const repair of ["T1.x.gain 1.4", "T1.x.small 7.9", "T1.x.large 8.1"])
      expect(judged.get("T1.x.gain")!.internal!.reason).to.include(repair);
    // Half of an odd number is none with no decimals.
    const odd = verdicts("r,a,b\nx,3,1", rules("T1.b[*],result,,T1.b[row] * 2 == T1.a[row]"), {}, exact);
    expect(of(odd, "x.b")).to.equal("inconsistent");
    expect(odd.get("T1.x.b")!.internal!.reason).to.include(
      "changing only T1.x.a could satisfy it, with a value of 2.",
    );
  });

  it("name another row, leave what rounding leaves open, and compare readings", () => {
    const t1 = "r,a,n,p\n1,0.10,1,0.10\n2,0.20,3,0.20";
    const exhibits = { exhibits: [{ key: "T1", name: "Table 1", exact: ["n"] }] };
    const judged = verdicts(
      t1,
      rules(
        "T1.n[1],label,where(T1.a == 0.1)",
        "T1.n[2],label,where(T1.a == 0.1)",
        "T1.p[1],result,T1.a[1] < 0.101",
        "T1.p[2],result,T1.a[2] > 0.1,,,,,strict",
        "T1.p[2],result,T1.a[2] > 1,,,,,loose",
      ),
      {},
      exhibits,
    );
    expect(of(judged, "1.n")).to.equal("reproduced");
    expect(of(judged, "2.n")).to.equal("mislabelled");
    expect(of(judged, "1.p")).to.equal("undecided");
    expect(of(judged, "2.p")).to.equal("undecided");
    expect(judged.get("T1.2.p")!.internal!.reason).to.match(/“strict”: reproduced.*“loose”: not reproduced/);
  });
});

describe("verdicts against a source", () => {
  const paper = {
    sources: [
      {
        key: "s",
        title: "Source",
        stored: "exact",
        conventions: { dense: { of: "rank", says: { en: "dense ranks" } } },
      },
    ],
  };
  const source = "r,rank,dense,other\nx,10,8,55\ny,20,17,91\nz,30,26,23\nw,,,44";
  const claims = "cells,role,source\nT1.a[*],input,s.rank[row]";
  const found = (a: Record<string, number>) =>
    verdicts(
      ["r,a", ...Object.entries(a).map(([row, value]) => `${row},${value}`)].join("\n"),
      claims,
      { "sources/s": source },
      paper,
    );

  it("match, differ, are not available, follow a declared convention, or are another figure beyond chance", () => {
    const judged = found({ x: 10, y: 17, z: 99, w: 1 });
    const verdict = (id: string) => judged.get(`T1.${id}.a`)!.source!.verdict;
    expect(["x", "y", "z", "w"].map(verdict)).to.deep.equal([
      "matches source",
      "other convention",
      "differs from source",
      "source not available",
    ]);
    expect(judged.get("T1.z.a")!.source!.reason).to.include("is 30; 99 is printed (difference 69)");
    // One other column in the row, over the span of all figures but the conventions (10 to 91): 1 in 82.
    const alone = found({ y: 91 }).get("T1.y.a")!.source!;
    expect(alone.verdict).to.equal("mislabelled");
    expect(alone.chance).to.be.closeTo(1 / 82, 1e-9);
    expect(alone.reason).to.include(
      "the only value searched. Such a match occurs by chance with probability 1.2 %",
    );
    // Another row's: 1 - (1 - 1/82)^k for the column beside it and the two other rows.
    const farther = found({ y: 30 }).get("T1.y.a")!.source!;
    expect(farther.chance).to.be.closeTo(1 - (81 / 82) ** 3, 1e-9);
  });

  it("count one convention as one figure looked at, and numbers in sentences each alone", () => {
    expect(found({ y: 17 }).get("T1.y.a")!.source!.chance).to.be.closeTo(1 / 82, 1e-9);
    const text = "key,printed,where,says\np,55,p. 1,one\nq,91,p. 2,another";
    const judged = verdicts(
      "r,a\nx,10",
      "cells,role,source\nTX.p,input,s.rank[x]\nTX.q,input,s.rank[y]",
      { "sources/s": source, text },
      paper,
    );
    for (const id of ["TX.p", "TX.q"]) expect(judged.get(id)!.source!.chance).to.be.closeTo(1 / 82, 1e-9);
  });

  it("tell a published figure as it is stored, and as an interval where it is rounded", () => {
    const told = (figure: string): unknown =>
      verdicts(
        "r,a\nx,5",
        "cells,role,source\nT1.a[*],input,t.b[row]",
        { "sources/t": `r,b\nx,${figure}` },
        { sources: [{ key: "t", title: "Rounded" }] },
      ).get("T1.x.a")!.source!.recomputed;
    expect(told("0.28431")).to.equal(0.28431);
    const [low, high] = told("0.28") as [number, number];
    expect([low, high].map((end) => Number(end.toFixed(6)))).to.deep.equal([0.275, 0.285]);
  });

  it("count equal figures once, and the numbers of a column together", () => {
    const both = found({ x: 55, y: 91 }).get("T1.x.a")!.source!;
    expect(both.chance).to.be.closeTo((1 / 82) ** 2, 1e-9);
  });
});

describe("rules that cannot stand", () => {
  const refused: [string, string, string][] = [
    [
      "a rule that names nothing",
      "T1.a[q],input",
      'claims.csv line 2, column "cells": T1.a[q]: Table 1 has no row "q"; it has x, y',
    ],
    [
      "an exhibit that is not there",
      "T9.a[*],input",
      "T9: there is no exhibit or source with this name; there are T1",
    ],
    ["a column that is not there", "T1.q[*],input", 'Table 1 has no column "q"; it has a, b'],
    [
      "two rules for a cell",
      "T1.a[*],input\nT1.a[x],input",
      'claims.csv line 3: "T1.x.a" already has a rule, in claims.csv line 2',
    ],
    [
      "copies of each other",
      "T1.a[x],copy,T1.b[x]\nT1.b[x],copy,T1.a[x]",
      "circular rules: T1.a.x is T1.b.x is T1.a.x",
    ],
    [
      "a scale that is none",
      "T1.a[*],input,,,1..0",
      'claims.csv line 2 requires a scale such as "0..1", got "1..0"',
    ],
    [
      "a formula that gives a column",
      "T1.a[x],result,T1.a * 2",
      "requires a number or a statement, got a column",
    ],
    ["a law that is no statement", "T1.a[x],result,,T1.b[x]", "a law requires a statement"],
    ["cells that are none", "1 + 2,input", "names no cells"],
  ];
  for (const [what, lines, message] of refused)
    it(`are refused: ${what}`, () =>
      expect(() => verdicts("r,a,b\nx,1,2\ny,1,2", rules(...lines.split("\n")))).to.throw(message));
});

describe("a source's own form", () => {
  const against = (printed: string, stored: string, decimalMark: "." | ",") => {
    const sources = [{ key: "s", title: "S", decimalMark }];
    const claims = "cells,role,source\nT1.a[*],input,s.a[row]";
    const folder = folderOf({ T1: "r,a\nx,", "sources/s": "r,a\nx,", claims }, { decimalMark: ",", sources });
    folder.tables["T1"]!.rows[0]!.cells[1] = printed;
    folder.tables["sources/s"]!.rows[0]!.cells[1] = stored;
    return judgeLedger(readLedger(folder))[0]!.source!;
  };

  it("has a decimal mark of its own, and is told as it is stored", () => {
    const same = against("1234,5", "1,234.5", ".");
    expect(same.verdict).to.equal("matches source");
    expect(same.reason).to.equal("The published figure is 1234.5, which agrees with what is printed.");
    expect(against("1,234", "1,234", ".").verdict).to.equal("differs from source");
    expect(against("0,0042", "4.2e-3", ".").verdict).to.equal("matches source");
  });
});

describe("reasons", () => {
  it("come in three languages, with each language's decimal mark", () => {
    const reason = (language: "en" | "kk" | "ru"): string => {
      setLanguage(language);
      try {
        return verdicts("r,a,b\nx,0.14,0.31", rules("T1.b[*],result,T1.a[row] * 2")).get("T1.x.b")!.internal!
          .reason;
      } finally {
        setLanguage("en");
      }
    };
    expect(reason("kk")).to.equal(
      "Мақаланың өз сандарынан қайта есептегенде 0,2700 … 0,2900 шығады; мақалада 0.31 (айырма 0,03).",
    );
    expect(reason("ru")).to.equal(
      "Пересчёт по собственным числам статьи даёт от 0,2700 до 0,2900; в статье 0.31 (разность 0,03).",
    );
  });
});
