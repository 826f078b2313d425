import { readFileSync } from "node:fs";
import { dataPath } from "./project.js";

/** Words that occur in files, from data/words.json, in every language. */
interface Words {
  /** Marks and words for a missing value; words such as "NA" and "none" can be values in a column of text. */
  missing: { marks: string[]; words: string[] };
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

function readWords(): Words & { inText: Set<string>; anywhere: Set<string> } {
  const all = JSON.parse(readFileSync(dataPath("words.json"), "utf8")) as Words;
  const { marks, words } = all.missing;
  return { ...all, inText: new Set(marks), anywhere: new Set([...marks, ...words]) };
}

let known: ReturnType<typeof readWords> | undefined;

/** Read on first use: a page has no files while it loads. */
export const words = (): ReturnType<typeof readWords> => (known ??= readWords());

/** Whether a cell of a column of numbers or dates is missing. */
export const isMissing = (cell: string): boolean => words().anywhere.has(cell.toLowerCase());

/** Whether a cell of a column of text is missing: "NA" is Namibia there. */
export const isMissingText = (cell: string): boolean => words().inText.has(cell.toLowerCase());
