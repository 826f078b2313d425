import { DataFrame } from "../../src/helper/table/data-frame.js";
import { expect } from "chai";
import { mimeBundle, type ShowOptions } from "../../src/show/show.js";
import { dataFrame } from "../../src/helper/table/table.js";
import { withTable } from "../../src/base/display.js";
import { copied, parsed } from "./copied.js";

const html = (thing: unknown, options?: ShowOptions) => String(mimeBundle(thing, options)["text/html"]);
const text = (thing: unknown, options?: ShowOptions) => String(mimeBundle(thing, options)["text/plain"]);
const latex = (thing: unknown, options?: ShowOptions) => String(mimeBundle(thing, options)["text/latex"]);
const rows = (thing: unknown, options?: ShowOptions) =>
  copied(html(thing, options))
    .split("\n")
    .map((line) => line.split("\t"));
const INDEX = { year: [2018, 2020], EGDI: [0.7597, 0.8], OSI: [0.86806, null] };

describe("a table", () => {
  it("is made of a DataFrame, of records, of columns and of a plain record alike", () => {
    const same = [["year", "EGDI"], ["2018", "0.75"], ["2020", "0.80"]]; // prettier-ignore
    const columns = { year: [2018, 2020], EGDI: [0.75, 0.8] };
    expect(rows(columns)).to.deep.equal(same);
    expect(rows(dataFrame(columns))).to.deep.equal(same);
    expect(rows([{ year: 2018, EGDI: 0.75 }, { year: 2020, EGDI: 0.8 }])).to.deep.equal(same); // prettier-ignore
    expect(rows({ slope: 0.25, n: 6 })).to.deep.equal([["Name", "Value"], ["slope", "0.25"], ["n", "6"]]); // prettier-ignore
  });

  it("keeps the names of one's own columns", () => {
    const heads = rows(dataFrame({ id: [1], "рост %": [2], город: ["a"] }))[0];
    expect(heads).to.deep.equal(["id", "рост %", "город"]);
    expect(rows(withTable(dataFrame({ город: ["a"] }), () => ({})))[0]).to.deep.equal(["город"]);
  });

  it("has the decimals that are asked for, and counts stay whole", () => {
    expect(rows(INDEX, { decimals: 3 })[1]).to.deep.equal(["2018", "0.760", "0.868"]);
    expect(rows(INDEX, { decimals: { OSI: 1 } })[1]).to.deep.equal(["2018", "0.7597", "0.9"]);
    expect(rows(INDEX)[1]).to.deep.equal(["2018", "0.7597", "0.8681"]);
  });

  it("never shows a small number as zero", () => {
    expect(rows({ share: [0.00000012] }, { decimals: 4 })[1]).to.deep.equal(["1.20e-7"]);
  });

  it("has one format for p-values", () => {
    expect(rows({ p: [0.00000012, 0.0499999] }, { decimals: 2 }).slice(1)).to.deep.equal([
      ["< 0.0001"],
      ["0.0500"],
    ]);
  });

  it("shows a missing value as a dash that is not copied", () => {
    expect(parsed(html(INDEX)).querySelector("tr:last-child td:last-child")!.textContent).to.equal("–");
    expect(rows(INDEX)[2]).to.deep.equal(["2020", "0.8000", ""]);
    for (const nothing of [null, undefined, NaN]) expect(text({ a: [nothing] })).to.match(/–$/);
  });

  it("sets numbers to the right in figures of one width, and text to the left", () => {
    const page = parsed(html({ country: ["Estonia"], EGDI: [0.9] }));
    const [country, value] = [...page.querySelectorAll("td")].map((cell) => cell.getAttribute("style"));
    expect(country).to.equal("text-align: left");
    expect(value).to.equal("text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums");
  });

  it("parts thousands by space that is not copied", () => {
    expect(html({ n: [1234567] })).to.contain('1<span style="padding-left: 0.18em">234</span>');
    expect(rows({ n: [1234567.5, -12345, 9999] })).to.deep.equal([["n"], ["1234567.5"], ["-12345.0"], ["9999.0"]]); // prettier-ignore
  });

  it("escapes every text: headings, cells, caption, note", () => {
    const sly = '<img src=x onerror="alert(1)">&';
    const page = html({ [sly]: [sly] }, { caption: sly, note: sly });
    expect(parsed(page).querySelector("img")).to.equal(null);
    for (const part of ["caption", "th", "td", "p"])
      expect(parsed(page).querySelector(part)!.textContent, part).to.equal(sly);
  });

  it("takes its colours from the page, so that it fits a light and a dark theme", () => {
    expect(html(INDEX, { caption: "c", note: "n" })).not.to.match(/color|background/);
  });

  it("carries caption and notes, and counts the rows that it leaves out", () => {
    const long = { n: Array.from({ length: 100 }, (_, at) => at) };
    const page = parsed(html(long, { caption: "Many", note: ["first", "second"] }));
    expect(page.querySelector("caption")!.textContent).to.equal("Many");
    expect([...page.querySelectorAll("p")].map((note) => note.textContent)).to.deep.equal(["first", "second", "+ 40 more rows"]); // prettier-ignore
    expect(rows(long, { maxRows: 3 })).to.have.length(4);
  });

  it("shows the columns asked for, in that order, under other headings if told so", () => {
    expect(rows(INDEX, { columns: ["OSI", "year"], headings: { OSI: "Services" } })[0]).to.deep.equal(["Services", "year"]); // prettier-ignore
    expect(() => html(INDEX, { columns: ["TII"] })).to.throw(
      RangeError,
      'show found no column "TII"; there are "year", "EGDI", "OSI"',
    );
  });

  it("leaves the upper half of a matrix empty when told so", () => {
    const names = { index: ["a", "b"], columns: ["a", "b"] };
    const matrix = new DataFrame([[1, 0.5], [0.5, 1]], names); // prettier-ignore
    expect(rows(matrix, { triangle: "lower" })).to.deep.equal([["", "a", "b"], ["a", "1.0", ""], ["b", "0.5", "1.0"]]); // prettier-ignore
  });

  it("is plain text in aligned columns where there is no HTML", () => {
    expect(text(INDEX, { caption: "Table 3", note: "ten editions" })).to.equal(
      [
        "Table 3",
        "year    EGDI     OSI",
        "----  ------  ------",
        "2018  0.7597  0.8681",
        "2020  0.8000       –",
        "ten editions",
      ].join("\n"),
    );
  });

  it("is a LaTeX tabular with everything escaped that LaTeX reads as a command", () => {
    expect(
      latex({ "50 %": ["a_b & {c}"], x: [0.5] }, { caption: "#1", note: "~" }).split("\n"),
    ).to.deep.equal([
      "\\begin{center}",
      "\\textbf{\\#1}\\\\[0.5ex]",
      "\\begin{tabular}{lr}",
      "\\toprule",
      "50 \\% & x \\\\",
      "\\midrule",
      "a\\_b \\& \\{c\\} & 0.5 \\\\",
      "\\bottomrule",
      "\\end{tabular}",
      "\\\\ {\\footnotesize \\textasciitilde{}}",
      "\\end{center}",
    ]);
  });
});
