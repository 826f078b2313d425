/** A document's contents before any judging: blocks in reading order, whatever the file format. */
import { lateData } from "../base/project.js";
import { words } from "../base/words.js";
import { readCell } from "../ledger/parse-number.js";

export interface ReadCell {
  text: string;
  /** How many columns and rows it covers. */
  columns: number;
  rows: number;
}

export interface DocumentTable {
  /** "Table 3", or "" if the document does not say. */
  label: string;
  caption: string;
  /** The notes below it. */
  notes: string[];
  rows: ReadCell[][];
  /** How many of its first rows are known to be headers; absent if the document does not say. */
  heads?: number;
}

export type Block = { text: string } | { table: DocumentTable };

export interface PaperDocument {
  title: string;
  authors: string[];
  journal: string;
  year: number | null;
  doi: string;
  /** ISO 639 code, or "" if the document does not say. */
  language: string;
  blocks: Block[];
  /** Content that was seen but not read, such as "a table that is a picture". */
  leftOut: string[];
  /** The document's characters, extracted without the reader: every imported cell must occur in them. */
  plain: string;
}

export const emptyDocument = (): PaperDocument => ({
  title: "",
  authors: [],
  journal: "",
  year: null,
  doi: "",
  language: "",
  blocks: [],
  leftOut: [],
  plain: "",
});

export const cell = (text: string, columns = 1, rows = 1): ReadCell => ({ text, columns, rows });

/** Names of elements and commands in lists such as "td th", from data/markup.json. */
export const markup = lateData<{
  /** Signs by the command that prints them; commands by how many of their arguments are not shown. */
  tex: { signs: Record<string, string>; hidden: string[] };
  html: Record<"empty" | "raw" | "replaced" | "hidden" | "blocks", string> & {
    /** By an opening tag: the elements that it closes, and those within which it does. */
    closes: Record<string, [closed: string, within: string]>;
  };
}>("markup.json");

/** What a record has under a name of the document's, which may be "constructor". */
export const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a name is in a list such as "td th". */
export function has(list: string, name: string): boolean {
  const set = sets.get(list) ?? new Set(list.split(" ").filter(Boolean));
  sets.set(list, set);
  return set.has(name);
}

/** Replaces each run of blanks of any kind by one blank, and trims the ends; drops characters that have no width. */
export function squeezed(text: string): string {
  return text
    .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/gu, " ")
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
    .trim();
}

/** A whole number in superscript: "⁻³" for "-3". */
export const superscript = (number: string): string =>
  [...number].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? (sign === "+" ? "⁺" : "⁻")).join("");

let patterns: Record<"caption" | "note" | "count" | "rounded" | "share" | "part", RegExp> | undefined;

/** Patterns for the start of a caption or note, names of counts, and words before a number that is only a label. */
export function documentPatterns(): NonNullable<typeof patterns> {
  const { documents } = words();
  const any = (name: keyof typeof documents): string => `(?:${documents[name].join("|")})`;
  return (patterns ??= {
    caption: new RegExp(
      String.raw`^(?:(?:supplementary|supplemental|appendix|online)\s+)*${any("tables")}\s*№?\s*` +
        String.raw`([A-Z]{0,2}[.-]?\d+(?:\.\d+)?[a-z]?|[IVX]+)(?![\p{L}\d])|^(\d+)\s*[-–]\s*${any("tablesBehind")}`,
      "iu",
    ),
    note: new RegExp(`^${any("notes")}`, "iu"),
    count: new RegExp(`^${any("counts")}$`, "iu"),
    rounded: new RegExp(any("rounded"), "iu"),
    share: new RegExp(any("shares"), "iu"),
    part: new RegExp(String.raw`${any("parts")}\s*\(?$`, "iu"),
  });
}

/** Splits a caption into its label ("Table 3") and the rest. */
export function labelOf(caption: string): { label: string; caption: string } {
  const [found] = documentPatterns().caption.exec(caption) ?? [];
  if (found === undefined) return { label: "", caption };
  return { label: found, caption: caption.slice(found.length).replace(/^[\s.:|–—-]+/u, "") };
}

/** A label's number: "3" for "Table 3". */
export function numberOfLabel(label: string): string {
  const [, after, before] = documentPatterns().caption.exec(label) ?? [];
  return (after ?? before ?? "").replace(/[^A-Za-z0-9]/g, "_");
}

/** Takes last rows of one wide cell, or that read like notes, for notes: "Note: | *p<0.1". */
export function withNotes(table: DocumentTable): DocumentTable {
  const texts = table.rows.map((row) => squeezed(row.map(({ text }) => text).join(" ")));
  const isNote = (at: number): boolean => {
    const [first, ...others] = table.rows[at]!;
    const isWide = others.length === 0 && first !== undefined && first.columns > 1;
    return (
      isWide ||
      (documentPatterns().note.test(texts[at]!) && !others.some(({ text }) => readCell(text)?.length))
    );
  };
  const end = texts.findLastIndex((_, at) => !isNote(at)) + 1;
  return { ...table, rows: table.rows.slice(0, end), notes: [...texts.slice(end), ...table.notes] };
}

/** Takes a first row of one cell over all columns, or with a label, for the table's title. */
export function withTitle(table: DocumentTable): DocumentTable {
  const [[title, ...others] = [], ...rows] = table.rows;
  const widths = table.rows.map((row) => row.reduce((all, one) => all + one.columns, 0));
  if (title === undefined || title.text === "" || others.some(({ text }) => text !== "")) return table;
  const width = Math.max(...widths);
  const { label, caption } = labelOf(title.text);
  if (rows.length < 2 || width < 3 || (title.columns < width && label === "")) return table;
  const { heads = 0, ...rest } = table;
  const about = { label: table.label || label, caption: [table.caption, caption].filter(Boolean).join(" ") };
  return withTitle({ ...rest, ...about, rows, ...(heads > 1 && { heads: heads - 1 }) });
}

/** Gives tables without a caption the line near them that reads like one, and the lines below that read like notes. */
export function withCaptions(blocks: readonly Block[]): Block[] {
  const { caption: isLabel, note: isNote } = documentPatterns();
  const isCaption = (block: Block | undefined): block is { text: string } =>
    block !== undefined && "text" in block && isLabel.test(block.text) && block.text.length < 600;
  const used = new Set<Block>();
  return blocks.map((block, at) => {
    if ("text" in block) return block;
    const { table } = block;
    const own = labelOf(table.caption);
    const given = table.label === "" ? { ...table, ...own } : table;
    if (given.label !== "") return { table: given };
    const near = [blocks[at - 1], blocks[at - 2], blocks[at - 3]].find(
      (one) => isCaption(one) && !used.has(one),
    );
    const line = [near, blocks[at + 1]].find(isCaption);
    if (line !== undefined) used.add(line);
    const between = blocks.slice(line === undefined ? at : blocks.indexOf(line) + 1, at);
    const title = between.flatMap((one) => ("text" in one ? one.text : [])).join(" ");
    const { label, caption } = labelOf(line?.text ?? "");
    const notes = [...given.notes];
    for (const next of blocks.slice(at + 1, at + 4)) {
      if (!("text" in next) || !isNote.test(next.text)) break;
      notes.push(next.text);
    }
    return { table: { ...given, label, caption: own.caption || caption || title, notes } };
  });
}
