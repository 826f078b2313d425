/** A file's cells before interpretation; `line` is the line number that an editor or spreadsheet shows. */
export interface Grid {
  file: string;
  header: string[];
  /** Default: 1. */
  headerLine?: number;
  /** Column names mapped to headers, if the caller gave them. */
  columns?: Readonly<Record<string, string>>;
  rows: { line: number; cells: GridCell[] }[];
  /** How it was read: a text's separator and encoding, or a workbook's sheet of how many; lines above the header. */
  found?: { separator?: string; encoding?: string; sheet?: string; sheets?: number; above?: number };
}
export type GridCell = string | number;

/** Blanks that spreadsheets put around or inside a number: space, no-break, thin, narrow no-break, figure space, BOM. */
export const blanks = "\\s\\u00a0\\u2007\\u2009\\u202f\\ufeff";
const aroundText = new RegExp(`^[${blanks}]+|[${blanks}]+$`, "g");

/** A name as it can be typed: composed letters, one common blank for any run of them, nothing invisible. */
export const plainName = (text: string): string =>
  /^[\x21-\x7e]*(?: [\x21-\x7e]+)* ?$/.test(text)
    ? text
    : text
        .normalize("NFC")
        .replace(/\p{Cf}/gu, "")
        .replace(/\s+/g, " ");

/** Text without surrounding blanks, including a byte order mark and typographic blanks. */
export const trimBlanks = (text: string): string => text.replace(aroundText, "");
