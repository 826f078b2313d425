import { loadOfficial, loadOfficialRanks, loadWef } from "../official.js";
import { printedCells, type PrintedCell } from "../paper.js";
import { toRecords } from "../table.js";
import { around, printedInterval, type Interval } from "./interval.js";

/** One row of a published file: a number, NaN where it was not found, or text. */
export type PublishedRow = Record<string, number | string>;

/** All that claims are judged by: the cells as printed, and the published figures. */
export interface Evidence {
  cells: readonly PrintedCell[];
  /** Kazakhstan's index values by edition: year, EGDI, OSI, TII, HCI, EPI. */
  indices: readonly PublishedRow[];
  /** Kazakhstan's ranks by edition: year, states, EGDI, EPI, EPIdense, OSI, TII, HCI. */
  ranks: readonly PublishedRow[];
  /** Ranks by the World Economic Forum: year, indexName, edition, economies, rank, readiness, ... */
  wef: readonly PublishedRow[];
  /** Index values of other countries, as `indices`, by the names that the text's claims use. */
  countries: Readonly<Record<string, readonly PublishedRow[]>>;
}

const COMPARED = ["China", "Germany", "Australia", "Republic of Korea", "Denmark", "Estonia"];

/** The evidence in the project's own files. */
export function loadEvidence(): Evidence {
  const rows = (frame: Parameters<typeof toRecords>[0]) => toRecords(frame) as PublishedRow[];
  return {
    cells: printedCells(),
    indices: rows(loadOfficial()),
    ranks: rows(loadOfficialRanks()),
    wef: rows(loadWef()),
    countries: Object.fromEntries(COMPARED.map((country) => [country, rows(loadOfficial(country))])),
  };
}

/** The cells of one column of a printed table, in time order. */
export function column(evidence: Evidence, exhibit: string, name: string): PrintedCell[] {
  return evidence.cells
    .filter((cell) => cell.exhibit === exhibit && cell.column === name)
    .sort((a, b) => Number(a.row) - Number(b.row));
}

/** @throws RangeError when the paper's data have no such cell */
export function cell(evidence: Evidence, exhibit: string, row: string, name: string): PrintedCell {
  const found = findCell(evidence, exhibit, row, name);
  if (found === undefined)
    throw new RangeError(`judgeClaims found no input ${exhibit}, row "${row}", column "${name}"`);
  return found;
}

export function findCell(
  evidence: Evidence,
  exhibit: string,
  row: string,
  name: string,
): PrintedCell | undefined {
  return evidence.cells.find(
    (entry) => entry.exhibit === exhibit && entry.row === row && entry.column === name,
  );
}

/** Editions of a printed table, in time order. */
export function editions(evidence: Evidence, exhibit: string): number[] {
  const rows = evidence.cells.filter((entry) => entry.exhibit === exhibit).map((entry) => Number(entry.row));
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The intervals of a printed column, in time order. */
export function intervals(evidence: Evidence, exhibit: string, name: string): Interval[] {
  return column(evidence, exhibit, name).map(printedInterval);
}

/** A published figure, or null where it was not found. */
export function published(rows: readonly PublishedRow[], year: number, name: string): number | null {
  const value = rows.find((row) => row["year"] === year)?.[name];
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}

/** A published column over the editions given, or null when one of them is missing. */
export function publishedSeries(
  rows: readonly PublishedRow[],
  years: readonly number[],
  name: string,
): number[] | null {
  const values = years.map((year) => published(rows, year, name));
  return values.every((value) => value !== null) ? values : null;
}

/** Half a unit of the last decimal that the published index values have. */
export const STORED_HALF = 0.5e-5;

/** All values that a published index value stands for: it is stored with five decimals. */
export function stored(value: number): Interval {
  return around(value, STORED_HALF);
}
