import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, extname } from "node:path";
import Papa from "papaparse";
import { trimBlanks } from "./parse-number.js";

/** A file's cells before they are known to mean anything; `line` is what an editor or a spreadsheet shows. */
export interface Grid {
  file: string;
  header: string[];
  rows: { line: number; cells: Cell[] }[];
}
export type Cell = string | number;

/**
 * The header and the rows of a .csv, .tsv, .txt or .xlsx file (its first sheet), blank rows left out.
 *
 * @throws for a file that cannot be read, is empty, is neither text nor a workbook, or has a row wider than its header
 */
export function readGrid(caller: string, path: string): Grid {
  const bytes = readBytes(caller, path);
  const file = basename(path);
  const lines = extname(path).toLowerCase() === ".xlsx" ? workbookLines(bytes, file) : textLines(bytes, file);
  const [first, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (first === undefined) throw new Error(`${caller} requires a header line, got the empty file ${file}`);
  const header = first.cells.map(String);
  while (header.at(-1) === "") header.pop();
  rows.forEach((row) => requireFit(file, header.length, row));
  return { file, header, rows };
}

function readBytes(caller: string, path: string): Buffer {
  const known = [".csv", ".tsv", ".txt", ".xlsx"];
  if (typeof path !== "string" || !known.includes(extname(path).toLowerCase())) {
    throw new RangeError(`${caller} requires a .csv or .xlsx file, got ${JSON.stringify(path)}`);
  }
  try {
    if (statSync(path).isDirectory()) throw new Error("it is a folder");
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = { ENOENT: "there is no such file", EACCES: "its permissions forbid it" }[code ?? ""] ?? message;
    throw new Error(`${caller} requires a readable file, got ${JSON.stringify(path)}: ${why}`, { cause: error });
  }
}

function requireFit(file: string, width: number, row: Grid["rows"][number]): void {
  if (row.cells.slice(width).every((cell) => cell === "")) return;
  throw new Error(
    `${file} line ${row.line} has ${row.cells.length} cells, its header has ${width}; ` +
      "where columns are separated by commas, a decimal comma must stand in quotes",
  );
}

function textLines(bytes: Buffer, file: string): Grid["rows"] {
  const text = decodeText(bytes, file);
  // Excel writes and reads a first line such as "sep=;"
  const [preamble = "", announced] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = text.slice(preamble.length);
  const { data } = Papa.parse<string[]>(body, { delimiter: announced ?? separatorOf(body) });
  let line = preamble === "" ? 1 : 2;
  return data.map((cells) => {
    const row = { line, cells: cells.map(trimBlanks) };
    line += 1 + cells.join("").split(/\r\n|\r|\n/).length - 1;
    return row;
  });
}

function decodeText(bytes: Buffer, file: string): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not UTF-8 text; in a spreadsheet save it as "CSV UTF-8"`, { cause: error });
  }
}

/** The separator that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = (/^\s*(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string): number => firstLine.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function workbookLines(bytes: Buffer, file: string): Grid["rows"] {
  // A workbook is a zip archive; the library would take any other text for a csv file.
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") throw new Error(`${file} is not an .xlsx workbook`);
  // Loaded here, not above: it takes a tenth of a second that readers of csv files need not spend.
  const { read, utils } = createRequire(import.meta.url)("xlsx") as typeof import("xlsx");
  const workbook = read(bytes, { cellDates: false });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""];
  if (sheet?.["!ref"] === undefined) return [];
  const firstLine = utils.decode_range(sheet["!ref"]).s.r + 1;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: "", blankrows: true });
  return rows.map((cells, index) => ({
    line: firstLine + index,
    cells: cells.map((cell) => (typeof cell === "number" ? cell : trimBlanks(String(cell)))),
  }));
}
