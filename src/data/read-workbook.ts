import { latePackage } from "../late-package.js";
import { trimBlanks } from "./parse-number.js";
import type { Grid } from "./read-grid.js";

const xlsx = latePackage<typeof import("xlsx")>("xlsx");

/** The rows of a workbook's first sheet, with the line numbers that a spreadsheet shows. */
export function workbookLines(bytes: Buffer, file: string): Grid["rows"] {
  // A workbook is a zip archive; the library would take any other text for a csv file.
  if (bytes.subarray(0, 4).toString("latin1") !== "PK\u0003\u0004") throw new Error(notWorkbook(file));
  const { read, utils } = xlsx();
  const workbook = opened(() => read(bytes), file);
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""];
  if (sheet?.["!ref"] === undefined) return [];
  const firstLine = utils.decode_range(sheet["!ref"]).s.r + 1;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: "", blankrows: true });
  return rows.map((cells, index) => ({
    line: firstLine + index,
    cells: cells.map((cell) => (typeof cell === "number" ? cell : trimBlanks(String(cell)))),
  }));
}

function opened<T>(read: () => T, file: string): T {
  try {
    return read();
  } catch (error) {
    throw new Error(notWorkbook(file), { cause: error });
  }
}

const notWorkbook = (file: string): string => `${file} is not an .xlsx workbook`;
