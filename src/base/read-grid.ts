import { basename } from "node:path";
import type { Grid, GridCell } from "./grid.js";
import { commonest, readLines, type LineOptions } from "./read-lines.js";
import { text } from "./text.js";

/** Whether a row's cells beyond the header are known to be harmless. */
export type HarmlessSurplus = (header: readonly string[], surplus: readonly GridCell[]) => boolean;

/**
 * Reads the header and rows of a .csv, .tsv, .txt or .xlsx file, without blank rows. The header is the first line,
 * unless that is a title: one cell above lines of several cells.
 *
 * @throws for a file that cannot be read, is empty, is neither text nor a workbook, or has a row wider than its header
 */
export function readGrid(
  caller: string,
  path: string,
  isHarmless: HarmlessSurplus = () => false,
  options: LineOptions = {},
): Grid {
  const { lines: all, found } = readLines(caller, path, options);
  const { lines, above } = withoutTitles(all);
  return { ...gridOf(caller, basename(path), lines, isHarmless), found: { ...found, above } };
}

/** Header and rows from lines already read; blank lines are left out. */
export function gridOf(
  caller: string,
  file: string,
  lines: Grid["rows"],
  isHarmless?: HarmlessSurplus,
): Grid {
  const grid = looseGrid(caller, file, lines);
  grid.rows.forEach((row) => requireFit(file, grid.header, row, isHarmless));
  return grid;
}

/** Like `gridOf`, for lines that may be wider than the first. */
export function looseGrid(caller: string, file: string, lines: Grid["rows"]): Grid {
  const [first, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (first === undefined) throw new Error(text("error.headerLineEmptyFile", { caller, file }));
  const header = first.cells.map((cell) => String(cell).replace(/\s+/gu, " "));
  while (header.at(-1) === "") header.pop();
  return { file, header, headerLine: first.line, rows };
}

const filled = (cells: readonly GridCell[]): number => cells.filter((cell) => cell !== "").length;

/** Drops titles above the header when most lines are wider: lines of one cell, and those before a blank line. */
function withoutTitles(all: Grid["rows"]): { lines: Grid["rows"]; above: number } {
  const lines = all.filter(({ cells }) => filled(cells) > 0);
  const { columns, share } = commonest(lines.map(({ cells }) => cells.length));
  const table = lines.findIndex(({ cells }) => cells.length >= columns);
  const isTitle = ({ line, cells }: Grid["rows"][number], at: number): boolean =>
    filled(cells) === 1 || lines[at + 1]!.line > line + 1;
  const above = share > 0.5 ? lines.slice(0, table).findLastIndex(isTitle) + 1 : 0;
  return { lines: lines.slice(above), above };
}

/** @throws an error naming the row that is wider than its header */
export function requireFit(
  file: string,
  header: string[],
  row: Grid["rows"][number],
  isHarmless: HarmlessSurplus = () => false,
): void {
  const surplus = row.cells.slice(header.length);
  if (surplus.every((cell) => cell === "") || isHarmless(header, surplus)) return;
  throw new Error(
    text("error.lineOfCells", { file, line: row.line, cells: row.cells.length, header: header.length }),
  );
}
