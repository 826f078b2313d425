import { readFileSync } from "node:fs";
import { dataPath } from "../../base/project.js";

/** Words that files have, in data/words.json, in every language. */
interface Words {
  /** What stands for a value that is not there; words such as "NA" and "none" can be values where a column holds text. */
  missing: { marks: string[]; words: string[] };
  /** The headers of an index series, by the names of its columns. */
  headers: Record<string, string[]>;
}

let read: Words | undefined;
/** Read when first asked for: a page has no files while it loads. */
export const words = (): Words =>
  (read ??= JSON.parse(readFileSync(dataPath("words.json"), "utf8")) as Words);

let sets: { inText: Set<string>; anywhere: Set<string> } | undefined;
function marks(): { inText: Set<string>; anywhere: Set<string> } {
  const { missing } = words();
  return (sets ??= {
    inText: new Set(missing.marks),
    anywhere: new Set([...missing.marks, ...missing.words]),
  });
}

/** Whether a cell of a column of numbers or dates is missing. */
export const isMissing = (cell: string): boolean => marks().anywhere.has(cell.toLowerCase());

/** Whether a cell of a column of text is missing: "NA" is Namibia there. */
export const isMissingText = (cell: string): boolean => marks().inText.has(cell.toLowerCase());
