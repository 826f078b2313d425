import { statSync } from "node:fs";
import { readRegular } from "../../base/read-regular.js";
import { basename, extname } from "node:path";
import { text } from "../../base/text.js";
import Papa from "papaparse";
import { modeFast } from "simple-statistics";
import { decodeText } from "../../base/decode-text.js";
import { trimBlanks, type Grid, type GridCell } from "./grid.js";
import { numberUnder } from "./infer-columns.js";
import { workbookLines } from "./read-workbook.js";

/** Whether the cells that a row has beyond its header are known to do no harm. */
export type HarmlessSurplus = (header: readonly string[], surplus: readonly GridCell[]) => boolean;

/** What is known of a file and need not be inferred. */
export interface GridOptions {
  /** The sheet of a workbook: its name, or its number from 1. Default: the first that is not empty. */
  sheet?: string | number;
  /** What separates the columns of a text file. */
  separator?: string;
  /** How a text file is stored, such as "windows-1251". */
  encoding?: string;
}

/**
 * The header and the rows of a .csv, .tsv, .txt or .xlsx file, blank rows left out. The header is the first line, unless
 * that is a title: one cell above lines of several.
 *
 * @throws for a file that cannot be read, is empty, is neither text nor a workbook, or has a row wider than its header
 */
export function readGrid(
  caller: string,
  path: string,
  isHarmless: HarmlessSurplus = () => false,
  options: GridOptions = {},
): Grid {
  const { lines, found } = linesOf(caller, path, options);
  return { ...gridOf(caller, basename(path), withoutTitles(lines), isHarmless), found };
}

/** The lines of a file, blank ones among them, before one of them is known to be the header. */
export function readLines(caller: string, path: string): Grid["rows"] {
  return linesOf(caller, path).lines;
}

function linesOf(caller: string, path: string, options: GridOptions = {}) {
  const bytes = readBytes(caller, path);
  const file = basename(path);
  return extname(path).toLowerCase() === ".xlsx"
    ? workbookLines(bytes, file, options.sheet)
    : textLines(bytes, file, options);
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
  const header = first.cells.map((cell) => String(cell).replace(/\s+/gu, " "));
  while (header.at(-1) === "") header.pop();
  return { file, header, headerLine: first.line, rows };
}

const filled = (cells: readonly GridCell[]): number => cells.filter((cell) => cell !== "").length;

/** Leaves out titles above the header, where most lines are wider: lines of one cell, and those before a blank line. */
function withoutTitles(all: Grid["rows"]): Grid["rows"] {
  const lines = all.filter(({ cells }) => filled(cells) > 0);
  const { columns, share } = commonest(lines.map(({ cells }) => cells.length));
  const table = lines.findIndex(({ cells }) => cells.length >= columns);
  const isTitle = ({ line, cells }: Grid["rows"][number], at: number): boolean =>
    filled(cells) === 1 || lines[at + 1]!.line > line + 1;
  const start = share > 0.5 ? lines.slice(0, table).findLastIndex(isTitle) + 1 : 0;
  return lines.slice(start);
}

function readBytes(caller: string, path: string): Buffer {
  const readable = [".csv", ".tsv", ".txt", ".xlsx"];
  if (typeof path !== "string" || !readable.includes(extname(path).toLowerCase()))
    throw new RangeError(text("error.csvOrXlsxFile", { caller, got: JSON.stringify(path) }));
  try {
    if (statSync(path).isDirectory()) throw new Error(text("error.itFolder"));
    return readRegular(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const known = { ENOENT: text("error.noSuchFile"), EACCES: text("error.permissionsForbidIt") };
    const why = known[code as keyof typeof known] ?? message;
    throw new Error(text("error.readableFile", { caller, got: JSON.stringify(path), why }), { cause: error });
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

function textLines(bytes: Buffer, file: string, options: GridOptions) {
  const decoded = decodeText(bytes, file, options.encoding);
  const whole = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // Excel writes and reads a first line such as "sep=;"
  const [preamble = "", announced] = /^sep=(.)\n/i.exec(whole) ?? [];
  const given = whole.slice(preamble.length);
  const separator = options.separator ?? announced ?? separatorOf(given);
  // Columns set apart by blanks alone are read as if by tabs.
  const byBlanks = separator === " ";
  const body = byBlanks ? given.replace(/^[^\S\n]+|[^\S\n]+$/gm, "").replace(/[^\S\n]+/g, "\t") : given;
  const delimiter = byBlanks ? "\t" : separator;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline: "\n" });
  let line = preamble === "" ? 1 : 2;
  const lines = data.map((cells) => {
    const row = { line, cells: cells.map(trimBlanks) };
    line += cells.join("").split("\n").length;
    return row;
  });
  const unclosed = errors.find(({ code }) => code === "MissingQuotes");
  if (unclosed !== undefined)
    throw new Error(text("error.lineQuoteNotClosed", { file, line: lines[unclosed.row ?? 0]!.line }));
  return { lines, found: { separator, encoding: decoded.encoding } };
}

/** Rows by which a separator is chosen. */
const SAMPLE = 2000;

/** The separator by which most lines have the same number of columns, more than one; blanks where there is none. */
function separatorOf(body: string): string {
  const scored = ["\t", ";", "|", ","].map((separator) => {
    const { data } = Papa.parse<string[]>(body, { delimiter: separator, newline: "\n", preview: SAMPLE });
    const filledLines = data.filter((cells) => cells.length > 1 || cells[0] !== "");
    return { separator, ...commonest(filledLines.map((cells) => cells.length)) };
  });
  const best = scored.sort((a, b) => b.share - a.share || b.columns - a.columns)[0]!;
  const lines = body.split("\n", SAMPLE).filter((line) => line.trim() !== "");
  const isNumber = (line: string): boolean => numberUnder(line.trim(), ",") !== null;
  const isOneColumn = lines[0]?.includes(",") === false && lines.slice(1).every(isNumber);
  if (isOneColumn && best.separator === ",") return ";";
  if (best.share > 0) return best.separator;
  const blanks = commonest(lines.map((line) => line.trim().split(/\s+/).length));
  const isTable = lines.length > 1 && lines.slice(1).every((line) => /\s[\d.,+-]+\s*$/.test(line));
  return blanks.share === 1 && isTable ? " " : ",";
}

/** The number of columns, above 1, that most lines have, and their share. */
function commonest(counts: readonly number[]): { columns: number; share: number } {
  const wide = counts.filter((count) => count > 1);
  if (wide.length === 0) return { columns: 1, share: 0 };
  const columns = modeFast(wide)!;
  return { columns, share: wide.filter((count) => count === columns).length / counts.length };
}
