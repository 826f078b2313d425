import type { CellObject, WorkBook, WorkSheet } from "xlsx";
import { latePackage } from "./late-package.js";
import { trimBlanks, type Grid, type GridCell } from "./grid.js";
import { archiveParts } from "./archive-parts.js";
import { text } from "./text.js";

/** A workbook that unpacks to more is rejected; the largest sheet that Excel writes for ordinary tables is far smaller. */
const UNPACKED_LIMIT = 100 * 2 ** 20;

const xlsx = latePackage<typeof import("xlsx")>("xlsx");

/**
 * Reads the rows of one sheet, with the line numbers that a spreadsheet shows: numbers as stored, dates as ISO texts.
 *
 * @param wanted the sheet's name, or its number from 1; by default the first that is not empty
 */
export function workbookLines(bytes: Buffer, file: string, wanted?: string | number) {
  const { Sheets, SheetNames, Workbook } = openWorkbook(bytes, file);
  const name =
    typeof wanted === "number"
      ? SheetNames[wanted - 1]
      : (wanted ?? SheetNames.find((one) => sheetLines(Sheets[one], () => "x").length > 0) ?? SheetNames[0]);
  if (name === undefined || !SheetNames.includes(name))
    throw new RangeError(text("read.error.sheet", { file, sheet: wanted, sheets: SheetNames.join(", ") }));
  const lines = sheetLines(Sheets[name], storedValue(file, Workbook?.WBProps?.date1904 === true));
  return { lines, found: { sheet: name, sheets: SheetNames.length } };
}

/** The cells that a sheet has, whatever extent it states, row by row; empty rows are left out. */
export function sheetLines(
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
  const begin = (cells: GridCell[]): number => cells.findIndex((cell) => cell !== "");
  const first = [...rows.values()].reduce((least, cells) => Math.min(least, begin(cells)), Infinity);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([r, cells]) => ({ line: r + 1, cells: cells.slice(first) }));
}

/**
 * A number as stored, a date as an ISO text, anything else as its text; a formula that was never computed is rejected.
 */
function storedValue(file: string, date1904: boolean) {
  return (cell: CellObject, address: string): GridCell => {
    if (cell.f !== undefined && cell.v === undefined)
      throw new Error(text("read.error.formula", { file, cell: address, formula: cell.f }));
    if (cell.t === "e") return cell.w ?? "#ERROR!";
    if (typeof cell.v !== "number") return trimBlanks(String(cell.v ?? ""));
    const { SSF } = xlsx();
    return SSF.is_date(String(cell.z ?? "")) ? isoDate(SSF.parse_date_code(cell.v, { date1904 })) : cell.v;
  };
}

function isoDate({ y, m, d, H, M, S }: Record<"y" | "m" | "d" | "H" | "M" | "S", number>): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two(H)}:${two(M)}:${two(S)}`;
  if (d === 0) return clock; // a time of day
  const time = H + M + S > 0 ? ` ${clock}` : "";
  return `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}${time}`;
}

export function openWorkbook(bytes: Buffer, file: string): WorkBook {
  // A workbook is a zip archive; the library would read any other text as CSV.
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") throw new Error(notWorkbook(file));
  archiveParts(bytes, file, /^/, UNPACKED_LIMIT);
  try {
    return xlsx().read(bytes, { cellNF: true, cellHTML: false, sheetStubs: true, nodim: true });
  } catch (error) {
    throw new Error(notWorkbook(file), { cause: error });
  }
}

const notWorkbook = (file: string): string => text("error.notXlsxWorkbook", { file });
