import { expect } from "chai";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { slips } from "../../src/ledger/slips.js";
import { folderOf } from "./folder.js";

const found = (t1: string, claims: string, exact: string[]) =>
  slips(
    readLedger(
      folderOf(
        { T1: t1, claims: `cells,role,formula,law\n${claims}` },
        { exhibits: [{ key: "T1", name: "Table 1", exact }] },
      ),
    ),
  ).map(({ id, value, explains }) => [id, value, explains.map((place) => place.id)]);

describe("one number that explains several verdicts", () => {
  const shares = "T1.n[total],result,sum(T1.n[a..c]),\nT1.share[a..c],result,T1.n[row] / T1.n[total],";

  it("is a total of 18 printed for 118: it is wrong itself, and so is every share of it", () => {
    const t1 = "r,n,share\na,20,0.169\nb,40,0.339\nc,58,0.492\ntotal,18,";
    expect(found(t1, shares, ["n"])).to.deep.equal([
      ["T1.total.n", 118, ["T1.a.share", "T1.b.share", "T1.c.share", "T1.total.n"]],
    ]);
  });

  it("is a part of which a total and a share tell, where the total is right", () => {
    const t1 = "r,n,share\na,50,0.169\nb,40,0.339\nc,58,0.492\ntotal,118,";
    expect(found(t1, shares, ["n"])).to.deep.equal([["T1.a.n", 20, ["T1.a.share", "T1.total.n"]]]);
  });

  it("is none where the numbers that are off have nothing in common, or nothing is off", () => {
    expect(found("r,n,share\na,20,0.269\nb,40,0.439\nc,58,0.492\ntotal,118,", shares, ["n"])).to.deep.equal(
      [],
    );
    expect(found("r,n,share\na,20,0.169\nb,40,0.339\nc,58,0.492\ntotal,118,", shares, ["n"])).to.deep.equal(
      [],
    );
  });
});
