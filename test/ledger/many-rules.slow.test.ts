import { expect } from "chai";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { folderOf } from "./folder.js";

describe("thirty thousand rules @long", () => {
  it("take time in proportion to their number, not to its square: minutes they would take so", () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `r${at},${(0.1 + (at % 97) / 50).toFixed(2)},0.25,1`,
    );
    const each = rows.map((_, at) => `T1.star[r${at}],result,abs(T1.b[row] / T1.se[row]) >= 1.96`);
    const folder = folderOf({
      T1: ["r,b,se,star", ...rows].join("\n"),
      claims: ["cells,role,formula", ...each].join("\n"),
    });
    const judged = new Map(judgeLedger(readLedger(folder)).map((claim) => [claim.id, claim]));
    // 0.10 / 0.25; 0.50 / 0.25, from 0.495 / 0.255 = 1.941 to 0.505 / 0.245 = 2.061; 2.02 / 0.25
    expect(judged.get("T1.r0.star")!.internal!.verdict).to.equal("not reproduced");
    expect(judged.get("T1.r20.star")!.internal!.verdict).to.equal("undecided");
    expect(judged.get("T1.r96.star")!.internal!.verdict).to.equal("reproduced");
    expect(judged.size).to.equal(30_000);
  }).timeout(40_000);

  it("and so do laws that do not hold: what could set one right is looked for in no other row", () => {
    // 1 + 2, from 2 to 4; one of ten prints 9.
    const rows = Array.from({ length: 20_000 }, (_, at) => `r${at},1,2,${at % 10 === 0 ? 9 : 3}`);
    const folder = folderOf({
      T1: ["r,a,b,sum", ...rows].join("\n"),
      claims: "cells,role,law\nT1.sum[*],result,T1.a[row] + T1.b[row] == printed",
    });
    const judged = judgeLedger(readLedger(folder));
    const broken = judged.filter(({ internal }) => internal!.verdict === "inconsistent");
    expect(broken.map(({ id }) => id).slice(0, 3)).to.deep.equal(["T1.r0.sum", "T1.r10.sum", "T1.r20.sum"]);
    expect(broken).to.have.length(2000);
  }).timeout(30_000);
});
