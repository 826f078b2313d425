import type { WorkBook, WorkSheet } from "xlsx";
import { latePackage } from "../../base/late-package.js";
import { trimBlanks } from "./parse-number.js";
import type { Grid } from "./grid.js";
import { refuseLargeArchive } from "./unpacked-size.js";
import { text } from "../../base/text.js";

const xlsx = latePackage<typeof import("xlsx")>("xlsx");

/** The rows of a workbook's first sheet, with the line numbers that a spreadsheet shows. */
export function workbookLines(bytes: Buffer, file: string): Grid["rows"] {
  const workbook = openWorkbook(bytes, file);
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""];
  return sheetLines(sheet, true).map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (typeof cell === "number" ? cell : trimBlanks(String(cell)))),
  }));
}

/** Every sheet's rows by its name, each cell as the spreadsheet shows it: 0.4870 keeps its last digit. */
export function workbookSheets(
  bytes: Buffer,
  file: string,
): Map<string, { line: number; cells: string[] }[]> {
  const { SheetNames, Sheets } = openWorkbook(bytes, file);
  return new Map(
    SheetNames.map((name) => [
      name,
      sheetLines(Sheets[name], false).map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => trimBlanks(String(cell))),
      })),
    ]),
  );
}

function sheetLines(sheet: WorkSheet | undefined, raw: boolean): { line: number; cells: unknown[] }[] {
  if (sheet?.["!ref"] === undefined) return [];
  const { utils } = xlsx();
  const firstLine = utils.decode_range(sheet["!ref"]).s.r + 1;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: "", blankrows: true, raw });
  return rows.map((cells, index) => ({ line: firstLine + index, cells }));
}

function openWorkbook(bytes: Buffer, file: string): WorkBook {
  // A workbook is a zip archive; the library would take any other text for a csv file.
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") throw new Error(notWorkbook(file));
  refuseLargeArchive(bytes, file);
  try {
    return xlsx().read(bytes);
  } catch (error) {
    throw new Error(notWorkbook(file), { cause: error });
  }
}

const notWorkbook = (file: string): string => text("error.notXlsxWorkbook", { file });
