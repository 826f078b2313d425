import { formatNumber, neededDecimals } from "./format-number.js";
import { label } from "../base/text.js";
import { pText } from "../helper/statistics/distributions.js";
import type { Columns } from "../figures/columns.js";
import { noColumn } from "../helper/table/numbers.js";
import type { TableCell, HeadCell, Table } from "./table-model.js";

/** How a table is to look; everything may be left out. */
export interface TableOptions {
  /** Heading above the table, such as the exhibit and its contents. */
  caption?: string;
  /** One note or several, set below the table. */
  note?: string | readonly string[];
  /** Decimal places: one number for all columns, or a number for each column by name. Default: as many as the values need, four at most. */
  decimals?: number | Readonly<Record<string, number>>;
  /** The columns to show, in this order. Default: all. */
  columns?: readonly string[];
  /** Headings to use in place of the columns' names. */
  headings?: Readonly<Record<string, string>>;
  /** The number of rows to show; the rest are only counted. Default: 60. */
  maxRows?: number;
  /** "lower" leaves the cells above a matrix's diagonal empty. Default: "all". */
  triangle?: "all" | "lower";
}

/** Sets columns as a table: decides decimals, headings and what is left out. */
export function buildTable(columns: Columns, options: TableOptions = {}): Table {
  const chosen = chooseColumns(columns, options.columns);
  const body = chosen.values.map((values, at) =>
    isP(chosen.names[at]!) && typeof options.decimals !== "object"
      ? values.map(pCell)
      : columnCells(values, decimalsFor(chosen, at, options)),
  );
  if (options.triangle === "lower") blankUpper(body);
  const count = body[0]?.length ?? 0;
  const shown = Math.min(count, options.maxRows ?? 60);
  return {
    ...frameOf(options),
    head: [
      headOf(chosen, (at) => (body[at]!.some(({ kind }) => kind === "text") ? "text" : "number"), options),
    ],
    rows: Array.from({ length: shown }, (_, row) => body.map((cells) => cells[row]!)),
    hidden: count - shown,
  };
}

/** Caption and notes of a table. */
export function frameOf(options: TableOptions): Pick<Table, "caption" | "notes"> {
  const notes = options.note === undefined ? [] : [options.note].flat();
  return options.caption === undefined ? { notes } : { caption: options.caption, notes };
}

/** Only the columns asked for, in the order asked for. */
export function chooseColumns(columns: Columns, wanted?: readonly string[]): Columns {
  if (!wanted) return columns;
  const at = wanted.map((name) => {
    const found = columns.names.indexOf(name);
    if (found < 0) throw noColumn("show", name, columns.names);
    return found;
  });
  return { ...columns, names: [...wanted], values: at.map((index) => columns.values[index]!) };
}

/** The decimals of column `at`; undefined where each cell decides for itself. */
export function decimalsFor(columns: Columns, at: number, options: TableOptions): number | undefined {
  const { decimals } = options;
  const numbers = columns.values[at]!.flat().filter(
    (value) => typeof value === "number" && Number.isFinite(value),
  );
  const asked = typeof decimals === "number" ? decimals : decimals?.[columns.names[at]!];
  if (asked !== undefined && !(typeof decimals === "number" && isCount(numbers as number[]))) return asked;
  return columns.mixed ? undefined : neededDecimals(numbers as number[]);
}

/** Years, ranks and counts stay whole where one number of decimals is asked for a whole table. */
function isCount(values: readonly number[]): boolean {
  return values.every((value) => Number.isInteger(value)) && values.some((value) => Math.abs(value) > 1);
}

/** One value as a cell. */
export function makeCell(value: unknown, decimals?: number): TableCell {
  if (value === null || value === undefined || Number.isNaN(value)) return { text: "–", kind: "missing" };
  if (typeof value === "number")
    return { text: formatNumber(value, decimals ?? neededDecimals([value])), kind: "number" };
  if (Array.isArray(value) && value.every((entry) => typeof entry === "number"))
    return {
      text: `[${value.map((entry) => formatNumber(entry, decimals ?? 4)).join("; ")}]`,
      kind: "number",
    };
  if (typeof value === "object") return { text: JSON.stringify(value), kind: "text" };
  return { text: String(value), kind: "text" };
}

/** A column of p-values, which have one format everywhere. */
const isP = (name: string): boolean => /^p$|pValue$/i.test(name);
const pCell = (value: unknown): TableCell =>
  typeof value === "number" && !Number.isNaN(value)
    ? { text: pText(value), kind: "number" }
    : makeCell(value);

function columnCells(values: readonly unknown[], decimals: number | undefined): TableCell[] {
  return values.map((value) => makeCell(value, decimals));
}

/** The columns' names as one types them, with what they mean where the present language has other words. */
export function headOf(
  { names, named = false }: Pick<Columns, "names" | "named">,
  kindOf: (at: number) => HeadCell["kind"],
  { headings }: TableOptions,
  span = 1,
): HeadCell[] {
  const bare = (words: string): string => words.replaceAll(/[^\p{L}\d]/gu, "").toLowerCase();
  return names.map((name, at) => {
    const said = headings?.[name] ?? label(name);
    const cell = { text: said, span, kind: kindOf(at) };
    if (!named || headings?.[name] !== undefined || /\s/.test(name)) return cell;
    return bare(said) === bare(name) ? { ...cell, text: name, isName: true } : { ...cell, name };
  });
}

/** A named matrix has its names in the first column: the diagonal's cell of row r stands in column r + 1. */
function blankUpper(body: TableCell[][]): void {
  body.forEach((cells, at) => {
    for (let row = 0; row < at - 1; row++) cells[row] = { text: "", kind: "number" };
  });
}
