import { dataPath } from "../base/project.js";
import { ledgerIn } from "../ledger/load-ledger.js";
import type { PrintedNumber } from "../ledger/paper-folder.js";
import { dataFrame, type DataFrame } from "../helper/table/table.js";

/**
 * One printed number of the paper. The exhibit is "Table 1" to "Table 5" or "Figure 1"; in Figure 1 the row is the item
 * ("slope", "xAxis" ...) and the column its position among the item's values, from "1".
 */
export type PrintedCell = Pick<
  PrintedNumber,
  "exhibit" | "row" | "column" | "printed" | "value" | "decimals"
>;

/** The numbers printed in Figure 1: the trend's equation and R², and the ticks of both axes. */
export interface PrintedFigure {
  slope: number;
  intercept: number;
  rSquared: number;
  xAxis: number[];
  /** As in the figure's text; see data/README.md. */
  yAxis: number[];
}

/** The paper's exhibits as numbers. */
export interface Paper {
  /** UN ranks: year, EGDI, EPI. */
  table1: DataFrame<"year" | "EGDI" | "EPI">;
  /** World Economic Forum ranks, under the names of the paper's rows: year, NRI, usage, readiness. */
  table2: DataFrame<"year" | "NRI" | "usage" | "readiness">;
  /** Index values, 0 to 1: year, EGDI, OSI, TII, HCI. */
  table3: DataFrame<"year" | "EGDI" | "OSI" | "TII" | "HCI">;
  /** Correlations: variable, EGDI, OSI, TII, HCI; NaN above the diagonal, where the paper prints nothing. */
  table4: DataFrame<"variable" | "EGDI" | "OSI" | "TII" | "HCI">;
  /** Series and moving totals: year, T, EGDI, m3, m5; NaN where the paper prints nothing. */
  table5: DataFrame<"year" | "T" | "EGDI" | "m3" | "m5">;
  figure1: PrintedFigure;
}

/** The paper's folder: tables as printed, published figures, claims, findings. */
export const paperFolder = (): string => dataPath("papers", "doskeeva-ulasbek");

/**
 * Loads the paper's tables and figure exactly as printed, as numbers, in time order.
 *
 * @example loadPaper().table3.print()
 */
export function loadPaper(): Paper {
  const all = printedCells();
  const table = (number: number): PrintedCell[] => all.filter(({ exhibit }) => exhibit === `Table ${number}`);
  return {
    table1: inTimeOrder(table(1)),
    table2: inTimeOrder(table(2)),
    table3: inTimeOrder(table(3)),
    table4: wide(table(4), "variable", (row) => row),
    table5: inTimeOrder(table(5)),
    figure1: printedFigure(all),
  };
}

/**
 * Lists every number printed in the paper's tables and figure, in the paper's order.
 *
 * @example printedCells().find((cell) => cell.exhibit === "Table 3" && cell.row === "2020")
 */
export function printedCells(): PrintedCell[] {
  return ledgerIn(paperFolder(), true)
    .exhibits.filter(({ name }) => name !== "Text")
    .flatMap(({ list }) => list.filter(({ heading }) => !heading))
    .map(({ key, exhibit, row, column, printed, value, decimals }) => {
      const place = key === "F1" ? { row: column, column: row } : { row, column };
      return { exhibit, ...place, printed, value, decimals };
    });
}

function printedFigure(all: readonly PrintedCell[]): PrintedFigure {
  const values = (item: string): number[] => all.flatMap(({ row, value }) => (row === item ? [value] : []));
  const [slope, intercept, rSquared] = ["slope", "intercept", "rSquared"].flatMap(values) as [number, number, number]; // prettier-ignore
  return { slope, intercept, rSquared, xAxis: values("xAxis"), yAxis: values("yAxis") };
}

function inTimeOrder<Column extends string>(printed: PrintedCell[]): DataFrame<Column> {
  const sorted = printed.toSorted((a, b) => Number(a.row) - Number(b.row));
  return wide(sorted, "year", Number);
}

/** One row per key, one column per printed column; NaN where nothing is printed. */
function wide<Column extends string>(
  printed: PrintedCell[],
  keyName: string,
  key: (row: string) => unknown,
): DataFrame<Column> {
  const rows = [...new Set(printed.map((cell) => cell.row))];
  const columns = [...new Set(printed.map((cell) => cell.column))];
  const values = new Map(printed.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  const filled = columns.map((column) => [column, rows.map((row) => values.get(`${row} ${column}`) ?? NaN)]);
  return dataFrame({ [keyName]: rows.map(key), ...Object.fromEntries(filled) }) as DataFrame<Column>;
}

const NOTEBOOKS: Readonly<Record<string, string>> = {
  "Table 1": "01-table-1-un-ranks",
  "Table 2": "02-table-2-wef-ranks",
  "Table 3": "03-table-3-index-series",
  "Table 4": "04-table-4-correlation",
  "Table 5": "05-table-5-moving-totals",
  "Figure 1": "06-figure-1-trend-and-forecast",
  Text: "07-claims-in-the-text",
};

/** The notebook that covers an exhibit, stored with the report. */
export function notebookOf({ exhibit }: { exhibit: string }): string | undefined {
  const name = NOTEBOOKS[exhibit];
  return name === undefined ? undefined : `notebooks/${name}.ipynb`;
}
