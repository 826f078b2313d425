import { formatNumber, neededDecimals } from "./format-number.js";
import { getLanguage, withDecimalMark } from "../base/language.js";
import { label } from "../base/text.js";
import { pText } from "../helper/statistics/distributions.js";
import type { Columns } from "../figures/columns.js";
import { noColumn } from "../helper/table/numbers.js";
import type { TableCell, HeadCell, Table } from "./table-model.js";

/** Options for a table's appearance; all are optional. */
export interface TableOptions {
  /** Heading above the table, or its parts: `["Table 3", country]`. */
  caption?: string | readonly string[];
  /** One note or several below the table, each a sentence or its parts. */
  note?: string | readonly (string | readonly string[])[];
  /**
   * Decimal places: one number for all columns, or one per column by name. Default: as many as the values need, at most
   * four.
   */
  decimals?: number | Readonly<Record<string, number>>;
  /** The columns to show, in this order. Default: all. */
  columns?: readonly string[];
  /** Headings that replace column names. */
  headings?: Readonly<Record<string, string>>;
  /** How many rows to show; the rest are only counted. Default: 60. */
  maxRows?: number;
  /** "lower" leaves the cells above a matrix's diagonal empty. Default: "all". */
  triangle?: "all" | "lower";
}

/** Formats columns as a table: decides decimal places, headings and omitted rows. */
export function buildTable(columns: Columns, options: TableOptions = {}): Table {
  const chosen = chooseColumns(columns, options.columns);
  const body = chosen.values.map((values, at) => {
    if (isP(chosen.names[at]!) && typeof options.decimals !== "object") return values.map(pCell);
    const decimals = decimalsFor(chosen, at, options);
    return values.map((value) => makeCell(value, decimals));
  });
  const rows = tableRows(body, options);
  const kindOf = (at: number) => (rows.some((row) => row[at]!.kind === "text") ? "text" : "number");
  return tableOf([headOf(chosen, kindOf, options)], rows, options);
}

/**
 * Columns of cells as rows, above the diagonal empty for a lower triangle. A named matrix has its names in the first
 * column, and each of its own columns takes `span` here.
 */
export function tableRows(columns: TableCell[][], { triangle }: TableOptions, span = 1): TableCell[][] {
  const isEmpty = (row: number, at: number): boolean =>
    triangle === "lower" && row < Math.floor((at - 1) / span);
  return (columns[0] ?? []).map((_, row) =>
    columns.map((cells, at) => (isEmpty(row, at) ? { text: "", kind: "number" } : cells[row]!)),
  );
}

/** A table with caption and notes; the rows beyond `maxRows` are only counted. */
export function tableOf(
  head: HeadCell[][],
  rows: TableCell[][],
  { caption, note = [], maxRows = 60 }: TableOptions,
): Table {
  return {
    ...(caption !== undefined && { caption: said(caption) }),
    notes: (typeof note === "string" ? [note] : note).map(said),
    head,
    rows: rows.slice(0, maxRows),
    hidden: Math.max(0, rows.length - maxRows),
  };
}

/** A caption, note or heading in the current language. */
const said = (words: string | readonly string[]): string => withDecimalMark(label(words));

/** A column's heading; Cyrillic ones begin with a capital, while r, df and column names stay unchanged. */
export const headText = (name: string): string =>
  said(name).replace(/^\p{Script=Cyrillic}/u, (letter) => letter.toUpperCase());

/** Only the requested columns, in the requested order. */
export function chooseColumns(columns: Columns, wanted?: readonly string[]): Columns {
  if (!wanted) return columns;
  const at = wanted.map((name) => {
    const found = columns.names.indexOf(name);
    if (found < 0) throw noColumn("show", name, columns.names);
    return found;
  });
  return { ...columns, names: [...wanted], values: at.map((index) => columns.values[index]!) };
}

/** The decimal places of column `at`; undefined if each cell decides for itself. */
export function decimalsFor(columns: Columns, at: number, options: TableOptions): number | undefined {
  const { decimals } = options;
  const numbers = columns.values[at]!.flat().filter(Number.isFinite) as number[];
  if (typeof decimals === "number" && !isCount(numbers)) return decimals;
  const asked = typeof decimals === "object" ? decimals[columns.names[at]!] : undefined;
  return asked ?? (columns.mixed ? undefined : neededDecimals(numbers));
}

/** Years, ranks and counts stay whole when one number of decimal places is requested for the whole table. */
function isCount(values: readonly number[]): boolean {
  return values.every((value) => Number.isInteger(value)) && values.some((value) => Math.abs(value) > 1);
}

/** One value as a cell. */
export function makeCell(value: unknown, decimals?: number): TableCell {
  if (value === null || value === undefined || Number.isNaN(value)) return { text: "–", kind: "missing" };
  if (typeof value === "number") return numberCell(formatNumber(value, decimals ?? neededDecimals([value])));
  if (Array.isArray(value) && value.every((entry) => typeof entry === "number"))
    return numberCell(`[${value.map((entry) => formatNumber(entry, decimals ?? 4)).join("; ")}]`);
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object"))
    return { text: value.map((entry) => makeCell(entry, decimals).text).join(", "), kind: "text" };
  if (typeof value === "object") return { text: JSON.stringify(value), kind: "text" };
  // Words in a table are the user's own in English, and looked up in other languages.
  return { text: getLanguage() === "en" ? String(value) : label(String(value)), kind: "text" };
}

/** An already formatted number, in the current language. */
export const numberCell = (text: string): TableCell => ({ text: withDecimalMark(text), kind: "number" });

/** A column of p-values, which share one format. */
const isP = (name: string): boolean => /^p$|pValue$/i.test(name);
const pCell = (value: unknown): TableCell =>
  typeof value === "number" && !Number.isNaN(value) ? numberCell(pText(value)) : makeCell(value);

/** The column names as typed in code, with their meaning if the current language has other words. */
export function headOf(
  { names, named = false }: Pick<Columns, "names" | "named">,
  kindOf: (at: number) => HeadCell["kind"],
  { headings }: TableOptions,
  span = 1,
): HeadCell[] {
  const bare = (words: string): string => words.replaceAll(/[^\p{L}\d]/gu, "").toLowerCase();
  return names.map((name, at) => {
    const said = headText(headings?.[name] ?? name);
    const cell = { text: said, span, kind: kindOf(at) };
    if (!named || headings?.[name] !== undefined) return cell;
    if (bare(said) === bare(name)) return { ...cell, text: name, ...(!/\s/.test(name) && { isName: true }) };
    return /\s/.test(name) ? cell : { ...cell, name };
  });
}
