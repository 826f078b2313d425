import { expect } from "chai";
import * as XLSX from "xlsx";
import { tableFormOf } from "../../../src/base/display.js";
import { setLanguage } from "../../../src/base/text.js";
import { readTable, toRecords, type ReadOptions } from "../../../src/helper/table/table.js";
import { mimeBundle } from "../../../src/show/show.js";
import { fixture } from "../../fixtures/fixture.js";
import { temporaryFile } from "../table/temporary-file.js";

interface Case {
  name: string;
  extension: string;
  file: string;
  options: ReadOptions;
  names: string[];
  columns: Record<string, (string | number | boolean | null)[]>;
}

/** Read by pandas with the right options; the command and the versions stand in the file. */
const { cases } = fixture<{ cases: Case[] }>("pandas/read-table.json");

describe("readTable finds what pandas is told:", () => {
  for (const [at, { name, extension, file, options, names, columns }] of cases.entries())
    it(name, () => {
      const table = readTable(temporaryFile(`case-${at}.${extension}`, Buffer.from(file, "base64")), options);
      const rows = toRecords(table);
      const found = table.columns.map((column) => [
        column,
        rows.map((row) => (Number.isNaN(row[column]) ? null : row[column])),
      ]);
      expect(Object.fromEntries(found)).to.deep.equal(columns);
      expect(table.columns).to.deep.equal(names);
    });
});

const read = (content: string | Uint8Array, options: ReadOptions = {}, name = "my.csv") =>
  readTable(temporaryFile(name, content), options);
/** What stands below the table. */
const found = (content: string | Uint8Array, name?: string): string =>
  tableFormOf(read(content, {}, name))!.notes!.join();

describe("readTable says what it found:", () => {
  const notes: [content: string | Uint8Array, note: string][] = [
    ["year;gdp\n2020;1,5\n2021;н/д\n2022;..\n2023;\n", "semicolon, decimal comma, 3 missing in gdp"],
    ["year,gdp\n2020,1.5\n", "comma, decimal point"],
    ["year\tx\n2020\t1\n", "tab"],
    ["x\n1\n2\n", ""],
    ["code,share,day\n012,5%,2024-01-31\n", "comma, percent divided by 100 in share, dates in day, codes kept as text in code"],
    [Buffer.from("y;\xc2\xc2\xcf\n1;2\n", "latin1"), "semicolon, windows-1251"],
    ["a;b\n1;2\nSource: UN\n", "semicolon, 1 line below the table left out"],
    ["# GDP\na;b\n1;2\n", "semicolon, 1 line above the table left out"],
    [",a,a\n0,1,2\n", "comma, renamed: Unnamed: 0, a.1"],
  ]; // prettier-ignore
  for (const [content, note] of notes)
    it(note || "nothing, where there is nothing to say", () => expect(found(content)).to.equal(note));

  it("in the present language", () => {
    setLanguage("ru");
    try {
      expect(found("y;x\n1;1,5\n2;\n3;\n")).to.equal("точка с запятой, десятичная запятая, 2 пропуска в x");
    } finally {
      setLanguage("en");
    }
  });
});

describe("readTable refuses", () => {
  const decides = "and nothing in the file decides; { decimalMark: \",\" } or { decimalMark: \".\" } does"; // prettier-ignore
  const refused: Record<string, [content: string, message: string, options?: ReadOptions]> = {
    "a number of two readings": [
      'gdp,year\n"1,234",2020\n"2,345",2021\n',
      `my.csv line 2, column "gdp": "1,234" is 1.234 with a decimal comma and 1234 with a decimal point, ${decides}`,
    ],
    "the like between semicolons": [
      "gdp;year\n1.234;2020\n2.345;2021\n",
      `my.csv line 2, column "gdp": "1.234" is 1234 with a decimal comma and 1.234 with a decimal point, ${decides}`,
    ],
    "both marks in one column, beside an open number": [
      'gdp,year\n"1,5",2020\n2.5,2021\n"1,234",2022\n',
      `my.csv line 4, column "gdp": "1,234" is 1.234 with a decimal comma and 1234 with a decimal point, ${decides}`,
    ],
    "a date of two readings": [
      "day,x\n13.04.2024,1\n03/04/2024,2\n",
      'my.csv line 3, column "day": "03/04/2024" is 2024-04-03 with the day first and 2024-03-04 with the month first, and nothing in the column decides; { dateOrder: "dmy" } or { dateOrder: "mdy" } does',
    ],
    "a word among numbers, with both ways out": [
      "year,gdp\n2020,1.5\n2021,high\n2022,2\n",
      'my.csv line 3, column "gdp": "high" is not a number; { missing: ["high"] } reads it as missing, { types: { "gdp": "string" } } the column as text',
    ],
    "a number of neither notation": [
      'year,OSI\n2022,0.5\n2023,"0,94.1"\n',
      'my.csv line 3, column "OSI": "0,94.1" is not a number; { missing: ["0,94.1"] } reads it as missing, { types: { "OSI": "string" } } the column as text',
    ],
    "a plain number among percentages": [
      "y,x\n1,5%\n2,0.07\n",
      'my.csv line 3, column "x": "0.07" is not a number; { missing: ["0.07"] } reads it as missing, { types: { "x": "string" } } the column as text',
    ],
    "a day that the calendar does not have": [
      "day,x\n2024-02-28,1\n2024-02-29,1\n2023-02-29,1\n",
      'my.csv line 4, column "day": "2023-02-29" is not a date; { missing: ["2023-02-29"] } reads it as missing, { types: { "day": "string" } } the column as text',
    ],
    infinity: [
      "y,x\n1,2\n2,1e999\n",
      'my.csv line 3, column "x": "1e999" is not a number; { missing: ["1e999"] } reads it as missing, { types: { "x": "string" } } the column as text',
    ],
    "a type for a column that is not there": [
      "a,b\n1,2\n",
      'readTable found no column "c", which types names; there are a, b',
      { types: { c: "string" } },
    ],
    "a header alone": ["a,b\n", "readTable requires at least 1 row below the header of my.csv, got 0"],
  };
  for (const [what, [content, message, options]] of Object.entries(refused))
    it(what, () =>
      expect(() => read(content, options))
        .to.throw(Error)
        .with.property("message", message),
    );

  it("an error cell, a formula that nobody computed and a sheet that is not there", () => {
    const sheet = (cell: XLSX.CellObject) => {
      const one = XLSX.utils.aoa_to_sheet([["year", "gdp"], [2020, 1], [2021, 2], [2022, 0]]); // prettier-ignore
      one["B4"] = cell;
      const book = { SheetNames: ["Data"], Sheets: { Data: one } };
      return XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
    };
    expect(() => read(sheet({ t: "e", v: 7 }), {}, "my.xlsx")).to.throw(
      'my.xlsx line 4, column "gdp": "#DIV/0!" is not a number',
    );
    expect(() => read(sheet({ t: "n", f: "B2+B3" }), {}, "my.xlsx")).to.throw(
      "my.xlsx cell B4: the formula =B2+B3 was never computed; open the file in a spreadsheet and save it",
    );
    expect(() => read(sheet({ t: "n", v: 1 }), { sheet: "GDP" }, "my.xlsx")).to.throw(
      "my.xlsx has no sheet GDP; there are Data",
    );
  });
});

describe("readTable", () => {
  it("is shown with its columns in the file's order, and with its index", () => {
    const table = read("country,2021,2020\nKZ,1,2\nRU,3,4\n");
    const shown = (): string => String(mimeBundle(table)["text/plain"]);
    expect(shown()).to.match(/^country +2021 +2020\n/).and.match(/\ncomma$/); // prettier-ignore
    table.setIndex({ column: "country", inplace: true });
    expect(shown()).to.match(/\nKZ +KZ +1 +2\n/);
  });

  it("is told what it cannot find", () => {
    expect(read('gdp,y\n"1,234",1\n', { decimalMark: "." })["gdp"].values).to.deep.equal([1234]);
    expect(read('gdp,y\n"1,234",1\n', { decimalMark: "," })["gdp"].values).to.deep.equal([1.234]);
    expect(read("x,y\n1,a\nhigh,b\n", { missing: ["high"] })["x"].values).to.deep.equal([1, NaN]);
  });

  it("reads 100,000 rows within ten seconds of processor time", () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `${at};"n ${at}";${at / 7};1 ${100 + (at % 800)},5`,
    );
    const start = process.cpuUsage();
    const table = read(`a;b;c;d\n${rows.join("\n").replaceAll(".", ",")}\n`);
    expect(table.shape).to.deep.equal([100_000, 4]);
    expect(table["d"].iat(0)).to.equal(1100.5);
    expect(process.cpuUsage(start).user / 1e6).to.be.below(10);
  });
});
