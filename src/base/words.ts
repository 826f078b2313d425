import { lateData } from "./project.js";

/** Words that occur in files, from data/words.json, in every language. */
interface Words {
  /** Marks and words for a missing value; words such as "NA" and "none" can be values in a column of text. */
  missing: { marks: string[]; words: string[] };
  /** In a cell with several numbers: between two, before the first of two, and names such as CI and SD. */
  cells: Record<"to" | "from" | "names", string[]>;
  /** Headers of an index series, by column name. */
  headers: Record<string, string[]>;
  /**
   * Regular expressions for what papers write: before and after a table's number, before a note, above counts, next to
   * percentages, and before numbers that are only names.
   */
  documents: Record<
    "tables" | "tablesBehind" | "notes" | "counts" | "rounded" | "shares" | "parts",
    string[]
  >;
}

export const words = lateData<Words>("words.json");

/** Whether a cell of a column of numbers or dates is missing. */
export const isMissing = (cell: string): boolean =>
  isMissingText(cell) || words().missing.words.includes(cell.toLowerCase());

/** Whether a cell of a column of text is missing: "NA" is Namibia there. */
export const isMissingText = (cell: string): boolean => words().missing.marks.includes(cell.toLowerCase());
