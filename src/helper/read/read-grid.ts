import { statSync } from "node:fs";
import { readRegular } from "../../base/read-regular.js";
import { basename, extname } from "node:path";
import Papa from "papaparse";
import type { GridCell, Grid } from "./grid.js";
import { trimBlanks } from "./parse-number.js";
import { workbookLines } from "./read-workbook.js";
import { text } from "../../base/text.js";

/** Whether the cells that a row has beyond its header are known to do no harm. */
export type HarmlessSurplus = (header: readonly string[], surplus: readonly GridCell[]) => boolean;

/**
 * The header and the rows of a .csv, .tsv, .txt or .xlsx file (its first sheet), blank rows left out.
 *
 * @throws for a file that cannot be read, is empty, is neither text nor a workbook, or has a row wider than its header
 */
export function readGrid(caller: string, path: string, isHarmless: HarmlessSurplus = () => false): Grid {
  const lines = readLines(caller, path);
  return gridOf(caller, basename(path), lines, isHarmless);
}

/** The lines of a file, blank ones among them, before one of them is known to be the header. */
export function readLines(caller: string, path: string): Grid["rows"] {
  const bytes = readBytes(caller, path);
  const file = basename(path);
  return extname(path).toLowerCase() === ".xlsx" ? workbookLines(bytes, file) : textLines(bytes, file);
}

/** A header and its rows, of lines that were read already; blank lines left out. */
export function gridOf(
  caller: string,
  file: string,
  lines: Grid["rows"],
  isHarmless?: HarmlessSurplus,
): Grid {
  const grid = looseGrid(caller, file, lines);
  grid.rows.forEach((row) => requireFit(file, grid.header, row, isHarmless));
  return grid;
}

/** As `gridOf`, of lines that may be wider than the first of them. */
export function looseGrid(caller: string, file: string, lines: Grid["rows"]): Grid {
  const [first, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (first === undefined) throw new Error(text("error.headerLineEmptyFile", { caller, file }));
  const header = first.cells.map(String);
  while (header.at(-1) === "") header.pop();
  return { file, header, headerLine: first.line, rows };
}

function readBytes(caller: string, path: string): Buffer {
  const known = [".csv", ".tsv", ".txt", ".xlsx"];
  if (typeof path !== "string" || !known.includes(extname(path).toLowerCase())) {
    throw new RangeError(text("error.csvOrXlsxFile", { caller, got: JSON.stringify(path) }));
  }
  try {
    if (statSync(path).isDirectory()) throw new Error(text("error.itFolder"));
    return readRegular(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      { ENOENT: text("error.noSuchFile"), EACCES: text("error.permissionsForbidIt") }[code ?? ""] ?? message;
    throw new Error(text("error.readableFile", { caller, got: JSON.stringify(path), why }), {
      cause: error,
    });
  }
}

/** @throws an error naming the row that is wider than its header */
export function requireFit(
  file: string,
  header: string[],
  row: Grid["rows"][number],
  isHarmless: HarmlessSurplus = () => false,
): void {
  const surplus = row.cells.slice(header.length);
  if (surplus.every((cell) => cell === "") || isHarmless(header, surplus)) return;
  throw new Error(
    text("error.lineOfCells", { file, line: row.line, cells: row.cells.length, header: header.length }),
  );
}

function textLines(bytes: Buffer, file: string): Grid["rows"] {
  const whole = decodeText(bytes, file).replace(/\r\n?/g, "\n");
  // Excel writes and reads a first line such as "sep=;"
  const [preamble = "", announced] = /^sep=(.)\n/i.exec(whole) ?? [];
  const body = whole.slice(preamble.length);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: announced ?? separatorOf(body),
    newline: "\n",
  });
  let line = preamble === "" ? 1 : 2;
  const lines = data.map((cells) => {
    const row = { line, cells: cells.map(trimBlanks) };
    line += cells.join("").split("\n").length;
    return row;
  });
  const unclosed = errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed !== undefined)
    throw new Error(text("error.lineQuoteNotClosed", { file, line: lines[unclosed.row ?? 0]!.line }));
  return lines;
}

/** @throws an error naming the file that is neither UTF-8 nor, by its first bytes, UTF-16 */
export function decodeText(bytes: Buffer, file: string): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const advice = file.endsWith(".json") ? "" : text("error.saveAsUTF8");
    throw new Error(text("error.notUTF8", { file, advice }), { cause: error });
  }
}

/** The separator that stands most often in the first line, outside quotes. */
function separatorOf(text: string): string {
  const firstLine = (/^\s*(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string): number => firstLine.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}
