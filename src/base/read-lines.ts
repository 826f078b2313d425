import { statSync } from "node:fs";
import { basename, extname } from "node:path";
import Papa from "papaparse";
import { modeFast } from "simple-statistics";
import { decodeText } from "./decode-text.js";
import { trimBlanks } from "./grid.js";
import { numberUnder } from "./number-under.js";
import { readRegular } from "./read-regular.js";
import { workbookLines } from "./read-workbook.js";
import { text } from "./text.js";

/** Options that replace what would be inferred from the file. */
export interface LineOptions {
  /** A workbook's sheet: its name, or its number from 1. Default: the first that is not empty. */
  sheet?: string | number;
  /** The column separator of a text file. */
  separator?: string;
  /** The encoding of a text file, such as "windows-1251". */
  encoding?: string;
}

/** Reads the lines of a .csv, .tsv, .txt or .xlsx file, and reports how. */
export function readLines(caller: string, path: string, options: LineOptions = {}) {
  const bytes = readBytes(caller, path);
  const file = basename(path);
  return extname(path).toLowerCase() === ".xlsx"
    ? workbookLines(bytes, file, options.sheet)
    : textLines(bytes, file, options);
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

function textLines(bytes: Buffer, file: string, options: LineOptions) {
  const decoded = decodeText(bytes, file, options.encoding);
  const whole = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // Excel writes and reads a first line such as "sep=;"
  const [preamble = "", announced] = /^sep=(.)\n/i.exec(whole) ?? [];
  const given = whole.slice(preamble.length);
  const separator = options.separator ?? announced ?? separatorOf(given);
  // Columns separated by blanks alone are read as if separated by tabs.
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

/** Number of rows used to choose a separator. */
const SAMPLE = 2000;

/** The separator for which most lines have the same number of columns, at least two; blanks if there is none. */
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
  const blanks = commonest(lines.map((line) => line.trim().split(/\s+/).length));
  const isTable = lines.length > 1 && lines.slice(1).every((line) => /\s[\d.,+-]+\s*$/.test(line));
  // Where the header has none of it, commas are decimal marks.
  const isSeparated = best.share > 0 && lines[0]!.includes(best.separator);
  if (blanks.share === 1 && isTable && !isSeparated) return " ";
  return best.share > 0 ? best.separator : ",";
}

/** The commonest number of columns above 1, and its share of the lines. */
export function commonest(counts: readonly number[]): { columns: number; share: number } {
  const wide = counts.filter((count) => count > 1);
  if (wide.length === 0) return { columns: 1, share: 0 };
  const columns = modeFast(wide)!;
  return { columns, share: wide.filter((count) => count === columns).length / counts.length };
}
