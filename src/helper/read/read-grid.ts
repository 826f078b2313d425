import { statSync } from "node:fs";
import { readRegular } from "../../base/read-regular.js";
import { basename, extname } from "node:path";
import { text } from "../../base/text.js";
import Papa from "papaparse";
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

function textLines(bytes: Buffer, file: string, options: GridOptions) {
  const decoded = decodeText(bytes, file, options.encoding);
  const whole = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // Excel writes and reads a first line such as "sep=;"
  const [preamble = "", announced] = /^sep=(.)\n/i.exec(whole) ?? [];
  const given = whole.slice(preamble.length);
  const separator = options.separator ?? announced ?? separatorOf(given);
  // Columns set apart by blanks alone are read as if by tabs.
  const body =
    separator === " " ? given.replace(/^[^\S\n]+|[^\S\n]+$/gm, "").replace(/[^\S\n]+/g, "\t") : given;
  const delimiter = separator === " " ? "\t" : separator;
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
    return {
      separator,
      ...commonest(
        data.filter(([first, ...rest]) => first !== "" || rest.length > 0).map((cells) => cells.length),
      ),
    };
  });
  const better = (a: (typeof scored)[number], b: typeof a): boolean =>
    a.share > b.share || (a.share === b.share && a.columns > b.columns);
  const best = scored.reduce((one, other) => (better(other, one) ? other : one));
  const lines = body.split("\n", SAMPLE).filter((line) => line.trim() !== "");
  const isOneColumn = (lines[0]?.includes(",") ?? true) === false && lines.slice(1).every((line) => numberUnder(line.trim(), ",") !== null); // prettier-ignore
  if (isOneColumn && best.separator === ",") return ";";
  if (best.share > 0) return best.separator;
  const blanks = commonest(lines.map((line) => line.trim().split(/\s+/).length));
  const isTable = lines.length > 1 && lines.slice(1).every((line) => /\s[\d.,+-]+\s*$/.test(line));
  return blanks.share === 1 && isTable ? " " : ",";
}

/** The number of columns, above 1, that most lines have, and their share. */
function commonest(counts: readonly number[]): { columns: number; share: number } {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 1) times.set(count, (times.get(count) ?? 0) + 1);
  const [columns, most] = [...times].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
  return { columns, share: counts.length === 0 ? 0 : most / counts.length };
}
