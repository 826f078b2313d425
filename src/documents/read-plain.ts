import { latePackage } from "../base/late-package.js";
import {
  cell,
  emptyDocument,
  labelOf,
  squeezed,
  withCaptions,
  type Block,
  type DocumentTable,
  type PaperDocument,
} from "./document.js";
import { readHtml } from "./read-markup.js";

const table = (lines: readonly (readonly string[])[], more: Partial<DocumentTable> = {}): DocumentTable => ({
  ...{ label: "", caption: "", notes: [] },
  rows: lines.map((cells) => cells.map((text) => cell(squeezed(text)))),
  ...more,
});

const marked = latePackage<typeof import("marked")>("marked");

/** Reads Markdown by way of its HTML. */
export function readMarkdown(text: string, file: string): PaperDocument {
  const page = marked().parse(text, { async: false });
  // Two stars that enclose nothing are stars of significance.
  const bold = /(?<![\p{L}\p{N}.)])(\*\*|__)(?=[^\s*])([^|\n]*?[^\s|])\1/gu;
  const plain = text
    .replace(bold, "$2")
    .replace(/(?<!\\)\|/g, " ")
    .replace(/`|\\/g, "");
  return { ...readHtml(page, file), plain };
}

/** Reads a workbook: each sheet is a table, its name the caption. */
export function readSheets(
  sheets: ReadonlyMap<string, { cells: readonly (string | number)[] }[]>,
): PaperDocument {
  const all = [...sheets]
    .filter(([, rows]) => rows.length > 1)
    .map(([name, rows]) => ({ name, lines: rows.map(({ cells }) => cells.map(String)) }));
  return {
    ...emptyDocument(),
    blocks: all.map(({ name, lines }) => ({ table: table(lines, labelOf(name)) })),
    plain: all.flatMap(({ name, lines }) => [name, ...lines.flat()]).join(" "),
  };
}

/**
 * Reads a program's log or a fixed-width text: tables are runs of lines in columns, separated by rules or two blanks;
 * `R-squared = 0.66` and `AIC: 23.2` become rows of a separate table.
 */
export function readFixedWidth(text: string): PaperDocument {
  const blocks: Block[] = [];
  let run: string[] = [];
  let pairs: string[][] = [];
  const endRun = (): void => {
    const rows = run.filter((line) => !isRule(line));
    if (rows.length > 1 && rows.some((line) => /\d/.test(line))) blocks.push({ table: fixedTable(run) });
    else rows.forEach((line) => blocks.push({ text: squeezed(line) }));
    run = [];
  };
  const endPairs = (): void => {
    if (pairs.length > 0) blocks.push({ table: table([["", "value"], ...pairs], { heads: 1 }) });
    pairs = [];
  };
  const lines = text.split(/\r?\n/);
  for (const [at, whole] of lines.entries()) {
    const line = whole.replace(PAIR, (all, name: string, value: string) => {
      pairs.push([name, value]);
      return " ".repeat(all.length);
    });
    const hasPairs = line !== whole;
    const goesOn = run.length > 0 && /^\s*\S+\s+[-\d.]/.test(line);
    const isHead =
      run.length === 0 &&
      !hasPairs &&
      /^\s{3,}\S/.test(line) &&
      labelOf(line.trim()).label === "" &&
      isInColumns(lines[at + 1] ?? "");
    if (isRule(line) || goesOn || isHead || hasBar(whole) || (!hasPairs && isInColumns(line))) {
      if (run.length === 0 && !hasPairs) endPairs();
      run.push(line);
      continue;
    }
    endRun();
    if (!hasPairs) endPairs();
    if (line.trim() !== "") blocks.push({ text: squeezed(line) });
  }
  endRun();
  endPairs();
  // "value" is our own heading of the pairs.
  return { ...emptyDocument(), blocks: withCaptions(blocks), plain: `${withoutBars(text)} value` };
}

/** "Adj R-squared   =    0.6532", "AIC: 23.2", if the number ends the piece. */
const PAIR =
  /(?<=^|\s{2}|\t|,\s)(\p{L}(?:(?!\s\s)[^=:|\n])*?)\s*[:=]\s*([-−+]?(?:\d[\d,]*)?\.?\d+(?:[eE][-+]?\d+)?)(?=\s*$|,\s|\s{2}|\t|\s+on\s)/gu;
const isRule = (line: string): boolean => /^[\s+|│┼─=_-]{4,}$/.test(line) && /[-=─_]{3}/.test(line);
const isInColumns = (line: string): boolean => /\S\s{2,}\S/.test(line) && !/^[^:]+:\s+\S+$/.test(line.trim());
const hasBar = (line: string): boolean => /(?<=\s)[|│](?=\s|$)/.test(line);
/** Blanks out bars between columns, but not those in "P>|t|". */
const withoutBars = (text: string): string => text.replace(/(?<=\s|^)[|│](?=\s|$)/gm, " ");

/** The header is above the first rule below the table's top; without a rule it is the first line. */
function fixedTable(run: readonly string[]): DocumentTable {
  const top = run.findIndex((line) => !isRule(line));
  const rule = run.findIndex((line, at) => at > top && isRule(line));
  const hasFigures = run.slice(top, Math.max(rule, 0)).some((line) => /\s-?\d*\.\d+(?:\s|$)/.test(line));
  const heads = rule > 0 && rule < run.length - 1 && !hasFigures ? rule - top : 1;
  const bare = run.filter((line) => !isRule(line)).map(withoutBars);
  const edges = edgesOf(bare.slice(heads));
  const rows = bare.map((line, at) =>
    at < heads ? headOf(line, edges) : edges.map(([from, to]) => line.slice(from, to).trim()),
  );
  return table(withoutMarks(rows), { heads });
}

type Edge = readonly [from: number, to: number];

/** Columns are separated where no line has a character; one blank suffices between aligned numbers. */
function edgesOf(body: readonly string[]): Edge[] {
  const width = Math.max(...body.map((line) => line.length));
  const edges: Edge[] = [];
  let from = -1;
  for (let at = 0; at <= width; at++) {
    const isGap = at === width || body.every((line) => (line[at] ?? " ") === " ");
    if (!isGap && from < 0) from = at;
    if (isGap && from >= 0) edges.push([from, at]);
    if (isGap) from = -1;
  }
  return edges;
}

/** Assigns headings to the columns that they overlap or are nearest to, word by word if they overlap several. */
function headOf(line: string, edges: readonly Edge[]): string[] {
  const cells = edges.map(() => "");
  const overlaps = (from: number, to: number): number =>
    edges.filter(([left, right]) => left < to && from < right).length;
  const put = (piece: RegExpExecArray, start = 0): void => {
    const [from, to] = [start + piece.index, start + piece.index + piece[0].length];
    const distances = edges.map(([left, right]) => Math.max(0, left - to + 1, from - right + 1));
    const nearest = distances.lastIndexOf(Math.min(...distances));
    cells[nearest] = squeezed(`${cells[nearest]} ${piece[0]}`);
  };
  for (const piece of line.matchAll(/\S+(?:\s\S+)*/g))
    if (overlaps(piece.index, piece.index + piece[0].length) < 2) put(piece);
    else for (const word of piece[0].matchAll(/\S+/g)) put(word, piece.index);
  return cells;
}

/** Joins stars in a column of their own with the number before them. */
function withoutMarks(rows: readonly string[][]): string[][] {
  const isMarks = (rows[0] ?? []).map((_, at) => at > 0 && rows.every((row) => /^[*.†\s]*$/.test(row[at]!)));
  return rows.map((row) =>
    row.flatMap((text, at) =>
      isMarks[at] ? [] : isMarks[at + 1] ? `${text}${row[at + 1]!.replace(".", "").trim()}` : text,
    ),
  );
}

/** Reads the tables in a notebook's outputs, as HTML if there is any, else as text. */
export function readNotebookTables(text: string, file: string): PaperDocument {
  const cells = (JSON.parse(text) as { cells?: { outputs?: Output[] }[] }).cells ?? [];
  const outputs = cells.flatMap(({ outputs = [] }) => outputs);
  const documents = outputs.map((output) => {
    const html = lines(output.data?.["text/html"]);
    return html.includes("<table")
      ? readHtml(html, file)
      : readFixedWidth(lines(output.data?.["text/plain"] ?? output.text));
  });
  return {
    ...emptyDocument(),
    blocks: documents.flatMap(({ blocks }) => blocks),
    plain: documents.map(({ plain }) => plain).join(" "),
  };
}

interface Output {
  data?: Record<string, string | string[]>;
  text?: string | string[];
}
const lines = (text: string | string[] = ""): string => (Array.isArray(text) ? text.join("") : text);
