/** Infers the columns of a file from all their cells: numbers in either notation, dates, booleans, text. */
import { requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import type { Grid, GridCell } from "../../base/grid.js";
import { numberUnder, type Mark } from "../../base/number-under.js";
import { readDate, type DateOrder } from "./read-date.js";
import { isMissing, isMissingText } from "../../base/words.js";

export type ColumnType = "number" | "integer" | "string" | "boolean" | "date";

/** Options that resolve what the file leaves ambiguous; all are optional. */
export interface InferOptions {
  /** The decimal mark of every number in the file. */
  decimalMark?: Mark;
  /** Texts that mean a missing value, in addition to the usual ones. */
  missing?: readonly (string | number)[];
  /** A column's type: { code: "string" }. */
  types?: Readonly<Record<string, ColumnType>>;
  /** How dates such as 03/04/2024 are written. */
  dateOrder?: DateOrder;
}

interface Cell {
  line: number;
  raw: GridCell;
  /** The number read with a decimal point, and with a decimal comma. */
  point: number | null;
  comma: number | null;
}
interface Column {
  name: string;
  cells: (Cell | undefined)[];
  /** The cells that are not missing. */
  given: Cell[];
  type: ColumnType;
}

/** A code rather than a quantity: a leading zero, or more digits than a float64 holds. */
const isCode = ({ raw }: Cell): boolean => typeof raw === "string" && /^(0\d|\d{16})/.test(raw);
const isPercent = ({ raw }: Cell): boolean => String(raw).endsWith("%");
const isTruth = ({ raw }: Cell): boolean => /^(true|false)$/i.test(String(raw));
const isNumber = ({ point, comma }: Cell): boolean => point !== null || comma !== null;
/** Ambiguous: the two decimal marks give different numbers, as in "1,234". */
const isOpen = ({ point, comma }: Cell): boolean => point !== null && comma !== null && point !== comma;

/**
 * @returns columns, each with its name (numbers as float64, dates as ISO texts, missing values as NaN), and a phrase for each
 *   property inferred
 * @throws Error naming file, line and column when a cell does not fit the others in its column, or when a number or
 *   date can be read in two ways; then the message shows both and the option that decides
 */
export function inferColumns(caller: string, grid: Grid, options: InferOptions = {}) {
  const { header, renamed, rows, below } = bodyOf(grid);
  requireThat(rows.length > 0, caller, "read.error.rows", 0, { file: grid.file });
  const { types = {}, decimalMark } = options;
  const unknown = Object.keys(types).find((name) => !header.includes(name));
  if (unknown !== undefined)
    throw new RangeError(text("read.error.type", { caller, name: unknown, has: header.join(", ") }));
  const columns = header.map((name, at) => {
    const cells = rows.map((row) => ({ line: row.line, raw: row.cells[at] ?? "" }));
    return columnOf(name, types[name], cells, options);
  });
  const marks = marksIn(columns, decimalMark);
  const values = columns.map((column) => [column.name, valuesOf(column, grid, marks, options)] as const);
  const gaps = values.map(([name, all]) => [name, all.filter(Number.isNaN).length] as const);
  const list = (is: (column: Column) => boolean): string => columns.filter(is).map(({ name }) => name).join(", "); // prettier-ignore
  const percent = list(({ given }) => given.some(isPercent));
  const dates = list(({ type }) => type === "date");
  const codes = list(({ type, given }) => type === "string" && given.some(isCode));
  const { separator, encoding = "utf-8", sheet, sheets = 1, above = 0 } = grid.found ?? {};
  const separated = separator !== undefined && grid.header.length > 1;
  const found = [
    separated && text(`read.separator.${separators[separator] ?? "else"}`, { separator }),
    encoding !== "utf-8" && encoding,
    sheets > 1 && text("read.found.sheet", { sheet, count: sheets }),
    marks.size === 1 && text(`read.decimal.${marks.has(",") ? "comma" : "point"}`),
    percent && text("read.found.percent", { columns: percent }),
    dates && text("read.found.dates", { columns: dates }),
    codes && text("read.found.codes", { columns: codes }),
    renamed.length > 0 && text("read.found.renamed", { columns: renamed.join(", ") }),
    above > 0 && text("read.found.above", { count: above }),
    below > 0 && text("read.found.below", { count: below }),
    ...gaps.map(([column, count]) => count > 0 && text("read.found.missing", { count, column })),
  ];
  return { columns: values, found: found.filter((one) => one !== false && one !== "") };
}

const separators: Record<string, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  " ": "blanks",
};

/** Fills in and disambiguates column names as pandas does; drops a note that stands alone below the table. */
function bodyOf({ header, rows }: Grid) {
  const names = header.map((given, at) => given || `Unnamed: ${at}`);
  const isNamed = (at: number): number => Number(header[at] !== "");
  const seen = new Set<string>();
  for (const at of [...header.keys()].sort((a, b) => isNamed(b) - isNamed(a))) {
    const name = names[at]!;
    for (let count = 1; seen.has(names[at]!); count++)
      if (!names.includes(`${name}.${count}`)) names[at] = `${name}.${count}`;
    seen.add(names[at]!);
  }
  const renamed = names.filter((name, at) => name !== header[at]);
  let end = rows.length;
  const isNote = ({ cells: [first, ...others] }: Grid["rows"][number]): boolean =>
    others.length === 0 && typeof first === "string" && numberUnder(first, ".") === null;
  while (header.length > 1 && end > 0 && isNote(rows[end - 1]!)) end -= 1;
  return { header: names, renamed, rows: rows.slice(0, end), below: rows.length - end };
}

function columnOf(
  name: string,
  asked: ColumnType | undefined,
  all: { line: number; raw: GridCell }[],
  options: InferOptions,
): Column {
  const extra = new Set(options.missing?.map(String));
  const cellsBut = (absent: (raw: string) => boolean): Pick<Column, "cells" | "given"> => {
    const cells = all.map(({ line, raw }) => {
      if (absent(String(raw)) || extra.has(String(raw))) return undefined;
      if (typeof raw === "number") return { line, raw, point: raw, comma: raw };
      return { line, raw, point: numberUnder(raw, "."), comma: numberUnder(raw, ",") };
    });
    return { cells, given: cells.filter((cell) => cell !== undefined) };
  };
  const found = cellsBut(isMissing);
  const type = asked ?? typeOf(found.given);
  return { name, type, ...(type === "string" ? cellsBut(isMissingText) : found) };
}

/** The type of most cells; text when fewer than half are numbers or dates. */
function typeOf(given: readonly Cell[]): ColumnType {
  const share = (is: (cell: Cell) => boolean): number => given.filter(is).length / given.length;
  if (given.length === 0) return "number";
  if (share(isTruth) === 1) return "boolean";
  const dates = share(({ raw }) => readDate(raw) !== null);
  if (given.some(isCode)) return dates === 1 ? "date" : "string";
  if (dates > 0.5) return "date";
  return share(isNumber) >= 0.5 ? "number" : "string";
}

/** The file's decimal marks, judged by its unambiguous numbers. */
function marksIn(columns: readonly Column[], asked: Mark | undefined): Set<Mark> {
  if (asked !== undefined) return new Set([asked]);
  const numeric = columns.filter(({ type }) => type === "number" || type === "integer");
  const certain = numeric.flatMap(({ given }) => given).filter(({ point, comma }) => (point === null) !== (comma === null)); // prettier-ignore
  return new Set(certain.map(({ point }) => (point === null ? "," : ".")));
}

function valuesOf(column: Column, grid: Grid, marks: ReadonlySet<Mark>, options: InferOptions): unknown[] {
  const { name, type, cells } = column;
  const where = { file: grid.file, column: name };
  const all = (of: (cell: Cell) => unknown): unknown[] =>
    cells.map((cell) => (cell === undefined ? NaN : of(cell)));
  const odd = ({ line, raw }: Cell): never => {
    const kind = text(`read.kind.${type}`);
    throw new Error(text("read.error.cell", { ...where, line, cell: JSON.stringify(raw), kind }));
  };
  if (type === "string") return all(({ raw }) => String(raw));
  if (type === "boolean")
    return all((cell) => (isTruth(cell) ? String(cell.raw).toLowerCase() === "true" : odd(cell)));
  if (type === "date") return datesOf(column, grid, options.dateOrder, odd);
  const mark = options.decimalMark ?? markOf(column, grid, marks);
  return all((cell) => {
    const value = mark === undefined ? (cell.point ?? cell.comma) : mark === "." ? cell.point : cell.comma;
    if (value === null || !Number.isFinite(value) || isMixed(cell, column)) return odd(cell);
    return type === "integer" && !Number.isInteger(value) ? odd(cell) : value;
  });
}

/** A number without a percent sign in a column of percentages. */
const isMixed = (cell: Cell, { given }: Column): boolean => !isPercent(cell) && isPercent(given[0]!);

/** A column's decimal mark, from its own numbers, then from the file's; undefined where every number is unambiguous. */
function markOf({ name, given }: Column, { file, found }: Grid, marks: ReadonlySet<Mark>): Mark | undefined {
  const numbers = given.filter(isNumber);
  const point = numbers.some((cell) => cell.comma === null);
  const comma = numbers.some((cell) => cell.point === null);
  const open = numbers.find(isOpen);
  if (point !== comma) return point ? "." : ",";
  if (open === undefined) return undefined;
  if (!point && marks.size === 1) return [...marks][0];
  // "1.234" has a decimal point unless semicolons separate the columns, as in countries that use the decimal comma.
  if (!point && marks.size === 0 && String(open.raw).includes(".") && found?.separator !== ";") return ".";
  const { line, raw: cell, point: withPoint, comma: withComma } = open;
  throw new Error(text("read.error.mark", { file, line, column: name, cell, point: withPoint, comma: withComma })); // prettier-ignore
}

/** Dates as ISO texts; whether day or month comes first is inferred from numbers above 12. */
function datesOf(
  { name, cells, given }: Column,
  { file }: Grid,
  asked: DateOrder | undefined,
  odd: (cell: Cell) => never,
): unknown[] {
  const dayFirst = given.some(({ raw }) => readDate(raw, "mdy") === null);
  const monthFirst = given.some(({ raw }) => readDate(raw, "dmy") === null);
  const open = given.find(({ raw }) => readDate(raw, "mdy") !== readDate(raw, "dmy"));
  if (asked === undefined && open !== undefined && dayFirst === monthFirst) {
    const { line, raw: cell } = open;
    const either = { dmy: readDate(cell, "dmy"), mdy: readDate(cell, "mdy") };
    throw new Error(text("read.error.date", { file, line, column: name, cell, ...either }));
  }
  const order = asked ?? (monthFirst ? "mdy" : "dmy");
  return cells.map((cell) => (cell === undefined ? NaN : (readDate(cell.raw, order) ?? odd(cell))));
}
