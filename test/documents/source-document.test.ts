import { expect } from "chai";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createRequire } from "node:module";
import "../../src/documents/source-document.js";
import type { SourceInfo } from "../../src/ledger/paper-folder.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { ledgerIn } from "../../src/ledger/load-ledger.js";
import { exhibitList } from "../../src/report/exhibit-list.js";
import { word } from "./archive.js";

const { utils, write } = createRequire(import.meta.url)("xlsx") as typeof import("xlsx");
const R = "test/fixtures/r/rerun";
const PYTHON = "test/fixtures/statsmodels/rerun";

/** The regression of mtcars as a paper may print it; hp's standard error should be (0.009). */
const PRINTED = ",mpg\nwt,-3.878\n,(0.633)\nhp,-0.032\n,(0.019)\nConstant,37.227\n,(1.599)\n";

const folder = mkdtempSync(join(tmpdir(), "rerun-"));
after(() => rmSync(folder, { recursive: true }));

/** What the folder's numbers are found to be, one source below `sources/`. */
function judgedWith(
  file: string | { name: string; bytes: Buffer },
  info: Partial<SourceInfo>,
  b: string,
  se: string,
  constant: string,
) {
  const place = join(folder, "paper");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, "sources"), { recursive: true });
  const name = typeof file === "string" ? basename(file) : file.name;
  if (typeof file === "string") cpSync(file, join(place, "sources", name));
  else writeFileSync(join(place, "sources", name), file.bytes);
  const source = { key: "rerun", title: "the program's output", program: "cars.do:12", file: name, ...info };
  writeFileSync(
    join(place, "paper.json"),
    JSON.stringify({
      title: { en: "Cars" },
      authors: ["A"],
      languages: ["en"],
      exhibits: [{ key: "T1", name: "Table 1" }],
      sources: [source],
    }),
  );
  writeFileSync(join(place, "T1.csv"), PRINTED);
  const rule = (part: number, column: string): string =>
    `"T1.mpg[r].${part} for (r, s) in (wt, wt), (hp, hp), (Constant, ""${constant}"")",result,"rerun[""${column}""][s]"`;
  writeFileSync(join(place, "claims.csv"), `cells,role,source\n${rule(1, b)}\n${rule(2, se)}\n`);
  const ledger = ledgerIn(place);
  return { ledger, judged: judgeLedger(ledger) };
}

const workbook = utils.book_new();
utils.book_append_sheet(workbook, utils.aoa_to_sheet([["", "b", "se"], ["wt", -3.877831, 0.6327335], ["hp", -0.03177295, 0.00902971], ["const", 37.22727, 1.598788]]), "cars"); // prettier-ignore
const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const line = (...texts: string[]): string => `<w:tr>${texts.map(cell).join("")}</w:tr>`;
const inWord = word(`<w:tbl>${line("", "b", "se")}${line("wt", "-3.8778", "0.6327")}${line("hp", "-0.0318", "0.0090")}${line("const", "37.2273", "1.5988")}</w:tbl>`); // prettier-ignore

const SOURCES: [what: string, file: Parameters<typeof judgedWith>[0], info: Partial<SourceInfo>, b: string, se: string, constant: string][] = [
  ["R's log", `${R}.log`, { table: 2 }, "Estimate", "Std. Error", "(Intercept)"],
  ["a log in Stata's layout", `${R}-stata.log`, { table: 3 }, "Coefficient", "Std. err.", "_cons"],
  ["statsmodels' summary", `${PYTHON}.log`, { table: 2 }, "coef", "std err", "Intercept"],
  ["LaTeX", `${PYTHON}.tex`, { table: 2 }, "coef", "std err", "Intercept"],
  ["a page of pandas", `${PYTHON}.html`, {}, "coef", "se", "Intercept"],
  ["an executed notebook", `${PYTHON}.ipynb`, {}, "coef", "se", "Intercept"],
  ["a workbook", { name: "rerun.xlsx", bytes: write(workbook, { type: "buffer" }) as Buffer }, {}, "b", "se", "const"],
  ["a Word document", { name: "rerun.docx", bytes: inWord }, {}, "b", "se", "const"],
]; // prettier-ignore

describe("a source that a program wrote", () => {
  for (const [what, file, info, ...names] of SOURCES)
    it(`is compared at the printed precision: ${what}`, () => {
      const { ledger, judged } = judgedWith(file, info, ...names);
      expect(judged.map(({ id, source }) => `${id} ${source?.verdict}`)).to.deep.equal([
        "T1.wt.mpg matches source",
        "T1.wt.mpg.2 matches source",
        "T1.hp.mpg matches source",
        "T1.hp.mpg.2 differs from source",
        "T1.Constant.mpg matches source",
        "T1.Constant.mpg.2 matches source",
      ]);
      const name = typeof file === "string" ? basename(file) : file.name;
      const content = { paper: ledger.paper, judged, findings: [], conclusions: [], figures: [] };
      const made = { software: [], commit: "", data: [], made: "" };
      expect(exhibitList({ ...content, made })).to.include(
        `| Table 1 | cars.do | 12 | sources/${name} | no: 1 of 6 numbers |`,
      );
    });

  it("reads what stands as name and value beside a log's tables: R², N, degrees of freedom", () => {
    for (const [file, table, name, value] of [
      [`${R}-stata.log`, 2, "Number of obs", "32"],
      [`${R}-stata.log`, 2, "Adj R-squared", "0.8148"],
      [`${R}.log`, 3, "Residual standard error", "2.593"],
      [`${R}.log`, 3, "Adjusted R-squared", "0.8148"],
      [`${PYTHON}.log`, 1, "Adj. R-squared", "0.815"],
    ] as const) {
      const place = join(folder, "paper");
      judgedWith(`${PYTHON}.html`, {}, "coef", "se", "Intercept");
      cpSync(file, join(place, "sources", basename(file)));
      const paper = { title: { en: "Cars" }, authors: ["A"], languages: ["en"], exhibits: [{ key: "T1", name: "Table 1" }], sources: [{ key: "rerun", title: "log", file: basename(file), table }] }; // prettier-ignore
      writeFileSync(join(place, "paper.json"), JSON.stringify(paper));
      writeFileSync(join(place, "claims.csv"), "cells,role\nT1.mpg[wt],result\n");
      expect(ledgerIn(place).sources[0]!.cells.get(name)?.get("value")?.printed).to.equal(value);
    }
  });

  it("says which tables a document has where none is named, or one that is not there", () => {
    for (const table of [undefined, 7, "Table 9"])
      expect(() => judgedWith(`${R}.log`, table === undefined ? {} : { table }, "Estimate", "Std. Error", "(Intercept)")) // prettier-ignore
        .to.throw(
          /sources\/rerun\.log has 4 tables; say in paper\.json .*2: Estimate, Std\. Error, t value \(\(Intercept\), wt, hp\)/,
        );
  });

  it("refuses two files of a source's key, and a document that is not there", () => {
    const place = join(folder, "paper");
    judgedWith(`${PYTHON}.html`, {}, "coef", "se", "Intercept");
    const paper = { title: { en: "Cars" }, authors: ["A"], languages: ["en"], exhibits: [{ key: "T1", name: "Table 1" }], sources: [{ key: "rerun", title: "log" }] }; // prettier-ignore
    writeFileSync(join(place, "paper.json"), JSON.stringify(paper));
    expect(judgeLedger(ledgerIn(place)).filter(({ source }) => source?.verdict === "matches source")).to.have.length(5); // prettier-ignore
    writeFileSync(join(place, "sources", "rerun.csv"), "row,coef,se\nwt,1,2\n");
    expect(() => ledgerIn(place)).to.throw(
      /the source rerun requires one file in sources\/, got rerun\.csv, rerun\.html/,
    );
    expect(() => judgedWith(`${PYTHON}.html`, { file: "none.log" }, "coef", "se", "Intercept")).to.throw(
      /none\.log/,
    );
  });
});
