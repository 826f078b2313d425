/** Text in fixed width: programs' logs, and tables drawn with dashes. */
import {
  cell,
  documentPatterns,
  emptyDocument,
  labelOf,
  squeezed,
  withCaptions,
  type Block,
  type DocumentTable,
  type PaperDocument,
  type ReadCell,
} from "./document.js";

export const table = (
  lines: readonly (readonly string[])[],
  more: Partial<DocumentTable> = {},
): DocumentTable => ({
  ...{ label: "", caption: "", notes: [] },
  rows: lines.map((cells) => cells.map((text) => cell(squeezed(text)))),
  ...more,
});

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
  // Knitr puts "## " before each line.
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^## ?/, ""));
  const isFramed = (): boolean => {
    const [top = "", last = ""] = [run[0], run.at(-1)];
    return isRule(top) && (!isRule(last) || run.length === 1 || last.trim().length < top.trim().length);
  };
  for (const [at, whole] of lines.entries()) {
    // A blank line between two rules is the table's spacing.
    if (whole.trim() === "" && isFramed()) {
      let below = at + 1;
      while (lines[below]?.trim() === "") below++;
      const next = lines[below] ?? "";
      if (isRule(next) || isInColumns(next)) continue;
    }
    const line = whole.replace(PAIR, (all, name: string, value: string) => {
      pairs.push([name, value]);
      return " ".repeat(all.length);
    });
    const hasPairs = line !== whole;
    const goesOn =
      run.length > 0 && (/^\s*\S+\s+[-\d.]/.test(line) || (isFramed() && /^\s{3,}\S/.test(line)));
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
/** The rule of pandoc's simple tables. */
export const COLUMNS = /^\s*(?:-{2,}(?:\s+-{2,})+|={2,}(?:\s+={2,})+)\s*$/;
const isInColumns = (line: string): boolean => /\S\s{2,}\S/.test(line) && !/^[^:]+:\s+\S+$/.test(line.trim());
const hasBar = (line: string): boolean => /(?<=\s)[|│](?=\s|$)/.test(line);
/** Blanks out bars between columns, but not those in "P>|t|". */
const withoutBars = (text: string): string => text.replace(/(?<=\s|^)[|│](?=\s|$)/gm, " ");

/** The header is above the first rule below the table's top; without a rule it is the first line. */
export function fixedTable(run: readonly string[]): DocumentTable {
  const top = run.findIndex((line) => !isRule(line));
  // A shorter rule belongs to the header over some of the columns.
  const width = top > 0 ? run[0]!.trim().length : 0;
  const rule = run.findIndex((line, at) => at > top && isRule(line) && line.trim().length >= width);
  const hasFigures = run.slice(top, Math.max(rule, 0)).some((line) => /\s-?\d*\.\d+(?:\s|$)/.test(line));
  const heads =
    rule > 0 && rule < run.length - 1 && !hasFigures
      ? run.slice(top, rule).filter((line) => !isRule(line)).length
      : 1;
  const isNote = (line: string): boolean =>
    /^\s*\p{L}/u.test(line) && documentPatterns().note.test(line.trim());
  const notes = run.filter(isNote).map(squeezed);
  const bare = run.filter((line) => !isRule(line) && !isNote(line)).map(withoutBars);
  const edges = edgesIn(run) ?? edgesOf(bare.slice(heads));
  const rows = bare.map((line, at) =>
    at < heads ? headOf(line, edges) : edges.map(([from, to]) => line.slice(from, to).trim()),
  );
  return table(withoutMarks(rows), { heads, notes });
}

type Edge = readonly [from: number, to: number];

/** The columns that a rule of several dashes shows, each up to the next. */
function edgesIn(run: readonly string[]): Edge[] | null {
  const rule = run.find((line) => COLUMNS.test(line));
  const starts = [...(rule ?? "").matchAll(/[-=]+/g)].map(({ index }) => index);
  return rule === undefined ? null : starts.map((from, at) => [at === 0 ? 0 : from, starts[at + 1] ?? 1_000]);
}

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

/** Reads a table drawn with plus signs and bars, in which a row may have several lines. */
export function gridTable(lines: readonly string[]): DocumentTable {
  const isBorder = (line: string): boolean => /^\s*\+[-=+:]+\+\s*$/.test(line);
  const all = lines.filter(isBorder).flatMap((line) => [...line.matchAll(/\+/g)].map(({ index }) => index));
  const edges = [...new Set(all)].sort((a, b) => a - b);
  const rows: ReadCell[][] = [];
  let heads = 0;
  let open: string[] = [];
  for (const line of lines.slice(1)) {
    if (!isBorder(line)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) rows.push(gridRow(open, edges));
    if (line.includes("=") && heads === 0) heads = rows.length;
    open = [];
  }
  return { label: "", caption: "", notes: [], rows, ...(heads > 0 && { heads }) };
}

/** A cell ends at an edge with a bar. */
function gridRow(lines: readonly string[], edges: readonly number[]): ReadCell[] {
  const row: ReadCell[] = [];
  let from = 0;
  for (let at = 1; at < edges.length; at++) {
    if (at < edges.length - 1 && lines.some((line) => line[edges[at]!] !== "|")) continue;
    const pieces = lines.map((line) => squeezed(line.slice(edges[from]! + 1, edges[at]))).filter(Boolean);
    row.push(cell(pieces.join(pieces.every((one) => /\d/.test(one)) ? "\n" : " "), at - from));
    from = at;
  }
  return row;
}
