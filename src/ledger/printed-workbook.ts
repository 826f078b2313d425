import type { CellObject } from "xlsx";
import { text } from "../base/text.js";
import { trimBlanks, type Grid } from "../base/grid.js";
import { openWorkbook, sheetLines } from "../base/read-workbook.js";

/** Every sheet's rows by its name, each cell as a table prints it. */
export function workbookSheets(bytes: Buffer, file: string, decimalMark?: string): Map<string, Grid["rows"]> {
  const { SheetNames, Sheets } = openWorkbook(bytes, file);
  const linesOf = (name: string): Grid["rows"] =>
    sheetLines(Sheets[name], (cell, address) =>
      printedCell(cell, text("read.cellPlace", { file, sheet: name, cell: address }), decimalMark),
    );
  return new Map(SheetNames.map((name) => [name, linesOf(name)]));
}

/**
 * Formats a workbook's cell as a table prints it: 0.4870 for the format 0.0000, −1234 for a cell shown as (1,234), all
 * digits if it has no format. The decimal mark is the paper's.
 *
 * @param place of the cell, for messages: "paper.xlsx, sheet T1, cell C2"
 * @throws Error on an error value, or on a formula not yet computed by a spreadsheet
 */
function printedCell({ t, v, w, z, f }: CellObject, place: string, decimalMark = "."): string {
  if (t === "e") throw new Error(text("read.error.errorCell", { place, error: w ?? "#ERROR!" }));
  if (f !== undefined && (t === "z" || v === undefined))
    throw new Error(text("read.error.neverComputed", { place, formula: f }));
  if (t !== "n" || typeof v !== "number") return trimBlanks(w ?? String(v ?? ""));
  if (w === undefined || z === undefined || z === "General")
    return String(Number(v.toPrecision(15))).replace(".", decimalMark);
  const shown = trimBlanks(w);
  // A date, or words about a number.
  if (!/^[-+$€£(]*[\d.,]+[%)]*$/.test(shown)) return shown;
  const digits = shown.replaceAll(",", "").replace(".", decimalMark);
  return v < 0 && !digits.includes("-") ? `-${digits.replace(/[()]/g, "")}` : digits;
}
