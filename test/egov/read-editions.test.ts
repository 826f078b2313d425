import { expect } from "chai";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "xlsx";
import type { FileColumn } from "../../src/egov/index-columns.js";
import { recordsOf } from "../../src/egov/read-editions.js";
import { readGrid } from "../../src/base/read-grid.js";
import { temporaryFile, temporaryFolder } from "../helper/table/temporary-file.js";

const readTable = (path: string, names: readonly FileColumn[]) =>
  recordsOf("readTable", readGrid("readTable", path), names);
const columns = ["year", "OSI"] as const;
const read = (
  content: string | Uint8Array,
  names: readonly FileColumn[] = columns,
  name = "my.csv",
): unknown => readTable(temporaryFile(name, content), names);
const two = [
  { year: 2022, OSI: 0.9344 },
  { year: 2024, OSI: 0.9299 },
];

describe("recordsOf understands", () => {
  const forms: Record<string, string> = {
    "commas and decimal dots": "year,OSI\n2022,0.9344\n2024,0.9299\n",
    "commas and quoted decimal commas": 'year,OSI\n2022,"0,9344"\n2024,"0,9299"\n',
    "semicolons and decimal commas": "year;OSI\n2022;0,9344\n2024;0,9299\n",
    "tabs, decimal comma and dot mixed": "year\tOSI\n2022\t0,9344\n2024\t0.9299",
    "a byte order mark and Windows line ends": "\ufeffyear;OSI\r\n2022;0,9344\r\n2024;0,9299\r\n",
    "the line ends of old spreadsheets": "year,OSI\r2022,0.9344\r2024,0.9299\r",
    "thin and no-break blanks": "year;OSI\n2\u2009022;\u00a00,9344\n2\u202f024;0,9299\u2009\n",
    "Excel's line that names the separator": "sep=;\nyear;OSI\n2022;0,9344\n2024;0,9299\n",
    "blank lines, and blank cells at the ends": "\nyear,OSI,,\n\n2022,0.9344,,\n2024,0.9299,,\n\n\n",
    "other columns, another order, other capitals": "note,osi,YEAR\na,0.9344,2022\n,0.9299,2024\n",
    "quotes with separators and line ends inside":
      'year,"a, b",OSI\n2022,"x\ny",0.9344\n2024,"say ""z""",0.9299\n',
  };
  for (const [form, content] of Object.entries(forms)) {
    it(form, () => expect(read(content)).to.deep.equal(two));
  }

  it("a text of UTF-16, as Excel saves it", () => {
    const bytes = Buffer.from("\ufeffyear\tOSI\r\n2022\t0,9344\r\n2024\t0,9299\r\n", "utf16le");
    expect(read(bytes, columns, "unicode.txt")).to.deep.equal(two);
  });

  it("a workbook, numbers and numbers written as text, below empty lines", () => {
    const content = workbook([[], ["year", "OSI"], [2022, "0,9344"], [], [2024, 0.9299]]);
    expect(read(content, columns, "my.xlsx")).to.deep.equal(two);
  });

  it("a text without the blanks around it", () => {
    const grid = readGrid("readTable", temporaryFile("my.csv", "country_name\n Estonia\u00a0\n"));
    expect(grid.rows.map(({ cells }) => cells)).to.deep.equal([["Estonia"]]);
  });

  it("a missing value, and a missing column, where the column may lack it", () => {
    const records = readTable(temporaryFile("my.csv", "year,EGDI\n2016,\n2018,NA\n2020,-\n2022,0.9344\n"), [
      "year",
      "EGDI",
      "EPI",
    ]);
    expect(records.map(({ EGDI }) => EGDI)).to.deep.equal([NaN, NaN, NaN, 0.9344]);
    expect(records.every(({ EPI }) => Number.isNaN(EPI))).to.equal(true);
  });
});

describe("recordsOf refuses", () => {
  const faults: Record<string, [string, string]> = {
    "an empty file": ["", "readTable requires a header line, got the empty file my.csv"],
    "blank lines alone": ["\n \n;;\n", "readTable requires a header line, got the empty file my.csv"],
    "a header alone": ["year,OSI\n", "readTable requires at least 1 row below the header, got 0 in my.csv"],
    "a missing column": [
      "year,TII\n2022,0.5\n",
      'readTable found no column "OSI" in my.csv, which has "year", "TII"',
    ],
    "a column that is there twice": [
      "year,OSI,osi\n2022,0.5,0.6\n",
      'readTable found the column "OSI" more than once in my.csv: "OSI" and "osi"',
    ],
    "text in a number column": [
      "year,OSI\n2022,0.5\n2024,high\n",
      'my.csv line 3, column "OSI": "high" is not a number',
    ],
    "a number with comma and dot": [
      'year,OSI\n2022,"0,94.1"\n',
      'my.csv line 2, column "OSI": "0,94.1" is not a number',
    ],
    "decimal commas between commas": [
      "year,OSI\n2022,0,9344\n",
      "my.csv line 2 has 3 cells, its header has 2; where commas separate columns, numbers with a decimal comma must be quoted",
    ],
    NaN: ["year,OSI\n2022,NaN\n", 'my.csv line 2, column "OSI": "NaN" is not a number'],
    "an empty cell": ["year,OSI\n2022,0.5\n\n2024,\n", 'my.csv line 4, column "OSI": the value is missing'],
    "a row that is too short": ["year,OSI\n2022\n", 'my.csv line 2, column "OSI": the value is missing'],
    "a value above the range": [
      "year,OSI\n2022,1.2\n",
      'my.csv line 2, column "OSI": 1.2 is not between 0 and 1',
    ],
    "a value below the range": [
      "year,OSI\n2022,-0.1\n",
      'my.csv line 2, column "OSI": -0.1 is not between 0 and 1',
    ],
    "a fraction for a whole number": [
      "year,OSI\n2022.5,0.5\n",
      'my.csv line 2, column "year": 2022.5 is not a whole number',
    ],
    "a quote that is not closed": ['year,OSI\n2022,"0.5\n2024,0.6\n', "my.csv line 2: a quote is not closed"],
  };
  for (const [fault, [content, message]] of Object.entries(faults)) {
    it(fault, () => expect(() => read(content)).to.throw(Error, exactly(message)));
  }

  it("a value below a lone limit, naming it", () => {
    expect(() => read("rank\n0\n", ["rank"])).to.throw(
      exactly('my.csv line 2, column "rank": 0 is less than 1'),
    );
  });

  it("a file that is not there, a folder, and a file that may not be read", () => {
    const absent = join(temporaryFolder, "absent.csv");
    expect(() => readTable(absent, columns)).to.throw(
      exactly(`readTable requires a readable file, got ${JSON.stringify(absent)}: there is no such file`),
    );
    const folder = join(temporaryFolder, "folder.csv");
    mkdirSync(folder);
    expect(() => readTable(folder, columns)).to.throw(
      /^readTable requires a readable file, got .*: it is a folder$/,
    );
    // The superuser may read everything: there the file is read, and found empty.
    const locked = temporaryFile("locked.csv", "");
    chmodSync(locked, 0o000);
    expect(() => readTable(locked, columns)).to.throw(
      /: its permissions forbid it$|the empty file locked.csv$/,
    );
  });

  it("a file of another kind", () => {
    expect(() => readTable("my.pdf", columns)).to.throw(
      exactly('readTable requires a .csv or .xlsx file, got "my.pdf"'),
    );
    expect(() => readTable(undefined as never, columns)).to.throw(
      /requires a .csv or .xlsx file, got undefined$/,
    );
  });

  it("a text that is none, and a workbook that is none", () => {
    expect(() => read(Buffer.from("year,OSI\n2022,0.5\xff\0\n", "latin1"))).to.throw(
      exactly("my.csv is not UTF-8 text"),
    );
    expect(() => read("year,OSI\n2022,0.5\n", columns, "text.xlsx")).to.throw(
      exactly("text.xlsx is not an .xlsx workbook"),
    );
    expect(() => read("PK but no zip", columns, "broken.xlsx")).to.throw(
      exactly("broken.xlsx is not an .xlsx workbook"),
    );
    expect(() => read("PK\u0003\u0004 cut short", columns, "cut.xlsx")).to.throw(
      exactly("cut.xlsx is not an .xlsx workbook"),
    );
    expect(() => read(workbook([]), columns, "blank.xlsx")).to.throw(/got the empty file blank.xlsx$/);
  });

  it("a fault in a workbook, by the line that a spreadsheet shows", () => {
    const content = workbook([[], [], ["year", "OSI"], [2022, 0.5], [2024, "n.n."]]);
    expect(() => read(content, columns, "my.xlsx")).to.throw(
      exactly('my.xlsx line 5, column "OSI": "n.n." is not a number'),
    );
  });
});

function exactly(message: string): RegExp {
  return new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

function workbook(rows: unknown[][]): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "Sheet1");
  return XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
}
