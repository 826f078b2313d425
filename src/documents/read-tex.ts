import {
  cell,
  emptyDocument,
  type Block,
  type DocumentTable,
  type PaperDocument,
  type ReadCell,
} from "./document.js";
import {
  argumentOf,
  environmentEnd,
  groupsAt,
  split,
  texSource,
  without,
  type ReadPart,
} from "./tex-source.js";
import { plainTex, readable } from "./tex-text.js";

const TABULAR = /\\begin\{([a-z]*(?:tabu(?:lar[xy]?)?|tblr)\*?|longtable\*?|array)\}/gi;
const CAPTION = /\\caption\s*(?:\[[^\]]*\])?\s*\{/;
const FLOAT = /\\begin\{(table\*?|sidewaystable\*?|longtable|threeparttable|center|landscape|wraptable)\}/g;

/**
 * Reads a LaTeX source: tables of booktabs, longtable, tabularx and the like, with \multicolumn, \multirow, siunitx's
 * columns and numbers, threeparttable's notes, and the files of \input that `part` finds.
 */
export function readTex(source: string, file: string, part: ReadPart): PaperDocument {
  const leftOut: string[] = [];
  const text = texSource(source, file, part, leftOut);
  return {
    ...emptyDocument(),
    title: readable(argumentOf(text, "title").replace(/\\thanks\s*\{[^{}]*\}/g, "")),
    authors: argumentOf(text, "author")
      .split(/\\and\b|\\\\|\\AND\b/)
      .map((one) =>
        readable(one.replace(/\\(?:thanks|inst|textsuperscript)\s*\{[^{}]*\}/g, "").split("\\\\")[0]!),
      )
      .filter((name) => /^[\p{L}. '-]{3,60}$/u.test(name)),
    blocks: [...sentencesOf(text), ...tablesOf(text).map((table) => ({ table }))],
    leftOut,
    plain: plainTex(text),
  };
}

/** Each outermost tabular, with the caption and notes of the float around it. */
function tablesOf(text: string): DocumentTable[] {
  const tables: DocumentTable[] = [];
  let after = 0;
  let floatEnd = 0;
  let count = 0;
  for (const found of text.matchAll(TABULAR)) {
    const name = found[1]!;
    if (found.index < after) continue;
    const end = environmentEnd(text, found.index, name);
    const [from, to] = floatAround(text, found.index, end);
    if (name === "array" && from === found.index) continue;
    after = end;
    const around = text.slice(from, found.index) + text.slice(end, to);
    const whole = text.slice(found.index + found[0].length, end).replace(/\\end\{[^{}]*\}$/, "");
    const [options, inside] = withoutOptions(whole, name);
    // tabularray has the caption among its options.
    const captioned = /longtable|tblr/.test(name) ? around + options.replace(/(?<=^|[\s,[])caption\s*=\s*(?={)/, "\\caption") + inside : around; // prettier-ignore
    if (from >= floatEnd && CAPTION.test(captioned)) count++;
    floatEnd = Math.max(floatEnd, to);
    const label = CAPTION.test(captioned) ? `Table ${count}` : "";
    const caption = readable(argumentOf(captioned, String.raw`caption\*?`));
    const rows = rowsOf(withoutRepeats(inside));
    if (rows.rows.length > 1) tables.push({ label, caption, notes: notesOf(text.slice(end, to)), ...rows });
  }
  return tables;
}

/** The outermost table environment around the tabular. */
function floatAround(text: string, start: number, end: number): [number, number] {
  const near = Math.max(0, start - 5_000);
  for (const found of text.slice(near, start).matchAll(FLOAT)) {
    const close = environmentEnd(text, near + found.index, found[1]!);
    if (close >= end && close < end + 20_000 && close < text.length) return [near + found.index, close];
  }
  return [start, end];
}

function notesOf(after: string): string[] {
  return [
    ...after.matchAll(
      /\\item(?:\[[^\]]*\])?([\s\S]*?)(?=\\item|\\end\{|$)|\\(?:floatfoot|fignote|tablenotes?|legend|small|footnotesize|parbox\{[^{}]*\})\b([\s\S]*?)(?=\\end\{|$)/g,
    ),
  ]
    .map((found) => readable(found[1] ?? found[2] ?? ""))
    .filter((note) => note.length > 3);
}

/** Cuts a tabular's options, the width and the description of its columns, from its lines. */
function withoutOptions(whole: string, name: string): [options: string, lines: string] {
  const start = /^\s*(?:(?:to|spread)\b[^{]*)?/.exec(whole)![0].length;
  const { end } = groupsAt(whole, start, /\*|tabular[xy]|xltab/i.test(name) ? 2 : 1);
  return [whole.slice(0, end), whole.slice(end)];
}

/** A longtable as it is printed on one page: its first head, and its last foot below. */
function withoutRepeats(lines: string): string {
  const parts: Record<string, string> = {};
  let from = 0;
  for (const found of lines.matchAll(/\\end(firsthead|head|foot|lastfoot)\b/g)) {
    parts[found[1]!] = lines.slice(from, found.index);
    from = found.index + found[0].length;
  }
  const { firsthead = "", head = "", foot = "", lastfoot = foot } = parts;
  return from === 0
    ? lines
    : `${firsthead.includes("&") ? firsthead : head}\\midrule ${lines.slice(from)}\\\\${lastfoot}`;
}

/** Lines end at `\\`, cells at `&`; lines above the first inner rule are the header. */
function rowsOf(body: string): { rows: ReadCell[][]; heads?: number } {
  const rows: ReadCell[][] = [];
  let heads: number | undefined;
  for (const line of split(body, "\\\\")) {
    const bare = line
      .replace(/\\(?:cmidrule|cline)\s*(?:\([^()]*\))?\s*\{[^{}]*\}/g, " ")
      .replace(/^\s*(?:\*)?\s*\[[^\]\n]{0,12}\]/, "")
      .replace(/^\s*\*\s/, " ");
    const rule = /\\(?:midrule|hline|Xhline\{[^{}]*\}|Midrule|specialrule)/.exec(bare);
    if (rule !== null && rows.length > 0) heads ??= rows.length;
    const content = bare.replace(
      /\\(?:caption)\*?\s*(?:\[[^\]]*\])?\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g,
      " ",
    );
    const row = split(content, "&").map(cellOf);
    if (row.some(({ text }) => text !== "")) rows.push(row);
  }
  return { rows, ...(heads !== undefined && heads < rows.length && heads < 6 && { heads }) };
}

function cellOf(text: string): ReadCell {
  let rest = text;
  let columns = 1;
  for (const name of ["multicolumn", "multirow"]) {
    const found = new RegExp(
      String.raw`\\${name}\s*(?:\[[^\]]*\])?\s*\{\s*(\d+|\*)\s*\}(\s*\*\s*(?=\{))?`,
    ).exec(rest);
    if (found === null) continue;
    // Below a cell over several rows LaTeX has empty cells, so it spans only its own row here.
    if (name === "multicolumn") columns = Math.min(100, Number(found[1]) || 1);
    // \multirow{2}*{text} has a star in place of a width.
    const { braces } = groupsAt(rest, found.index + found[0].length, found[2] === undefined ? 2 : 1);
    rest = rest.slice(0, found.index) + (braces.at(-1) ?? "");
  }
  return cell(readable(rest), columns);
}

/** Environments that are no sentences. */
const APART =
  "table table* tabular tabular* longtable figure figure* equation equation* align align* sidewaystable thebibliography".split(" "); // prettier-ignore

function sentencesOf(text: string): Block[] {
  const start = text.search(/\\begin\{(?:document|abstract)\}/);
  if (start < 0) return [];
  return APART.reduce(
    (rest, name) =>
      without(rest, `\\begin{${name}}`, new RegExp(String.raw`\\end\{${name.replace("*", "\\*")}\}`)),
    text.slice(start),
  )
    .split(/\n\s*\n|\\(?:sub)*section\*?|\\paragraph/)
    .map((paragraph) => readable(paragraph))
    .filter((paragraph) => paragraph.length > 40)
    .map((paragraph) => ({ text: paragraph }));
}
