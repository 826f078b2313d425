import type { Grid, GridCell } from "../base/grid.js";
import { numberUnder } from "../base/number-under.js";
import { text } from "../base/text.js";
import { isMissing } from "../base/words.js";
import { findColumn, FORMS, type CellForm, type FileColumn } from "./index-columns.js";
import type { MissingEdition } from "./missing-editions.js";

/**
 * Reads named columns of an index file, row by row: numbers as float64, missing ones as NaN.
 *
 * @param least the fewest rows below the header
 * @throws an error that names the file, the line and the column
 */
export function recordsOf<Name extends FileColumn>(
  caller: string,
  grid: Grid,
  names: readonly Name[],
  least = 1,
): Record<Name, number>[] {
  const places = names.map((name) => ({ name, at: findColumn(caller, grid, name) }));
  const { file, rows } = grid;
  const key = least === 1 ? "error.atLeast1RowBelow" : "error.atLeastRowsBelowHeader";
  if (rows.length < least) throw new RangeError(text(key, { caller, least, got: rows.length, file }));
  return rows.map(({ line, cells }) => {
    const values = places.map(({ name, at }) => {
      const value = at < 0 ? NaN : valueOf(cells[at] ?? "", FORMS[name]);
      if (typeof value === "string") throw misread(file, line, name, value);
      return [name, value] as const;
    });
    return Object.fromEntries(values) as Record<Name, number>;
  });
}

const misread = (file: string, line: number, column: string, what: string): Error =>
  new Error(text("error.lineColumn", { file, line, column, what }));

/** A cell's number, or what is wrong with it. */
function valueOf(cell: GridCell, { isWhole, minimum = -Infinity, maximum = Infinity, missing }: CellForm) {
  if (typeof cell === "string" && missing === true && isMissing(cell)) return NaN;
  if (cell === "") return text("error.valueMissing");
  const value = typeof cell === "number" ? cell : parseNumber(cell);
  if (value === null) return text("error.notNumber", { cell: JSON.stringify(cell) });
  if (isWhole === true && !Number.isInteger(value)) return text("error.notWholeNumber", { value });
  const key = maximum === Infinity ? "error.notAtLeast" : "error.notBetween";
  return value >= minimum && value <= maximum ? value : text(key, { value, minimum, maximum });
}

/**
 * Parses a cell's text as a number, or returns null. Comma and dot are both decimal marks, never thousands separators
 * ("1,234" is 1.234): these files contain indices, ranks and years.
 *
 * @example parseNumber("0,4876") // 0.4876
 */
export function parseNumber(text: string): number | null {
  const found = [numberUnder(text, "."), numberUnder(text, ",")].filter(Number.isFinite) as number[];
  return found.sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null;
}

/**
 * Reads one country's editions, and lists those without an index: an EGDI of 0, empty or a dash means that the state was
 * not assessed or had no web presence, not that its index is zero.
 *
 * @throws also on an edition that the rows have twice
 */
export function editionsIn<Name extends FileColumn>(
  caller: string,
  grid: Grid,
  names: readonly Name[],
  least = 0,
): { records: Record<Name, number>[]; missing: MissingEdition[] } {
  const { file, rows } = grid;
  const found = recordsOf(caller, grid, ["year", "EGDI"], 0);
  const years = found.map(({ year }) => year);
  const missing = found.flatMap(({ year, EGDI }, at) => {
    const { line } = rows[at]!;
    const first = years.indexOf(year);
    const twice = { value: year, line: rows[first]!.line };
    if (first < at) throw misread(file, line, "year", text("error.standsAlready", twice));
    const key = Number.isNaN(EGDI) ? "missing.noIndex" : "missing.zeroIndex";
    return EGDI > 0 ? [] : { year, reason: text(key, { file, line }) };
  });
  const assessed = rows.filter((_, at) => found[at]!.EGDI > 0);
  return { records: recordsOf(caller, { ...grid, rows: assessed }, names, least), missing };
}
