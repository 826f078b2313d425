/** A file's cells before they are known to mean anything; `line` is what an editor or a spreadsheet shows. */
export interface Grid {
  file: string;
  header: string[];
  /** 1 by default. */
  headerLine?: number;
  /** Which column is which, where the reader of the file has said so: name -> header. */
  columns?: Readonly<Record<string, string>>;
  rows: { line: number; cells: GridCell[] }[];
  /** How the file was read: a text's separator and encoding, or a workbook's sheet, one of so many. */
  found?: { separator?: string; encoding?: string; sheet?: string; sheets?: number };
}
export type GridCell = string | number;

/** Blanks that spreadsheets put around or inside a number: space, no-break, thin, narrow no-break, figure space, BOM. */
export const blanks = "\\s\\u00a0\\u2007\\u2009\\u202f\\ufeff";
const aroundText = new RegExp(`^[${blanks}]+|[${blanks}]+$`, "g");

/** Text without the blanks around it, a byte order mark and the typographic blanks included. */
export const trimBlanks = (text: string): string => text.replace(aroundText, "");
