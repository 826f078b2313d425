import { max, mean, median, min } from "simple-statistics";
import { sampleKurtosis, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { asNamedValues } from "../../base/display.js";
import { numbersOf, type Numbers } from "../table/numbers.js";
import { centred } from "./centred.js";

export interface Description {
  n: number;
  mean: number;
  median: number;
  /** With divisor n - 1. */
  standardDeviation: number;
  min: number;
  max: number;
  range: number;
  /** standardDeviation / mean, as a fraction. */
  coefficientOfVariation: number;
  /** Adjusted Fisher-Pearson coefficient (G1), as Excel's SKEW. */
  skewness: number;
  /** Excess kurtosis with the sample correction (G2), as Excel's KURT. */
  kurtosis: number;
}

/**
 * Descriptive statistics of one series, all in their sample form.
 * @param values n numbers, n >= 4 (the sample kurtosis needs four), not all equal, mean not zero
 * @throws RangeError or TypeError on fewer than 4 values, a value that is not finite, a constant series
 * @example describeSeries(table3["EGDI"]).coefficientOfVariation
 */
export function describeSeries(values: Numbers): Description {
  const list = [...numbersOf("describeSeries", "values", values, 4)];
  // Rejects a constant series, and deviations whose powers leave float64's range.
  centred("describeSeries", "values", list);
  const standardDeviation = sampleStandardDeviation(list);
  return asNamedValues({
    n: list.length,
    mean: mean(list),
    median: median(list),
    standardDeviation,
    min: min(list),
    max: max(list),
    range: max(list) - min(list),
    coefficientOfVariation: standardDeviation / mean(list),
    skewness: sampleSkewness(list),
    kurtosis: sampleKurtosis(list),
  });
}
