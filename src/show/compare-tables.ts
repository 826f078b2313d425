import {
  chooseColumns,
  decimalsFor,
  frameOf,
  headOf,
  headText,
  makeCell,
  type TableOptions,
} from "./build-table.js";
import { differingDigits } from "./format-number.js";
import type { Columns } from "../figures/columns.js";
import type { TableCell, HeadCell, Table } from "./table-model.js";
import { text } from "../base/text.js";

/** Options for the headings of a side-by-side table's halves, and for its key column. */
export interface SideBySideOptions extends TableOptions {
  /** Headings of the two halves. Default: "printed" and "recomputed" in the current language. */
  names?: readonly [string, string];
  /** The column whose values identify the rows. Default: the first. */
  key?: string;
}

/**
 * Combines two tables: under each column name, the first table's value and the second's, with differing digits marked
 * in both. Rows are matched by the key column and columns by name; values that one table lacks are dashes.
 */
export function compareTables(first: Columns, second: Columns, options: SideBySideOptions = {}): Table {
  const key = options.key ?? first.names[0]!;
  const wanted = options.columns ?? first.names.filter((name) => name !== key);
  const left = chooseColumns(first, [key, ...wanted.filter((name) => name !== key)]);
  const found = left.values[0]!.map((value) => keyColumn(second, key).indexOf(value));
  const rows = left.values[0]!.map((value, row) => [
    makeCell(value, decimalsFor(left, 0, {})),
    ...left.names
      .slice(1)
      .flatMap((name, at) => pairOf(left, second, name, at + 1, row, found[row]!, options)),
  ]);
  if (options.triangle === "lower") rows.forEach(blankAfterDiagonal);
  const shown = rows.slice(0, options.maxRows ?? 60);
  const kind = rows[0]?.[0]?.kind ?? "text";
  const corner: HeadCell = { text: "", span: 1, kind: "text" };
  const two = (options.names ?? ["printed", "recomputed"]).map(headText);
  const halves = left.names
    .slice(1)
    .flatMap(() => two.map((text): HeadCell => ({ text, span: 1, kind: "number" })));
  const above = headOf({ ...left, names: left.names.slice(1) }, () => "number", options, 2);
  const keys = headOf({ ...left, names: [key] }, () => kind, options);
  return {
    ...frameOf(options),
    head: [
      [corner, ...above],
      [...keys, ...halves],
    ],
    rows: shown,
    hidden: rows.length - shown.length,
  };
}

function keyColumn(columns: Columns, key: string): unknown[] {
  // A DataFrame's unnamed index identifies its rows if there is no key column.
  const at = columns.names.includes(key) ? columns.names.indexOf(key) : columns.names.indexOf("");
  if (at < 0)
    throw new RangeError(
      text("error.showBothTablesHaveColumn", {
        key: JSON.stringify(key),
        names: columns.names.map((name) => JSON.stringify(name)).join(", "),
      }),
    );
  return columns.values[at]!;
}

function pairOf(
  left: Columns,
  right: Columns,
  name: string,
  at: number,
  row: number,
  rightRow: number,
  options: TableOptions,
): TableCell[] {
  const other = right.values[right.names.indexOf(name)] ?? [];
  const both = {
    names: left.names,
    values: left.values.map((values, i) => (i === at ? [...values, ...other] : values)),
  };
  const decimals = decimalsFor(both, at, options);
  const first = makeCell(left.values[at]![row], decimals);
  const second = makeCell(other[rightRow], decimals);
  if (first.kind === "missing" || second.kind === "missing" || first.text === second.text)
    return [first, second];
  return [
    { ...first, marks: differingDigits(first.text, second.text) },
    { ...second, marks: differingDigits(second.text, first.text) },
  ];
}

function blankAfterDiagonal(row: TableCell[], at: number): void {
  for (let cell = 1 + 2 * (at + 1); cell < row.length; cell++) row[cell] = { text: "", kind: "number" };
}
