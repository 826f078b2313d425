import { readCell, readPrinted } from "../ledger/parse-number.js";
import { documentPatterns, type DocumentTable } from "./document.js";

/** A table as the folder's file has it: one header line, a distinct name for each row, cells as printed. */
export interface ImportedTable {
  header: string[];
  rows: string[][];
  /** Lines that name the rows below them, such as "Panel A". */
  sections: string[];
  /** How many header lines were merged, and how many cells span several. */
  heads: number;
  spans: number;
  /** Cells in columns of numbers that could not be read and were left empty: "x, y: C4/0.12". */
  unread: string[];
}

type Grid = string[][];

/** A spanning cell is printed once, in its first place; a header's is repeated over each column. */
export function importedTable(table: DocumentTable): ImportedTable {
  const { grid, over } = laidOut(table);
  // Empty rows and columns are the page's spacing.
  const columns = (grid[0] ?? []).flatMap((_, at) => (grid.some((row) => row[at] !== "") ? at : []));
  const places = grid.flatMap((row, at) => (row.some((text) => text !== "") ? at : []));
  const kept = places.map((at) => columns.map((column) => grid[at]![column]!));
  const heads = Math.max(1, Math.min(headsOf(kept, table.heads), kept.length - 1));
  const above = places.slice(0, heads).map((at) => over[at]!);
  const header = headerOf(above, columns);
  const sections: string[] = [];
  const named = namedRows(kept.slice(heads), sections);
  const spans = table.rows.flat().filter(({ columns, rows }) => columns > 1 || rows > 1).length;
  const { rows, unread } = withoutSlips(header, named);
  return { header, rows, sections, heads, spans, unread };
}

/** No table has more columns; a thousand cells that span a thousand each would. */
const WIDEST = 2_000;

/** Places the cells: `grid` has each once, `over` at every place that it spans. */
function laidOut({ rows }: DocumentTable): { grid: Grid; over: Grid } {
  const grid: Grid = rows.map(() => []);
  const over: Grid = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const { text, columns, rows: down } of row) {
      while (over[at]![column] !== undefined) column++;
      for (let below = 0; below < down && at + below < rows.length; below++)
        for (let right = 0; right < columns && column + right < WIDEST; right++) {
          over[at + below]![column + right] = text;
          grid[at + below]![column + right] = below === 0 && right === 0 ? text : "";
        }
      column += columns;
    }
  });
  const width = Math.max(0, ...over.map((row) => row.length));
  const full = (lines: Grid): Grid =>
    lines.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  return { grid: full(grid), over: full(over) };
}

/** Empties cells with unreadable figures in columns of numbers, which the folder would reject; words stay. */
function withoutSlips(header: readonly string[], rows: Grid): { rows: Grid; unread: string[] } {
  const isRead = (text: string): boolean => readCell(text, { decimalMark: "." }) !== null;
  const isNumbers = header.map((_, at) => rows.some((row) => /\d/.test(row[at]!) && isRead(row[at]!)));
  const unread: string[] = [];
  const kept = rows.map((row) =>
    row.map((text, at) => {
      if (at === 0 || !isNumbers[at] || !/\d/.test(text) || isRead(text)) return text;
      unread.push(`${row[0]}, ${header[at]}: ${text.replace(/\n/g, " ")}`);
      return "";
    }),
  );
  return { rows: kept, unread };
}

const COUNT = /^(?:\d+|\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+)$/;
const COUNT_AND_SHARE = /^(\d[\d ,]*)\s*\(\s*\d+(?:[.,]\d+)?\s*%?\s*\)$/;

/**
 * Columns and rows of counts, as `exact` in paper.json names them: called n or observations and containing only whole
 * numbers, or with cells such as "36 (57.1)" in a table of percentages.
 *
 * @param about the caption
 */
export function countsIn({ header, rows }: ImportedTable, about: string): string[] {
  const { count, rounded, share } = documentPatterns();
  const hasShares = [about, ...header, ...rows.flat()].some((one) => share.test(one));
  const isCalled = (name: string): boolean => count.test(name.split(/, |: /).at(-1)!);
  const isCount = (name: string, cells: readonly string[]): boolean => {
    const filled = cells.filter((one) => one !== "");
    const every = (form: RegExp): boolean => filled.every((one) => form.test(one));
    if (filled.length < 2 || rounded.test(`${about} ${name}`) || /[[\]"]/.test(name)) return false;
    return (isCalled(name) && every(COUNT)) || (hasShares && every(COUNT_AND_SHARE));
  };
  const columns = header.flatMap((name, at) => (at > 0 && isCount(name, rows.map((row) => row[at]!)) ? name : [])); // prettier-ignore
  // Among means a count is exact where its cell has a share, "36 (57.1)".
  const isPlain = (name: string): boolean => !/[[\]"]|\.\./.test(name);
  const single = header.flatMap((name, at) => {
    const own = rows.filter(
      ([row = "", ...cells]) =>
        COUNT_AND_SHARE.test(cells[at - 1] ?? "") &&
        share.test(`${name} ${row} ${cells[at - 1]}`) &&
        row !== "" &&
        isPlain(row),
    );
    const isMixed = at > 0 && isPlain(name) && !columns.includes(name) && own.length > 1;
    return isMixed ? own.map(([row]) => `${name}[${row}]`) : [];
  });
  const others = rows.flatMap(([name = "", ...cells]) => isCalled(name) && isCount(name, cells) ? `[${name}]` : []); // prettier-ignore
  return [...columns, ...single, ...others];
}

const isNumber = (text: string): boolean => readPrinted(text.split(/\s*[(±[]/)[0]!.trim() || text) !== null;
export const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text);
const isNumbered = (text: string): boolean => /^\(\d{1,2}\)$/.test(text);

/** The header rows that the document says, with those below that have no name and look like headers. */
function headsOf(grid: Grid, said?: number): number {
  if (said === undefined) return guessHeads(grid);
  const more = grid.slice(said).findIndex((row) => row[0] !== "");
  return said + Math.min(guessHeads(grid.slice(said)), Math.max(more, 0));
}

/** Counts the header rows: the first ones with names, "(1) (2) (3)" or years only. */
function guessHeads(grid: Grid): number {
  const isHead = (row: string[]): boolean => {
    const rest = row.slice(1).filter((text) => text !== "");
    if (rest.length === 0) return row[0] === "";
    const figures = rest.filter(isNumber);
    return figures.length === 0 || (rest.length > 1 && (rest.every(isNumbered) || rest.every(isYear)));
  };
  const body = grid.findIndex((row) => !isHead(row));
  const heads = grid.slice(0, Math.max(body, 0));
  return heads.findLastIndex((row) => row.slice(1).some((text) => text !== "")) + 1;
}

/** Joins the header cells above each column into one name; equal names are numbered. */
function headerOf(heads: Grid, columns: readonly number[]): string[] {
  const names = columns.map((column, at) => {
    const pieces = heads.map((row) => row[column] ?? "").filter((text) => text !== "");
    const different = pieces.filter((text, place) => pieces.indexOf(text) === place);
    return clean(different.join(", ")) || (at === 0 ? "row" : `column ${at + 1}`);
  });
  return distinct(names);
}

/** A name without double quotes, which would end it in a formula. */
const clean = (name: string): string =>
  name
    .replace(/["“”„«»]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    if (count === 1) return name;
    const next = `${name} (${count})`;
    return seen.has(next) ? `${next}'` : next;
  });
}

/**
 * Names the rows: one without a name belongs to the row above, as the ledger reads it; duplicates get their section's name.
 */
function namedRows(body: Grid, sections: string[]): Grid {
  let [section, above, line, isBelow] = ["", "", 0, false];
  const rows: { section: string; name: string; cells: string[] }[] = [];
  for (const [first = "", ...cells] of body) {
    const filled = cells.filter((text) => text !== "");
    if (filled.length === 0) {
      sections.push(first);
      section = clean(first);
      [above, line, isBelow] = [section, 0, false];
      continue;
    }
    // Figures in brackets below others are their standard errors, which the ledger joins with them.
    const inBrackets = filled.filter((text) => /^[([{].*[)\]}]\W*$/.test(text));
    const isUnderNumbers = cells.every(
      (text, at) => text === "" || readCell(rows.at(-1)?.cells[at] ?? "") !== null || !rows.at(-1)?.cells[at],
    );
    const isErrors = first === "" && isBelow && isUnderNumbers && inBrackets.length * 2 >= filled.length;
    line = first === "" ? line + 1 : 1;
    above = clean(first) || above || section || "row";
    rows.push({ section, name: isErrors ? "" : line === 1 ? above : `${above}, line ${line}`, cells });
    isBelow = !isErrors;
  }
  const names = rows.map(({ name }) => name);
  const isTwice = (name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);
  // Rows without a name must not count as duplicates.
  const full = rows.map(({ section: own, name }, at) =>
    name === "" ? `\0${at}` : own !== "" && isTwice(name) ? `${own}: ${name}` : name,
  );
  return distinct(full).map((name, at) => [name.startsWith("\0") ? "" : name, ...rows[at]!.cells]);
}
