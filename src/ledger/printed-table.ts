import { text } from "../base/text.js";
import { requireFit } from "../base/read-grid.js";
import { plainName, type Grid, type GridCell } from "../base/grid.js";
import { readCell } from "./parse-number.js";

/** Layout of an exhibit's or source's lines, if the header and rows cannot be told from them. */
export interface Layout {
  /** Number of lines above the header, such as a title; not needed if a blank line follows them. */
  skipLines?: number;
  /** Number of header lines. */
  headerLines?: number;
  /** Rows with the same name are distinguished by number: "Total#1", "Total#2". */
  doubledRows?: "numbered";
}

type Line = Grid["rows"][number];

/** Most lines in a header or a row: estimate, standard error, t, p. */
const MOST = 4;

/**
 * Reduces a table as printed to one line per row: drops a title above the header, joins header lines column by column,
 * and appends a line whose first cell is blank to the cells of the row above.
 *
 * @throws an error naming a line wider than the header, or a duplicate row
 */
export function printedTable({ file, header, headerLine = 1, rows }: Grid, layout: Layout = {}): Grid {
  const lines = [{ line: headerLine, cells: header as GridCell[] }, ...rows];
  const skipped = lines.slice(layout.skipLines ?? titleLines(lines));
  const count = layout.headerLines ?? headerLines(skipped);
  const names = joined(skipped.slice(0, count)).map(plainName);
  const body = skipped.slice(count).map(({ line, cells: [name = "", ...cells] }) => ({
    line,
    cells: [plainName(String(name)), ...cells],
  }));
  body.forEach((row) => requireFit(file, names, row, () => false));
  return { file, header: names, rows: withNames(file, continued(file, body), layout) };
}

const filled = ({ cells }: Line): number => cells.filter((cell) => cell !== "").length;

/** A title, or a data portal's preamble: lines of few cells, then a blank line or a line of names. */
function titleLines(lines: readonly Line[]): number {
  let skip = 0;
  for (let at = 1; at <= 10 && at < lines.length; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    const isGap = line.line > before.line + 1 + String(before.cells).split("\n").length - 1;
    const isNames = filled(before) === 1 && filled(line) > 2 && !line.cells.some(isNumber);
    if (filled(before) > 2) break;
    if ((isGap && filled(line) > 2) || isNames) skip = at;
  }
  return skip;
}

/** Missing or duplicate names are resolved by the line below, which has no numbers. */
function headerLines(lines: readonly Line[]): number {
  for (let count = 1; count < MOST && count < lines.length; count++) {
    const names = joined(lines.slice(0, count)).slice(1);
    const width = lines[count]!.cells.findLastIndex((cell) => cell !== "");
    const isClear = new Set(names).size === names.length && !names.includes("") && width <= names.length;
    if (isClear || lines[count]!.cells.slice(1).some((cell) => isNumber(cell) && !isColumnNumber(cell)))
      return count;
  }
  return 1;
}

const isNumber = (cell: GridCell): boolean => (readCell(String(cell))?.length ?? 0) > 0;
/** "(1)", as regression tables number their columns. */
const isColumnNumber = (cell: GridCell): boolean => /^[([]\d{1,2}[)\]]$/.test(String(cell));

/** Joins header lines by column with blanks; a name in an upper line also applies to the blank cells after it. */
function joined(lines: readonly Line[]): string[] {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.findLastIndex((cell) => cell !== "") + 1));
  const names = Array.from({ length: width }, () => "");
  lines.forEach(({ cells }, at) => {
    let group = "";
    for (let column = 0; column < width; column++) {
      const own = String(cells[column] ?? "");
      if (column > 0) group = own || group;
      const name = at < lines.length - 1 && column > 0 ? group : own;
      names[column] = [names[column], name].filter(Boolean).join(" ");
    }
  });
  return names;
}

/** Lines without a name, or with the same name as above and brackets only, belong to the row above. */
function continued(file: string, lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  let below = 0;
  for (const line of lines) {
    const above = rows.at(-1);
    if (above === undefined || !belongs(line, above)) {
      rows.push(line);
      below = 0;
      continue;
    }
    if (++below >= MOST) throw new RangeError(text("table.noRowName", { file, line: line.line }));
    const width = Math.max(line.cells.length, above.cells.length);
    const cells = Array.from({ length: width }, (_, at) =>
      at === 0 ? above.cells[0]! : `${above.cells[at] ?? ""}\n${line.cells[at] ?? ""}`,
    );
    rows[rows.length - 1] = { line: above.line, cells };
  }
  // A cell that is empty in all its lines stays empty.
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (typeof cell === "string" ? cell.replace(/\n+$/, "") : cell)),
  }));
}

function belongs({ cells }: Line, above: Line): boolean {
  if (cells[0] === "") return true;
  const own = cells.slice(1).filter((cell) => cell !== "");
  return (
    cells[0] === above.cells[0] &&
    own.length > 0 &&
    own.every((cell) => /^[([].*[)\]]\W*$/su.test(String(cell)))
  );
}

/** Numbers duplicate names if a row without numbers (a panel's name) lies between them, or if requested. */
function withNames(file: string, rows: readonly Line[], { doubledRows }: Layout): Line[] {
  const places = new Map<string, number[]>();
  rows.forEach(({ cells }, at) => {
    const row = String(cells[0]);
    if (places.get(row)?.push(at) === undefined) places.set(row, [at]);
  });
  const numbers = new Map<number, number>();
  for (const [row, all] of places) {
    if (all.length === 1) continue;
    const between = all
      .slice(1)
      .every((at, index) =>
        rows.slice(all[index]! + 1, at).some(({ cells }) => !cells.slice(1).some(isNumber)),
      );
    const [first, second] = all.map((at) => rows[at]!.line);
    if (doubledRows === undefined && !between)
      throw new RangeError(text("table.doubledRow", { file, row, first, second }));
    all.forEach((at, index) => numbers.set(at, index + 1));
  }
  return rows.map((row, at) =>
    numbers.has(at) ? { ...row, cells: row.cells.with(0, `${row.cells[0]}#${numbers.get(at)}`) } : row,
  );
}
