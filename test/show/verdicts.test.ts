import { expect } from "chai";
import { VERDICT_STYLE } from "../../src/figures/verdict-style.js";
import { badgeHtml, badgeText } from "../../src/show/badge.js";
import { mimeBundle } from "../../src/show/show.js";
import { copied, parsed } from "./copied.js";

const finding = (verdict: string, recomputed: number | [number, number] | string | null, reason: string) => ({
  verdict,
  recomputed,
  reason,
});
const judged = [
  {
    id: "T3.2018.EGDI",
    exhibit: "Table 3",
    printed: "0,8775",
    decimals: 4,
    internal: finding("impossible", [0.8376, 0.8378], "Not the mean."),
    source: finding("differs from source", 0.7597, "Published: 0.7597."),
  },
  { id: "T2.2019.usage", exhibit: "Table 2", printed: "42", decimals: 0, source: finding("source not available", null, "None.") }, // prettier-ignore
  { id: "T1.2020", exhibit: "Table 1", printed: "29", decimals: 0, source: finding("matches source", 29, "So it is.") }, // prettier-ignore
];

describe("a badge", () => {
  it("is told from every other by its sign and word, without colour", () => {
    const faces = Object.keys(VERDICT_STYLE).map(badgeText);
    expect(new Set(faces).size).to.equal(faces.length);
    for (const verdict of Object.keys(VERDICT_STYLE)) {
      expect(badgeText(verdict)).to.match(/^\S /);
      expect(parsed(badgeHtml(verdict).text).textContent).to.equal(badgeText(verdict));
    }
  });

  it("hides its sign from copying and from being read aloud", () => {
    expect(copied(`<table><tr><td>${badgeHtml("impossible")}</td></tr></table>`)).to.equal("impossible");
    expect(badgeHtml("impossible").text).to.contain('aria-hidden="true"');
  });

  it("takes a verdict that it does not know as a word", () => {
    expect(badgeText("doubtful")).to.equal("• doubtful");
    expect(parsed(badgeHtml("<b>").text).querySelector("b")).to.equal(null);
  });
});

describe("judged claims", () => {
  const table = copied(String(mimeBundle(judged)["text/html"]));

  it("are a table of the printed string, what was recomputed, both verdicts and the reasons", () => {
    expect(table.split("\n")).to.deep.equal([
      "Claim\tprinted\trecomputed\tVerdict\tReason",
      "T3.2018.EGDI\t0,8775\t0.837600 to 0.837800\timpossible differs from source\tNot the mean. Published: 0.7597.",
      "T2.2019.usage\t42\t\tsource not available\tNone.",
      "T1.2020\t29\t29\tmatches source\tSo it is.",
    ]);
  });

  it("have their badges in plain text and LaTeX too", () => {
    const { "text/plain": plain, "text/latex": latex } = mimeBundle(judged);
    expect(plain).to.contain("✗ impossible, Δ differs from source");
    expect(latex).to.contain("✗ impossible, Δ differs from source");
  });
});
