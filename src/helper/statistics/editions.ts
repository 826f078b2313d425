import { requireThat } from "../../base/check.js";
import { rowsOf, type Numbers } from "../table/numbers.js";

/** Years and values, after checking for at least two whole, strictly increasing years and one value for each. */
export function editionsOf(caller: string, years: Numbers, values: Numbers) {
  const { columns } = rowsOf(caller, [["years", years], ["values", values]], { atLeast: 2 }); // prettier-ignore
  columns[0]!.forEach((year, at, all) => {
    requireThat(Number.isInteger(year), caller, "need.wholeYears", year);
    const before = all[at - 1] ?? -Infinity;
    requireThat(year > before, caller, "need.yearsInOrder", year, { before });
  });
  return { years: columns[0]!, values: columns[1]! };
}
