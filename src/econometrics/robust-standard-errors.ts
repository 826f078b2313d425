import { withTable } from "../base/display.js";
import { requireThat } from "../base/check.js";
import { requireLevel } from "../helper/statistics/distributions.js";
import { coefficientWeights, leverageOf, type Fit } from "./least-squares.js";
import { fitOf, type OfRegression } from "./regression.js";
import { termColumns, termsOf, type OlsTerm } from "./ols.js";

/** Both HC kinds allow for unequal variance; "Newey-West" also allows for autocorrelated residuals. */
export type RobustKind = "HC1" | "HC3" | "Newey-West";
export type RobustOptions = { kind?: RobustKind; lags?: number; level?: number };

/**
 * The coefficient table of `ols` with standard errors that do not assume equal variance in all rows: HC1 (White's,
 * times n over the degrees of freedom), HC3 (each residual divided by one minus its leverage: the safer choice in small
 * samples), or Newey-West (also neighbors up to `lags` steps apart, with falling weights, and the factor of HC1).
 *
 * @param given a fit of `ols`; or y (in time order for Newey-West) and columns; or a formula and a table; then the
 *   options, or the kind alone: kind; lags for Newey-West, 0 to n - 1 (default 1); level as `ols`
 * @throws RangeError or TypeError as `ols`; on lags out of range; for HC3 on a row that alone determines its fitted
 *   value
 * @see MacKinnon & White (1985) J. Econometrics 29, 305-325; Newey & West (1987) Econometrica 55, 703-708
 * @example robustStandardErrors(ols("EGDI ~ year", table3), "HC3")[1].standardError
 */
export const robustStandardErrors: OfRegression<RobustKind | RobustOptions, OlsTerm[]> = (
  ...given: unknown[]
) => {
  const caller = "robustStandardErrors";
  const asOptions = given.map((one, at) => (at > 0 && typeof one === "string" ? { kind: one } : one));
  const { model, fit, options } = fitOf<RobustOptions>(caller, asOptions);
  const { kind = "HC3", lags = 1, level = levelOf(given[0]) } = options;
  requireLevel(caller, level);
  requireThat(["HC1", "HC3", "Newey-West"].includes(kind), caller, "need.kindHC1HC3OrNewey", kind);
  const n = model.y.length;
  requireThat(Number.isInteger(lags) && lags >= 0 && lags < n, caller, "need.lagsFrom0", lags, { n: n - 1 });
  const df = n - fit.estimates.length;
  const residuals = kind === "HC3" ? deletedResiduals(caller, fit) : fit.residuals;
  const factor = kind === "HC3" ? 1 : n / df;
  const steps = kind === "Newey-West" ? lags : 0;
  const standardErrors = coefficientWeights(fit.design).map((weights) => {
    const scores = weights.map((weight, row) => weight * residuals[row]!);
    return Math.sqrt(factor * longRunSquare(scores, steps));
  });
  const terms = termsOf(caller, fit, standardErrors, df, level);
  return withTable(terms, () => ({ columns: termColumns(terms, level) }));
};

/** The fit's level; 95 % by default. */
const levelOf = (of: unknown): number => ("level" in Object(of) ? (of as { level: number }).level : 0.95);

/** Each row's residual from the regression without it. */
function deletedResiduals(caller: string, { design, residuals }: Fit): number[] {
  const leverage = leverageOf(design);
  return residuals.map((residual, row) => {
    const own = leverage[row]!;
    requireThat(own < 1 - 1e-10, caller, "need.rowNotDecideOwnFitted", own, { row: row + 1 });
    return residual / (1 - own);
  });
}

/** Sum of squares, plus twice the products of neighbors, with weights that fall to 0 one step beyond `lags`. */
function longRunSquare(scores: readonly number[], lags: number): number {
  let sum = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let products = 0;
    for (let row = lag; row < scores.length; row++) products += scores[row]! * scores[row - lag]!;
    sum += (lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * products;
  }
  return sum;
}
