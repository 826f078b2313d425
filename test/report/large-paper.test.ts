import { expect } from "chai";
import { html } from "../../src/base/escape.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { claimSections } from "../../src/report/html-claims.js";
import { severities, worstFirst } from "../../src/report/severity.js";
import { folderOf } from "../ledger/folder.js";

describe("html", () => {
  it("escapes values, not what it made itself, and passes over what is not there", () => {
    expect(html`<b title="${'"'}">${["<i>", html`<i>${1}</i>`]}${false}${null}</b>`.text).to.equal(
      '<b title="&quot;">&lt;i&gt;<i>1</i></b>',
    );
  });
});

describe("a paper of many tests", () => {
  // b / se by hand: a 2.5 (p .012), b 0.5 (p .62), c 3.3 (p .001); r 2.50, s 5.00, t 3.20.
  const rows = [
    "a,X,0.50**,0.20,2.50",
    "b,X,0.10**,0.20,0.50",
    "c,Y,0.66,0.20,3.20",
    "d,Y,1.00***,0.20,9.00",
  ];
  const ledger = readLedger(
    folderOf(
      {
        T1: ["row,article,b,se,t", ...rows].join("\n"),
        claims: [
          "cells,role,law,formula",
          "T1.b[*],result,stars(T1.b[row]) == starsOf(pOfZ(T1.b[row] / T1.se[row]); 0.1; 0.05; 0.01)",
          "T1.t[*],result,,T1.b[row] / T1.se[row]",
        ].join("\n"),
      },
      { exhibits: [{ key: "T1", name: "Table 1", group: "article" }] },
    ),
  );
  // The folder in memory parts cells at commas; a function's arguments have them.
  const rules = ledger.rules.map((rule) => ({ ...rule, law: rule.law.replaceAll(";", ",") }));
  const judged = judgeLedger({ ...ledger, rules });
  const severity = severities({ ...ledger, rules }, judged);

  it("says what is overstated, and what lies across a significance level", () => {
    expect(Object.fromEntries(severity)).to.deep.equal({
      "T1.b.b": { stated: "over", crosses: true },
      "T1.c.b": { stated: "under", crosses: true },
      "T1.d.t": { stated: "over", crosses: false },
    });
  });

  it("puts what crosses a limit first", () => {
    const wrong = judged.filter(({ id }) => severity.has(id));
    expect(
      worstFirst(wrong, severity)
        .map(({ id }) => id)
        .at(-1),
    ).to.equal("T1.d.t");
  });

  it("lists the worst 5,000 numbers of an exhibit, and says how many are left", () => {
    const wrong = judged.filter(({ id }) => severity.has(id));
    const many = Array.from({ length: 1667 }, () => wrong.map((claim) => ({ ...claim, group: "X" }))).flat();
    const page = claimSections({ judged: many, severity } as never).text;
    expect(page.match(/<tbody/g)).to.have.length(5000);
    expect(page).to.contain("... and 1 more; claims.csv lists all of them");
  });

  it("folds its report by group, over- and understated apart", () => {
    const page = claimSections({ judged, severity } as never).text;
    const folded = [...page.matchAll(/<details\s+class="group"\s*>\s*<summary>(.*?)<\/summary>/g)].map(
      ([, said]) => said,
    );
    expect(folded.sort()).to.deep.equal([
      "X: overstated: 1; across a significance level: 1",
      "Y: overstated: 1, understated: 1; across a significance level: 1",
    ]);
  });
});
