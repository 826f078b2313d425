import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import XLSX from "xlsx";
import { dataPath } from "../../src/base/project.js";
import { readFolder } from "../../src/ledger/read-folder.js";
import { ledgerIn } from "../../src/ledger/load-ledger.js";
import { judgeLedger } from "../../src/ledger/judge.js";

const PAPER = {
  title: { en: "A paper" },
  authors: ["A. Author"],
  languages: ["en"],
  exhibits: [{ key: "T1", name: "Table 1" }],
};
const FILES: Record<string, string | Uint8Array> = {
  "paper.json": JSON.stringify(PAPER),
  "T1.csv": "year,a\n2018,1.5\n",
  "claims.csv": "cells,role\nT1.a[*],input\n",
};

describe("a paper's folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "paper-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(files: Record<string, string | Uint8Array | null>): void {
    for (const [name, content] of Object.entries({ ...FILES, ...files })) {
      if (content === null) continue;
      writeFileSync(join(folder, name), content);
    }
  }

  for (const key of readdirSync(dataPath("papers")))
    it(`"${key}" fits the schemas of data/schemas`, () => {
      expect(Object.keys(readFolder(dataPath("papers", key)).tables)).to.include("claims");
    });

  it("may be a workbook, a sheet an exhibit, beside paper.json", () => {
    const workbook = XLSX.utils.book_new();
    const add = (name: string, rows: string[][]) =>
      XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows), name);
    add("T1", [["year", "a"], ["2018", "1,50**"]]); // prettier-ignore
    add("claims", [["cells", "role"], ["T1.a[*]", "input"]]); // prettier-ignore
    const bytes = XLSX.write(workbook, { type: "buffer" }) as Buffer;
    write({ "paper.xlsx": bytes, "T1.csv": null, "claims.csv": null });
    expect(ledgerIn(folder).exhibits[0]!.list.at(-1)).to.include({
      printed: "1,50**",
      value: 1.5,
      decimals: 2,
      stars: 2,
      place: "paper.xlsx, sheet T1 line 2",
    });
    writeFileSync(join(folder, "T1.csv"), "year,a\n2018,1.5\n");
    expect(() => readFolder(folder)).to.throw("T1 requires one place, got T1.csv and a sheet of paper.xlsx");
  });

  it("passes over no table that paper.json forgets", () => {
    write({ "T2.csv": "year,a\n2018,1.5\n" });
    expect(() => readFolder(folder)).to.throw(
      `paper.json does not name the table T2, although ${join(folder, "T2.csv")} exists; name it or move the file`,
    );
  });

  it("reads a thousand's comma where paper.json says that the decimal mark is a dot", () => {
    write({
      "paper.json": JSON.stringify({ ...PAPER, decimalMark: "." }),
      "T1.csv": 'year,a\n2018,"7,324"\n',
    });
    expect(ledgerIn(folder).exhibits[0]!.list.at(-1)).to.include({ printed: "7,324", value: 7324 });
  });

  it("may say of a part of a column that its numbers stand for themselves alone", () => {
    const exhibits = [{ key: "T1", name: "Table 1", exact: ["a[1..2]"] }];
    write({
      "paper.json": JSON.stringify({ ...PAPER, exhibits }),
      "T1.csv": "case,a,b\n1,5,5\n2,6,5\nmean,5.5,5\n",
    });
    const exact = ledgerIn(folder).exhibits[0]!.list.filter((cell) => cell.exact && !cell.heading);
    expect(exact.map(({ id }) => id)).to.deep.equal(["T1.1.a", "T1.2.a"]);
  });

  const fails: [what: string, files: Record<string, string | Uint8Array | null>, message: string][] = [
    ["a file that is no text", { "T1.csv": Buffer.from("year,a\n2018,\xe9\0\n", "latin1") }, "T1.csv is not UTF-8 text"],
    ["a paper.json that is not UTF-8", { "paper.json": Buffer.from('{"title": "\xe9"}', "latin1") }, "paper.json is not UTF-8 text"],
    ["a paper.json that ends early", { "paper.json": "{" }, "loadLedger cannot read "],
    ["a paper.json with a comment", { "paper.json": '{\n  // mine\n  "key": "a"\n}' }, "in JSON at line 2"],
    ["a paper.json that lacks a comma", { "paper.json": '{\n  "key": "a"\n  "title": "b"\n}' }, "in JSON at line 3"],
    [
      "a missing source",
      { "paper.json": JSON.stringify({ ...PAPER, sources: [{ key: "un", title: "UN" }] }) },
      'un.csv": there is no such file',
    ],
    ["a missing exhibit", { "T1.csv": null }, 'T1.csv": there is no such file'],
    ["an exhibit without a name", { "paper.json": JSON.stringify({ ...PAPER, exhibits: [{ key: "T1" }] }) }, 'paper.json, "exhibits", entry 1: requires "name"'],
    ["a misspelt word in paper.json", { "paper.json": JSON.stringify({ ...PAPER, autors: [] }) }, 'paper.json has "autors", which is none of $schema, key, title, authors,'],
    ["a year that is no number", { "paper.json": JSON.stringify({ ...PAPER, year: "2024" }) }, 'paper.json, "year": requires integer, got "2024"'],
    ["an unknown role", { "claims.csv": "cells,role\nT1.a[*],input\nT1.b[*],boast\n" }, 'claims.csv line 3, column "role": requires one of "result", "input", "copy", "label", got "boast"'],
    ["numbers in sentences without their places", { "text.csv": "key,printed,says\nn,5,five\n" }, 'text.csv line 1 requires "where"'],
    ["a misspelt head", { "claims.csv": "cells,role,formular\nT1.a[*],input,1\n" }, 'claims.csv line 1 has "formular", which is none of'],
    ["a finding without a reach", { "findings.json": "[{}]" }, 'findings.json, entry 1: requires "id"'],
  ]; // prettier-ignore
  for (const [what, files, message] of fails)
    it(`refuses ${what}`, () => {
      write(files);
      expect(() => readFolder(folder)).to.throw(message);
    });

  it("refuses an empty folder, one without paper.json, and a file", () => {
    const wants = "a paper's folder requires paper.json, got ";
    expect(() => readFolder(folder)).to.throw(`${wants}"${folder}", which is empty`);
    write({ "paper.json": null });
    expect(() => readFolder(folder)).to.throw(`${wants}"${folder}", which has T1.csv, claims.csv`);
    expect(() => readFolder(join(folder, "T1.csv"))).to.throw("a paper's folder is required, got the file");
  });

  const numericBook = (cells: Record<string, XLSX.CellObject>): Buffer => {
    const sheet = { "!ref": "A1:B9", A1: { t: "s", v: "row" }, B1: { t: "s", v: "a" }, ...cells };
    const workbook = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(workbook, sheet, "T1");
    return XLSX.write(workbook, { type: "buffer", bookType: "xlsx" }) as Buffer;
  };

  it("reads a workbook's own values: its minus, its thousands, all digits of a number without a format", () => {
    const values: [v: number, z: string, printed: string][] = [
      [-1234, "#,##0;(#,##0)", "-1234"],
      [0.045, "(0.000)", "(0.045)"],
      [1234.5, "#,##0.00", "1234.50"],
      [0.125, "0.0%", "12.5%"],
      [123456789012, "General", "123456789012"],
      [-3.5, "0.0;[Red]0.0", "-3.5"],
    ];
    const cells = values.flatMap(([v, z], at) => [
      [`A${at + 2}`, { t: "s", v: `r${at}` }],
      [`B${at + 2}`, { t: "n", v, z }],
    ]);
    write({ "paper.xlsx": numericBook(Object.fromEntries(cells) as never), "T1.csv": null });
    const printed = ledgerIn(folder).exhibits[0]!.list.map((cell) => cell.printed);
    expect(printed).to.deep.equal(values.map(([, , shown]) => shown));
  });

  it("refuses a workbook's error, naming the cell", () => {
    const cells = { A2: { t: "s", v: "x" }, B2: { t: "e", v: 7 } } as const;
    write({ "paper.xlsx": numericBook(cells), "T1.csv": null });
    expect(() => ledgerIn(folder)).to.throw("paper.xlsx, sheet T1, cell B2 contains the error #DIV/0!");
  });

  it("warns of decimal places that a spreadsheet may have dropped", () => {
    write({ "T1.csv": "year,a\n1,1.52\n2,1.5\n3,1.54\n4,1.55\n" });
    expect(ledgerIn(folder).exhibits[0]!.warnings).to.deep.equal([
      'T1.csv, column "a": most numbers have 2 decimal places, these have fewer; a spreadsheet may have dropped their last zeros: T1.2.a "1.5"',
    ]);
  });

  it("lists what is wrong in all files at once", () => {
    write({
      "paper.json": JSON.stringify({ ...PAPER, autors: [], year: "2024" }, null, 2),
      "claims.csv": "cells,role\nT1.a[*],boast\n,input\n",
    });
    expect(() => ledgerIn(folder)).to.throw(
      /^paper.json has "autors"[^]*paper.json, "year": requires integer, got "2024" \(line \d+, column 11\)\nclaims.csv line 2, column "role"[^]*\nclaims.csv line 3, column "cells": is empty; it requires T3.EGDI/,
    );
    write({ "T1.csv": "year,a\n2018,1.2.3\n2019,5\n", "claims.csv": "cells,role,law\nT1.a[*],boast,1 <\n" });
    expect(() => ledgerIn(folder)).to.throw(/column "role"[^]*T1.csv line 2, column "a"/);
    write({ "T1.csv": "year,a\n2018,1\n", "claims.csv": "cells,role\nT1.a[*],boast\nT1.z[*],input\n" });
    expect(() => ledgerIn(folder)).to.throw(/line 2, column "role"[^]*line 3, column "cells": T1.z/);
  });

  it("lists names that are wrong in formulas with what cannot be read, each once, each with its column", () => {
    const lines = [
      "cells,role,law,formula",
      "T1.a[*],result,T1.a[row] < T1.b[row],",
      "T1.n[*],input,,",
      "T2.x[*],input,,",
    ];
    const exhibits = [...PAPER.exhibits, { key: "T2", name: "Table 2" }];
    const files = {
      "paper.json": JSON.stringify({ ...PAPER, exhibits }),
      "T2.csv": "year,x\n2018,1.2.3\n",
      "claims.csv": `${lines.join("\n")}\n`,
    };
    write(files);
    const faults = (): string => {
      try {
        judgeLedger(ledgerIn(folder));
      } catch (error) {
        return (error as Error).message;
      }
      return "";
    };
    // T2 was not read: what a rule says of it is no fault of the rule.
    expect(faults().match(/^\w+\.csv.*$/gm)).to.deep.equal([
      'T2.csv line 2, column "x": "1.2.3" is not a number',
      'claims.csv line 3, column "cells": T1.n: Table 1 has no column "n"; it has a',
      'claims.csv line 2, column "law": T1.b: Table 1 has no column "b"; it has a',
    ]);
    write({ ...files, "T2.csv": "year,x\n2018,1\n" });
    expect(faults().match(/line \d+/g)).to.deep.equal(["line 3", "line 2"]);
    write({ "claims.csv": "cells,role,law,formula\nT1.a[*],result,T1.a[row] < T1.b[row],men(T1.a)\n" });
    expect(faults().match(/column "\w+"/g)).to.include.members(['column "law"', 'column "formula"']);
  });

  it("refuses a pipe and a device, which it would read without end", () => {
    write({ "T1.csv": null });
    execFileSync("mkfifo", [join(folder, "T1.csv")]);
    expect(() => ledgerIn(folder)).to.throw(/T1.csv.*pipe or device/);
  });

  it("refuses a workbook that unpacks to gigabytes", () => {
    cpSync(bomb(folder), join(folder, "paper.xlsx"));
    write({ "T1.csv": null });
    expect(() => readFolder(folder)).to.throw("paper.xlsx unpacks to 4096 MB, more than the limit of 100 MB");
  });
});

/** A workbook's outer form alone: the directory of a zip archive that states 4 GB. */
function bomb(folder: string): string {
  const bytes = Buffer.alloc(4 + 46 + 22);
  bytes.write("PK\u0003\u0004", "latin1");
  bytes.writeUInt32LE(0x02014b50, 4);
  bytes.writeUInt16LE(8, 14);
  bytes.writeUInt32LE(2 ** 32 - 1, 4 + 24);
  bytes.writeUInt32LE(0x06054b50, 50);
  bytes.writeUInt16LE(1, 60);
  bytes.writeUInt32LE(4, 66);
  writeFileSync(join(folder, "bomb.bin"), bytes);
  return join(folder, "bomb.bin");
}
