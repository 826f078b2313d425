import { expect } from "chai";
import { openBook } from "../../src/ledger/book.js";
import { disagreements, findingsOf, unexplained } from "../../src/ledger/findings.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { findings, judge, loadLedger } from "../../src/paper/judge.js";
import { folderOf } from "./folder.js";

const ledger = loadLedger();
const judged = judge(ledger);
const causes = findings(ledger, judged);

describe("this paper's findings", () => {
  it("explain every disagreement exactly once, and each explains some, but the inference and an omission", () => {
    expect(unexplained(judged, causes)).to.deep.equal([]);
    const explained = causes.flatMap(({ explains }) => explains.map(({ id, side }) => `${id}/${side}`));
    expect(new Set(explained).size).to.equal(explained.length);
    expect(explained).to.have.length(disagreements(judged).length);
    const none = causes.filter(({ explains }) => explains.length === 0);
    expect(none.map(({ id }) => id)).to.deep.equal(["inference", "edition-left-out"]);
  });

  it("stand on evidence that holds, in three languages", () => {
    for (const { id, evidence, title, reading, settles, correction } of causes) {
      expect(evidence, id).to.not.be.empty;
      for (const { formula, holds } of evidence) expect(holds, `${id}: ${formula}`).to.equal(true);
      for (const texts of [title, reading, settles, correction, ...evidence.map(({ says }) => says)])
        for (const language of ["en", "kk", "ru"] as const)
          expect(texts[language], `${id} ${texts.en}`).to.be.a("string").and.not.empty;
    }
  });

  it("lose their evidence when the figures turn", () => {
    const table3 = ledger.exhibits.find(({ key }) => key === "T3")!;
    const cell = table3.cells.get("2022")!.get("TII")!;
    const cells = new Map(table3.cells).set(
      "2022",
      new Map(table3.cells.get("2022")).set("TII", { ...cell, value: 0.7 }),
    );
    const changed = {
      ...ledger,
      exhibits: ledger.exhibits.map((one) => (one === table3 ? { ...table3, cells } : one)),
    };
    const exchanged = findingsOf(changed, judged).find(({ id }) => id === "components-exchanged")!;
    expect(exchanged.evidence[0]!.holds).to.equal(false);
  });
});

describe("findingsOf", () => {
  const cause = (explains: string[], formula = "T1.a[x] == 1") => ({
    ...{ id: "slip", title: { en: "A slip" }, evidence: [{ formula, says: { en: "It is 1." } }], explains },
    ...{ reach: "number" as const, reading: { en: "-" }, settles: { en: "-" }, correction: { en: "-" } },
  });
  const tiny = readLedger(
    folderOf({ T1: "row,a\nx,1\ny,2", claims: "cells,role,formula\nT1.a[*],result,3" }),
  );
  const of = (...explains: string[][]) =>
    findingsOf({ ...tiny, findings: explains.map((one) => cause(one)) }, judgeLedger(tiny));

  it("takes patterns, and one side where it is named", () => {
    expect(of(["T1.*.a"])[0]!.explains.map(({ id }) => id)).to.deep.equal(["T1.x.a", "T1.y.a"]);
    expect(of(["T1.*.a/source"])[0]!.explains).to.deep.equal([]);
    expect(unexplained(judgeLedger(tiny), of(["T1.x.a"])).map(({ id }) => id)).to.deep.equal(["T1.y.a"]);
    expect(openBook(tiny).claims).to.have.length(2);
  });

  it("gives a verdict that two causes name to the first, and refuses what names no claim or is no statement", () => {
    expect(of(["T1.x.a"], ["T1.*.a"]).map(({ explains }) => explains.map(({ id }) => id))).to.deep.equal([
      ["T1.x.a"],
      ["T1.y.a"],
    ]);
    expect(() => of(["T1.z.a"])).to.throw(
      'findings.json "slip" explains "T1.z.a", which is not the id of a claim',
    );
    expect(() =>
      findingsOf({ ...tiny, findings: [cause(["T1.x.a"], "T1.a[x]")] }, judgeLedger(tiny)),
    ).to.throw("requires a statement, got a number");
  });
});
