import { expect } from "chai";
import { differingDigits } from "../../src/show/format-number.js";
import { mimeBundle } from "../../src/show/show.js";
import { copied, parsed } from "./copied.js";

const printed = { year: [2018, 2020], EGDI: [0.8775, 0.8375], OSI: [0.5, null] };
const published = { year: [2020, 2018], OSI: [0.9, 0.5], EGDI: [0.8375, 0.7597] };
const bundle = mimeBundle(printed, { compare: published });
const html = String(bundle["text/html"]);

describe("two tables side by side", () => {
  it("stand under each other's columns, met by the key and by name, whatever their order", () => {
    expect(copied(html).split("\n")).to.deep.equal([
      "\tEGDI\tOSI",
      "year\tprinted\trecomputed\tprinted\trecomputed",
      "2018\t0.8775\t0.7597\t0.5\t0.5",
      "2020\t0.8375\t0.8375\t\t0.9",
    ]);
  });

  it("have the differing digits of both marked, and nothing else", () => {
    expect([...parsed(html).querySelectorAll("strong")].map((mark) => mark.textContent)).to.deep.equal(["8775", "7597"]); // prettier-ignore
  });

  it("mark by weight and line as well as by colour", () => {
    expect(parsed(html).querySelector("strong")!.getAttribute("style")).to.contain(
      "text-decoration: underline",
    );
  });

  it("mark in brackets in plain text, underlined in LaTeX", () => {
    expect(bundle["text/plain"]).to.contain("0.[8775]").and.to.contain("0.[7597]");
    expect(bundle["text/latex"]).to.contain("0.\\underline{8775}").and.to.contain("& -- & 0.9 \\\\");
  });

  it("go by a key and names of one's own", () => {
    const table = mimeBundle({ a: [1], name: ["x"] }, { compare: { name: ["x"], a: [2] }, key: "name", names: ["one", "two"] }); // prettier-ignore
    expect(copied(String(table["text/html"]))).to.equal("\ta\nname\tone\ttwo\nx\t1\t2");
  });

  it("are refused where the key is missing or there is no second table", () => {
    expect(() => mimeBundle(printed, { compare: { EGDI: [1] } })).to.throw(
      'show requires both tables to have the column "year", got one with "EGDI"',
    );
    expect(() => mimeBundle(printed, { compare: 7 })).to.throw(
      TypeError,
      "show requires two tables to compare, got 7",
    );
  });
});

describe("differingDigits", () => {
  it("finds the stretches at the same decimal places", () => {
    expect(differingDigits("0.984", "0.975")).to.deep.equal([[3, 5]]);
    expect(differingDigits("1.25", "1.35")).to.deep.equal([[2, 3]]);
    expect(differingDigits("12.5", "2.5")).to.deep.equal([[0, 1]]);
    expect(differingDigits("0.50", "0.5")).to.deep.equal([[3, 4]]);
    expect(differingDigits("101", "111")).to.deep.equal([[1, 2]]);
  });

  it("takes a decimal comma for a decimal point, and a sign for a difference", () => {
    expect(differingDigits("0,984", "0.984")).to.deep.equal([]);
    expect(differingDigits("-0.5", "0.5")).to.deep.equal([[0, 1]]);
  });
});
