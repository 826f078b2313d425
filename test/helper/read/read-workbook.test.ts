import { expect } from "chai";
import { deflateRawSync } from "node:zlib";
import XLSX from "xlsx";
import { workbookSheets } from "../../../src/ledger/printed-workbook.js";

/** A zip archive of `copies` entries that all point to one deflated run of zeros. */
function archive({
  size,
  copies = 1,
  stated = size,
}: {
  size: number;
  copies?: number;
  stated?: number;
}): Buffer {
  const data = deflateRawSync(Buffer.alloc(size));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(stated, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(copies, 10);
  end.writeUInt32LE(local.length + data.length, 16);
  return Buffer.concat([local, data, ...Array<Buffer>(copies).fill(entry), end]);
}

describe("workbookSheets", () => {
  it("gives each sheet's cells as the spreadsheet shows them", () => {
    const workbook = XLSX.utils.book_new();
    const numbers = XLSX.utils.aoa_to_sheet([
      ["", "EGDI"],
      ["2018", 0.487],
    ]);
    (numbers["B2"] as XLSX.CellObject).z = "0.0000";
    XLSX.utils.book_append_sheet(workbook, numbers, "T3");
    XLSX.utils.book_append_sheet(
      workbook,
      XLSX.utils.aoa_to_sheet([
        ["", "r"],
        ["OSI", "0,98**"],
      ]),
      "T4",
    );
    const sheets = workbookSheets(XLSX.write(workbook, { type: "buffer" }) as Buffer, "paper.xlsx");
    expect([...sheets]).to.deep.equal([
      [
        "T3",
        [
          { line: 1, cells: ["", "EGDI"] },
          { line: 2, cells: ["2018", "0.4870"] },
        ],
      ],
      [
        "T4",
        [
          { line: 1, cells: ["", "r"] },
          { line: 2, cells: ["OSI", "0,98**"] },
        ],
      ],
    ]);
  });

  it("refuses a workbook that unpacks to gigabytes, without the memory for it", () => {
    const bomb = archive({ size: 2 ** 26, copies: 40 });
    const before = process.memoryUsage().rss;
    expect(() => workbookSheets(bomb, "bomb.xlsx")).to.throw(
      RangeError,
      "bomb.xlsx unpacks to 2560 MB, more than the limit of 100 MB",
    );
    expect(process.memoryUsage().rss - before).to.be.below(2 ** 26);
  });

  it("refuses a workbook whose directory states less than it unpacks to", () => {
    expect(() => workbookSheets(archive({ size: 2 ** 26, stated: 100 }), "liar.xlsx")).to.throw(
      RangeError,
      "liar.xlsx has a part that does not unpack to the size that its directory states",
    );
  });

  it("refuses an archive that is cut off", () => {
    expect(() => workbookSheets(archive({ size: 100 }).subarray(0, 60), "half.xlsx")).to.throw(
      "half.xlsx is not an .xlsx workbook",
    );
  });
});
