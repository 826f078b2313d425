import {
  chooseColumns,
  decimalsFor,
  headOf,
  headText,
  makeCell,
  tableRows,
  tableOf,
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
  const names = (options.columns ?? first.names).filter((name) => name !== key);
  const { values, ...left } = chooseColumns(first, [key, ...names]);
  const [keys = [], ...own] = values;
  const otherKeys = keyColumn(second, key);
  const places = keys.map((value) => otherKeys.indexOf(value));
  const pairs = names.flatMap((name, at) => {
    const other = second.values[second.names.indexOf(name)] ?? [];
    const decimals = decimalsFor({ names: [name], values: [[...own[at]!, ...other]] }, 0, options);
    const pair = own[at]!.map((value, row) => marked(makeCell(value, decimals), makeCell(other[places[row]!], decimals))); // prettier-ignore
    return [pair.map(([one]) => one), pair.map(([, two]) => two)];
  });
  const keyDecimals = decimalsFor({ names: [key], values: [keys], mixed: left.mixed ?? false }, 0, {});
  const rows = tableRows([keys.map((value) => makeCell(value, keyDecimals)), ...pairs], options, 2);
  const corner: HeadCell = { text: "", span: 1, kind: "text" };
  const two = (options.names ?? ["printed", "recomputed"]).map(headText);
  const halves = names.flatMap(() => two.map((text): HeadCell => ({ text, span: 1, kind: "number" })));
  const above = headOf({ ...left, names }, () => "number", options, 2);
  const below = headOf({ ...left, names: [key] }, () => rows[0]?.[0]?.kind ?? "text", options);
  return tableOf([[corner, ...above], [...below, ...halves]], rows, options); // prettier-ignore
}

function keyColumn(columns: Columns, key: string): unknown[] {
  // A DataFrame's unnamed index identifies its rows if there is no key column.
  const at = columns.names.includes(key) ? columns.names.indexOf(key) : columns.names.indexOf("");
  if (at >= 0) return columns.values[at]!;
  const [asked, ...names] = [key, ...columns.names].map((name) => JSON.stringify(name));
  throw new RangeError(text("error.showBothTablesHaveColumn", { key: asked, names: names.join(", ") }));
}

/** Two cells with their differing digits marked. */
function marked(first: TableCell, second: TableCell): [TableCell, TableCell] {
  if (first.kind === "missing" || second.kind === "missing" || first.text === second.text)
    return [first, second];
  return [
    { ...first, marks: differingDigits(first.text, second.text) },
    { ...second, marks: differingDigits(second.text, first.text) },
  ];
}
