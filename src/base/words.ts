import { readFileSync } from "node:fs";
import { dataPath } from "./project.js";

/** Words that files have, in data/words.json, in every language. */
interface Words {
  /** What stands for a value that is not there; words such as "NA" and "none" can be values where a column holds text. */
  missing: { marks: string[]; words: string[] };
  /** The headers of an index series, by the names of its columns. */
  headers: Record<string, string[]>;
  /**
   * What papers write, as regular expressions: before and behind a table's number, before a note, over counts, where these are rounded, beside per cent,
   * before what a number only names.
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

/** Read when first asked for: a page has no files while it loads. */
export const words = (): ReturnType<typeof readWords> => (known ??= readWords());

/** Whether a cell of a column of numbers or dates is missing. */
export const isMissing = (cell: string): boolean => words().anywhere.has(cell.toLowerCase());

/** Whether a cell of a column of text is missing: "NA" is Namibia there. */
export const isMissingText = (cell: string): boolean => words().inText.has(cell.toLowerCase());
