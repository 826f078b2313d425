import type { CellObject, WorkBook, WorkSheet } from "xlsx";
import { latePackage } from "../../base/late-package.js";
import { trimBlanks } from "./parse-number.js";
import type { Grid, GridCell } from "./grid.js";
import { printedCell } from "./printed-cell.js";
import { refuseLargeArchive } from "./unpacked-size.js";
import { text } from "../../base/text.js";

const xlsx = latePackage<typeof import("xlsx")>("xlsx");

/** The rows of a workbook's first sheet, with the line numbers that a spreadsheet shows. */
export function workbookLines(bytes: Buffer, file: string): Grid["rows"] {
  const workbook = openWorkbook(bytes, file);
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""];
  return sheetLines(sheet, ({ v, t, w }) =>
    typeof v === "number" && t === "n" ? v : trimBlanks(String((t === "e" ? w : v) ?? "")),
  );
}

/** Every sheet's rows by its name, each cell as a table prints it. */
export function workbookSheets(bytes: Buffer, file: string, decimalMark?: string): Map<string, Grid["rows"]> {
  const { SheetNames, Sheets } = openWorkbook(bytes, file);
  const linesOf = (name: string): Grid["rows"] =>
    sheetLines(Sheets[name], (cell, address) =>
      printedCell(cell, text("read.cellPlace", { file, sheet: name, cell: address }), decimalMark),
    );
  return new Map(SheetNames.map((name) => [name, linesOf(name)]));
}

/** The cells that a sheet has, whatever extent it states, row by row; rows without any are left out. */
function sheetLines(
  sheet: WorkSheet | undefined,
  valueOf: (cell: CellObject, address: string) => GridCell,
): Grid["rows"] {
  const { utils } = xlsx();
  const rows = new Map<number, GridCell[]>();
  for (const [address, cell] of Object.entries<CellObject>(sheet ?? {})) {
    if (address.startsWith("!") || (cell.t === "z" && cell.f === undefined)) continue;
    const value = valueOf(cell, address);
    const { r, c } = utils.decode_cell(address);
    if (value === "") continue;
    const cells = rows.get(r) ?? [];
    while (cells.length < c) cells.push("");
    cells[c] = value;
    rows.set(r, cells);
  }
  const first = Math.min(...[...rows.values()].map((cells) => cells.findIndex((cell) => cell !== "")));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([r, cells]) => ({ line: r + 1, cells: cells.slice(first) }));
}

function openWorkbook(bytes: Buffer, file: string): WorkBook {
  // A workbook is a zip archive; the library would take any other text for a csv file.
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") throw new Error(notWorkbook(file));
  refuseLargeArchive(bytes, file);
  try {
    return xlsx().read(bytes, { cellNF: true, cellHTML: false, sheetStubs: true, nodim: true });
  } catch (error) {
    throw new Error(notWorkbook(file), { cause: error });
  }
}

const notWorkbook = (file: string): string => text("error.notXlsxWorkbook", { file });
