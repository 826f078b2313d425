import { loadPaper } from "../../paper.js";
import { numbers } from "../../table.js";

/** A column of the paper's Table 3 in time order, as the exercises of several notebooks need it. */
export function printedColumn(name: "year" | "EGDI" | "OSI" | "TII" | "HCI"): number[] {
  return numbers(loadPaper().table3, name);
}

/** The last value of a column. */
export function lastOf<Value>(values: readonly Value[]): Value {
  return values[values.length - 1]!;
}
