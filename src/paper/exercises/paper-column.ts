import { loadPaper } from "../paper.js";
import { numbers } from "../../helper/table/table.js";

const known = new Map<string, number[]>();

/** A column of the paper's Table 3 in time order, as the exercises of several notebooks need it; read once. */
export function printedColumn(name: "year" | "EGDI" | "OSI" | "TII" | "HCI"): number[] {
  const column = known.get(name) ?? numbers(loadPaper().table3, name);
  known.set(name, column);
  return column;
}

/** The last value of a column. */
export function lastOf<Value>(values: readonly Value[]): Value {
  return values[values.length - 1]!;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The edition of Table 3 in which a series is largest. */
export function editionOf(values: readonly number[]): number {
  return printedColumn("year")[values.indexOf(Math.max(...values))]!;
}

/** Mean growth a period, in per cent, when the whole growth spreads over so many. */
export function growth(values: readonly number[], periods: number): number {
  return 100 * ((lastOf(values) / values[0]!) ** (1 / periods) - 1);
}
