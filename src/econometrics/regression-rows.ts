import {
  namedColumns,
  rowsOf,
  type Missing,
  type NumberColumns,
  type Numbers,
} from "../helper/table/numbers.js";
import { text } from "../base/text.js";

/** Which of the columns given are a regression's, and what becomes of rows in which a value is missing. */
export interface RegressionColumns extends Missing {
  /** The columns to take, in this order. Default: all. */
  columns?: readonly string[];
}

/** The target and the columns of a regression as plain numbers, row for row. */
export function regressionRows(
  caller: string,
  y: Numbers,
  columns: NumberColumns,
  options: RegressionColumns = {},
) {
  const named = namedColumns(caller, columns, options.columns);
  const described = named.map(([name, values]) => [text("error.columnNamed", { name }), values] as const);
  const rows = rowsOf(caller, [["y", y], ...described], { missing: options.missing });
  const [target, ...plain] = rows.columns;
  return {
    y: target!,
    columns: Object.fromEntries(named.map(([name], at) => [name, plain[at]!])),
    ...(rows.omitted !== undefined && { omitted: rows.omitted }),
  };
}
