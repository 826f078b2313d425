import { withTable } from "../base/display.js";
import type { NumberColumns, Numbers } from "../helper/table/numbers.js";
import { leastSquares, leverageOf } from "./least-squares.js";
import { regressionRows, type RegressionColumns } from "./regression-rows.js";

export interface RegressionDiagnostics {
  /** Diagonal of the hat matrix: how much each row decides its own fitted value, 0 to 1; they add up to the number of terms. */
  leverage: number[];
  /** Residuals over their own standard errors (internally studentized). */
  studentizedResiduals: number[];
  /** How far all fitted values together move when the row is left out. */
  cooksDistance: number[];
  /** Durbin-Watson: near 2 when neighbouring residuals have nothing in common, below when they go together. */
  durbinWatson: number;
}

/**
 * Which rows a regression rests on, and whether its residuals hang together in time.
 * @param y n numbers in time order
 * @param columns name -> n numbers; n must exceed the number of terms
 * @throws RangeError or TypeError as `ols`
 * @see Belsley, Kuh & Welsch, Regression Diagnostics (1980), chapter 2; Durbin & Watson (1950), Biometrika 37, 409-428
 * @example regressionDiagnostics([1, 3, 2, 5], { x: [1, 2, 3, 4] }).durbinWatson // 3.2704
 */
export function regressionDiagnostics(
  y: Numbers,
  columns: NumberColumns,
  { intercept = true, ...which }: { intercept?: boolean } & RegressionColumns = {},
): RegressionDiagnostics {
  const caller = "regressionDiagnostics";
  const rows = regressionRows(caller, y, columns, which);
  const { design, residuals: inUnits, sse, unit } = leastSquares(caller, rows.y, rows.columns, intercept);
  const residuals = inUnits.map((value) => value / unit);
  const terms = design.names.length;
  const variance = sse / (residuals.length - terms);
  const leverage = leverageOf(design);
  const studentizedResiduals = leverage.map((h, row) =>
    ratio(residuals[row]!, Math.sqrt(variance * (1 - h))),
  );
  let steps = 0;
  for (let row = 1; row < residuals.length; row++) steps += (residuals[row]! - residuals[row - 1]!) ** 2;
  const cooksDistance = leverage.map((h, row) => ratio(studentizedResiduals[row]! ** 2 * h, terms * (1 - h)));
  const table = { leverage, studentizedResiduals, cooksDistance };
  const durbinWatson = ratio(steps, sse);
  const notes = [`Durbin-Watson: ${durbinWatson.toFixed(4)}`];
  return withTable({ ...table, durbinWatson }, () => ({ columns: table, notes }));
}

/** a / b, with 0 / 0 as 0: a row that is fitted exactly. */
function ratio(a: number, b: number): number {
  return a === 0 ? 0 : a / b;
}
