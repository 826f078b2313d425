import { printedDecimals } from "./data/parse-number.js";
import { readColumns } from "./data/read-columns.js";
import type { ColumnSchema } from "./data/table-schema.js";
import { dataPath } from "./project.js";
import { dataFrame, type DataFrame } from "./table.js";

/** One printed number of the paper: where it stands, the string as printed, and the number it means. */
export interface PrintedCell {
  /** "Table 1" to "Table 5" or "Figure 1". */
  exhibit: string;
  /** The edition year or variable; for Figure 1 the item ("slope", "xAxis" ...). */
  row: string;
  /** The column's key; for Figure 1 the place among the item's values, from "1". */
  column: string;
  printed: string;
  value: number;
  /** How many digits are printed behind the decimal comma or dot. */
  decimals: number;
}

/** What Figure 1 prints: the trend's equation and R², and the marks of both axes. */
export interface PrintedFigure {
  slope: number;
  intercept: number;
  rSquared: number;
  xAxis: number[];
  /** As the text of the figure gives them; see data/README.md. */
  yAxis: number[];
}

/** The paper's exhibits as numbers. */
export interface Paper {
  /** Ranks by the UN: year, EGDI, EPI. */
  table1: DataFrame;
  /** Ranks by the World Economic Forum, under the names that the paper's rows have: year, NRI, usage, readiness. */
  table2: DataFrame;
  /** Index values, 0 to 1: year, EGDI, OSI, TII, HCI. */
  table3: DataFrame;
  /** Correlations: variable, EGDI, OSI, TII, HCI; NaN above the diagonal, where the paper prints nothing. */
  table4: DataFrame;
  /** Series and moving totals: year, T, EGDI, m3, m5; NaN where the paper prints nothing. */
  table5: DataFrame;
  figure1: PrintedFigure;
}

const tables = ["1", "2", "3", "4", "5"];
const valueColumns: ColumnSchema[] = [{ name: "printed", type: "string" }, { name: "value" }];

/**
 * The paper's tables and figure exactly as printed, as numbers, in time order.
 *
 * @example loadPaper().table3.print()
 */
export function loadPaper(): Paper {
  const [table1, table2, table3, table4, table5] = tables.map((number) => printedTable(number));
  return {
    table1: inTimeOrder(table1!),
    table2: inTimeOrder(table2!),
    table3: inTimeOrder(table3!),
    table4: wide(table4!, "variable", (row) => row),
    table5: inTimeOrder(table5!),
    figure1: printedFigure(),
  };
}

/**
 * Every number that the paper's tables and figure print, in the paper's order.
 *
 * @example printedCells().find((cell) => cell.exhibit === "Table 3" && cell.row === "2020")
 */
export function printedCells(): PrintedCell[] {
  return [...tables.flatMap((number) => printedTable(number)), ...figureCells()];
}

function printedTable(number: string): PrintedCell[] {
  const key: ColumnSchema[] = [
    { name: "row", type: "string" },
    { name: "column", type: "string" },
  ];
  const columns = readColumns("loadPaper", dataPath("paper", `table-${number}.csv`), {
    columns: [...key, ...valueColumns],
  });
  return cells(`Table ${number}`, columns["row"]!, columns["column"]!, columns);
}

function figureCells(): PrintedCell[] {
  const key: ColumnSchema[] = [
    { name: "item", type: "string" },
    { name: "index", type: "integer" },
  ];
  const columns = readColumns("loadPaper", dataPath("paper", "figure-1.csv"), {
    columns: [...key, ...valueColumns],
  });
  return cells("Figure 1", columns["item"]!, columns["index"]!, columns);
}

function cells(
  exhibit: string,
  rows: unknown[],
  columns: unknown[],
  values: Record<string, unknown[]>,
): PrintedCell[] {
  return rows.map((row, at) => {
    const printed = values["printed"]![at] as string;
    const value = values["value"]![at] as number;
    return {
      exhibit,
      row: String(row),
      column: String(columns[at]),
      printed,
      value,
      decimals: printedDecimals(printed),
    };
  });
}

function printedFigure(): PrintedFigure {
  const all = figureCells();
  const values = (item: string): number[] =>
    all.filter((cell) => cell.row === item).map((cell) => cell.value);
  const [slope, intercept, rSquared] = ["slope", "intercept", "rSquared"].map((item) => values(item)[0]!);
  return {
    slope: slope!,
    intercept: intercept!,
    rSquared: rSquared!,
    xAxis: values("xAxis"),
    yAxis: values("yAxis"),
  };
}

function inTimeOrder(printed: PrintedCell[]): DataFrame {
  return wide(
    [...printed].sort((a, b) => Number(a.row) - Number(b.row)),
    "year",
    Number,
  );
}

/** One row a key, one column a printed column; NaN where nothing is printed. */
function wide(printed: PrintedCell[], keyName: string, key: (row: string) => unknown): DataFrame {
  const rows = [...new Set(printed.map((cell) => cell.row))];
  const columns = [...new Set(printed.map((cell) => cell.column))];
  const values = new Map(printed.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  return dataFrame({
    [keyName]: rows.map(key),
    ...Object.fromEntries(
      columns.map((column) => [column, rows.map((row) => values.get(`${row} ${column}`) ?? NaN)]),
    ),
  });
}
