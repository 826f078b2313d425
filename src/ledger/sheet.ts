import { text } from "../base/text.js";
import { gathered } from "../base/gather.js";
import { plainName, type Grid } from "../base/grid.js";
import { readCell, readPrinted, type PrintedPart } from "./parse-number.js";
import type { ExhibitInfo, Sheet, PrintedNumber, SourceInfo, TableInfo } from "./paper-folder.js";
import { printedTable } from "./printed-table.js";

interface Shape extends TableInfo {
  key: string;
  name: string;
  exact: true | readonly string[];
  id: (row: string, column: string, alone: boolean) => string;
}

/** Whether a rule names a column of an exhibit or a source. */
export type IsNamed = (key: string, column: string) => boolean;

/** Reads an exhibit's file as numbers. @throws an error naming file, line and column on a cell that is not a number */
export function exhibitOf(info: ExhibitInfo, table: Grid, isNamed: IsNamed): Sheet {
  const read = printedTable(table, info);
  const id = (row: string, column: string, alone: boolean): string =>
    info.ids === "column.row" ? `${column}${alone ? "" : `.${row}`}` : `${row}.${column}`;
  return sheetOf(
    { ...info, exact: info.exact ?? [], id },
    info.transposed ? transposed(read) : read,
    isNamed,
  );
}

/** Reads a source's file as numbers. */
export function sourceOf(info: SourceInfo, table: Grid, isNamed: IsNamed): Sheet {
  const exact = info.stored === "exact" ? true : [];
  const id = (row: string, column: string): string => `${row}.${column}`;
  return sheetOf({ ...info, name: info.title, exact, id }, printedTable(table, info), isNamed);
}

/** Turns lines into columns; each cell keeps its line number. */
function transposed({ file, header, rows }: Grid): Grid {
  const names = rows.map(({ cells }) => String(cells[0]));
  return {
    file,
    header: [header[0]!, ...names],
    rows: header
      .slice(1)
      .map((name, at) => ({ line: 1, cells: [name, ...rows.map(({ cells }) => cells[at + 1] ?? "")] })),
  };
}

/** A cell's text, and how it was read: as numbers, as nothing, or null if it is not a number. */
interface Cell {
  line: number;
  column: number;
  printed: string;
  read: (PrintedPart | null)[] | null;
}

function sheetOf(shape: Shape, { file, header, rows }: Grid, isNamed: IsNamed): Sheet {
  const { key, name: exhibit } = shape;
  const [rowName = "row", ...columns] = header;
  const names = rows.map(({ cells }) => String(cells[0]));
  requireOnce(columns, (column) => text("error.hasColumnTwice", { file, column }));
  requireOnce(names, (row) => text("error.hasRowTwice", { file, row }));
  const cells = rows.map(({ cells: own, line }) =>
    columns.flatMap((_, column): Cell[] => {
      const printed = String(own[column + 1] ?? "");
      return printed === "" ? [] : [{ line, column, printed, read: readCell(printed, shape) }];
    }),
  );
  const filled = columns.map(() => 0);
  const numbers = columns.map(() => 0);
  for (const { column, read } of cells.flat()) {
    filled[column]!++;
    numbers[column] = Math.max(numbers[column]!, read?.length ?? 0);
  }
  requireNumbers(file, columns, cells.flat(), (at) =>
    numbers[at]! > 0 ? /\d/ : isNamed(key, columns[at]!) ? /./ : null,
  );
  const parts = partsOf(shape, columns, numbers);
  const divided = columns.flatMap((column) => [...new Set(parts.get(column)?.values() ?? [column])]);
  const isExact = exactness(shape, [...divided, rowName], names);
  const stepOf = steps(shape, divided);
  const groupAt = shape.group === undefined ? -1 : header.indexOf(shape.group);
  const list: PrintedNumber[] = [];
  const skipped: { id: string; printed: string }[] = [];
  rows.forEach(({ line, cells: own }, at) => {
    const row = names[at]!;
    const place = `${file} line ${line}`;
    const add = (column: string, id: string, read: PrintedPart, heading = false): void => {
      const { printed, value, stars, range } = read;
      const step = heading ? undefined : stepOf(column);
      const decimals = step === undefined ? read.decimals : -Math.log10(step);
      const exact = heading || (step === undefined && isExact(row, column));
      // prettier-ignore
      const cell: PrintedNumber = { id, key, exhibit, row, column, printed, value, decimals, stars, exact, heading, place };
      if (range !== undefined) cell.range = range;
      if (groupAt >= 0) cell.group = String(own[groupAt] ?? "");
      list.push(cell);
    };
    const heading = /\p{L}|[<>≤≥]/u.test(row) ? null : readPrinted(row);
    if (heading !== null) add(rowName, `${key}.${rowName}.${row}`, { printed: row, ...heading }, true);
    for (const { column, printed, read } of cells[at]!) {
      const name = columns[column]!;
      const idOf = (part: string): string => `${key}.${shape.id(row, part, filled[column] === 1)}`;
      if (numbers[column]! > 0 && !read?.some((part) => part !== null))
        skipped.push({ id: idOf(name), printed });
      read?.forEach((part, place) => {
        const own = parts.get(name)?.get(String(place + 1)) ?? name;
        if (part !== null) add(own, idOf(own), part);
      });
    }
  });
  return {
    ...{ key, name: exhibit, rowName, rows: names, columns: divided, cells: index(list), list },
    ...{ parts, skipped, warnings: droppedZeros(file, divided, list), reading: shape },
  };
}

/** Warns of columns where most numbers have equal decimal places and some fewer: 2.00 stored by a spreadsheet as 2. */
function droppedZeros(file: string, columns: readonly string[], list: readonly PrintedNumber[]): string[] {
  const byColumn = new Map(columns.map((column): [string, PrintedNumber[]] => [column, []]));
  for (const cell of list) if (!cell.heading && !cell.exact) byColumn.get(cell.column)?.push(cell);
  return [...byColumn].flatMap(([column, cells]) => {
    const counts = new Map<number, number>();
    for (const { decimals } of cells) counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    const [places, most] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
    // In a workbook 2.00 can become 2, while a page may really have counts among its coefficients.
    const least = file.includes(", ") ? 0 : 1;
    const fewer = cells.filter(({ decimals }) => decimals >= least && decimals < places);
    if (fewer.length === 0 || most < (2 / 3) * cells.length || cells.length < 4) return [];
    const ids = fewer.slice(0, 5).map(({ id, printed }) => `${id} "${printed}"`);
    const list = `${ids.join(", ")}${fewer.length > 5 ? " ..." : ""}`;
    return text("table.mixedDecimals", { file, column, places, list });
  });
}

/** Words in a column of words are fine unless a rule names it; digits misread in a column of numbers are an error. */
function requireNumbers(
  file: string,
  columns: readonly string[],
  all: readonly Cell[],
  slipOf: (column: number) => RegExp | null,
): void {
  const slips = columns.map((_, at) => slipOf(at));
  gathered(all, ({ line, column, printed, read }) => {
    if (read === null && slips[column]?.test(printed)) throw notNumber(file, line, columns[column]!, printed);
  });
}

/** "x" has the first of its cells' numbers, "x.2" the second; or the names from `parts` are used. */
function partsOf(
  { parts = {} }: TableInfo,
  columns: readonly string[],
  numbers: readonly number[],
): Map<string, Map<string, string>> {
  return new Map(
    columns.flatMap((column, at) => {
      if (numbers[at]! < 2) return [];
      const names = Array.isArray(parts) ? parts : (parts[column] ?? []);
      const own = Array.from({ length: numbers[at]! }, (_, place): [string, string][] => {
        const name = names[place] ?? String(place + 1);
        const full = place === 0 ? column : `${column}.${name}`;
        return [[String(place + 1), full], [name, full]]; // prettier-ignore
      });
      return [[column, new Map(own.flat())]];
    }),
  );
}

/**
 * Finds which cells are exact: all, whole columns, rows of a column ("n[1..10]", "n[total]"), or a row ("[total]").
 * @throws RangeError on a name that is not a column or row
 */
function exactness(
  { exact, key }: Shape,
  columns: readonly string[],
  rows: readonly string[],
): (row: string, column: string) => boolean {
  if (exact === true || rows.length === 0) return () => true;
  const places = new Map(rows.map((row, at) => [row, at]));
  const bare = (name: string): string =>
    plainName(name)
      .trim()
      .replace(/^"(.*)"$/, "$1");
  const parts = exact.map((entry) => {
    const [, name = entry, inside] = /^([^[]*)\[(.*)\]$/.exec(entry) ?? [];
    const ends =
      inside === undefined || inside === "*" ? [rows[0]!, rows.at(-1)!] : inside.split("..").map(bare);
    const [from, to] = [ends[0]!, ends.at(-1)!].map((row) => places.get(row));
    const column = bare(name);
    const named = column === "" ? inside !== undefined : columns.includes(column);
    if (!named || from === undefined || to === undefined || ends.length > 2)
      throw new RangeError(
        text("folder.exactNothing", { key, entry, columns: columns.join(", "), rows: rows.join(", ") }),
      );
    return { column, from: Math.min(from, to), to: Math.max(from, to) };
  });
  return (row, name) =>
    parts.some(
      ({ column, from, to }) =>
        (column === "" || column === name) && places.get(row)! >= from && places.get(row)! <= to,
    );
}

/** What a column's numbers are multiples of, if that is not a unit of their last place. */
function steps(
  { roundedTo, key }: Shape,
  columns: readonly string[],
): (column: string) => number | undefined {
  if (typeof roundedTo !== "object") return () => roundedTo;
  const unknown = Object.keys(roundedTo).find((column) => !columns.includes(column));
  if (unknown !== undefined)
    throw new RangeError(
      text("error.hasNoColumn", { name: `paper.json, ${key}`, column: unknown, known: columns.join(", ") }),
    );
  return (column) => roundedTo[column];
}

export function notNumber(file: string, line: number, column: string, printed: string): TypeError {
  const short = printed.length > 200 ? `${printed.slice(0, 200)} ...` : printed;
  return new TypeError(text("error.cellNotNumber", { file, line, column, printed: short }));
}

/** By row, then column. */
export function index(list: readonly PrintedNumber[]): Map<string, Map<string, PrintedNumber>> {
  const rows = new Map<string, Map<string, PrintedNumber>>();
  for (const cell of list) {
    const row = rows.get(cell.row) ?? new Map<string, PrintedNumber>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  return rows;
}

function requireOnce(names: readonly string[], say: (name: string) => string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(say(name));
    seen.add(name);
  }
}
