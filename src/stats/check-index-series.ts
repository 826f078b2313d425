import { median } from "simple-statistics";
import { requireNumbers, requireThat } from "../check.js";
import { egdiOf } from "./index-identity.js";
import { requireEditions } from "./series-dynamics.js";

export interface SeriesCheck {
  check: string;
  holds: boolean;
  /** Where it does not hold, and by how much; empty where it does. */
  where: string;
}

/** The columns of an index series, edition by edition. */
export interface IndexSeries {
  year: readonly number[];
  EGDI: readonly number[];
  OSI: readonly number[];
  TII: readonly number[];
  HCI: readonly number[];
}

const names = ["EGDI", "OSI", "TII", "HCI"] as const;

/**
 * How far a published index may lie from the mean of its published components: the UN computes it from values with more
 * digits, and all its files keep within 7e-5.
 */
const IDENTITY_SLACK = 1e-4;

/** Robust standard deviations from the median step at which a step stands out. */
const STANDS_OUT = 3.5;

/**
 * Three checks that apply to any index series: the index is the weighted mean of its components; no two columns of an
 * edition, and no column of two neighbouring editions, are equal (figures that were copied); no step a year of the index
 * stands out (a modified z-score above 3.5). What they find is a question to the figures, not an error.
 *
 * @param series years in increasing order, at least 2, and as many values between 0 and 1 in each column
 * @throws RangeError or TypeError on unsorted years, unequal lengths, a component outside 0..1
 * @see Iglewicz & Hoaglin (1993) How to Detect and Handle Outliers; UN DESA, E-Government Survey, annex on methodology
 * @example checkIndexSeries({ year, EGDI, OSI, TII, HCI }).every(({ holds }) => holds)
 */
export function checkIndexSeries(series: IndexSeries): SeriesCheck[] {
  const caller = "checkIndexSeries";
  for (const name of names) {
    requireNumbers(caller, name, series[name]);
    const { length } = series[name];
    requireThat(length === series.year.length, caller, `${name} with ${series.year.length} values`, length);
  }
  requireEditions(caller, series.year, series.EGDI);
  return [
    outcome("the index is the mean of its components", identityGaps(series)),
    outcome("no two columns of an edition are equal", equalColumns(series)),
    outcome("no column is the same in two neighbouring editions", standstills(series)),
    outcome("no step of the index stands out", outstandingSteps(series)),
  ];
}

function outcome(check: string, found: readonly string[]): SeriesCheck {
  return { check, holds: found.length === 0, where: found.join("; ") };
}

function identityGaps({ year, EGDI, OSI, TII, HCI }: IndexSeries): string[] {
  return year.flatMap((edition, at) => {
    const gap = EGDI[at]! - egdiOf(edition, { OSI: OSI[at]!, TII: TII[at]!, HCI: HCI[at]! });
    return Math.abs(gap) <= IDENTITY_SLACK ? [] : [`${edition}: off by ${gap.toFixed(4)}`];
  });
}

function equalColumns(series: IndexSeries): string[] {
  return series.year.flatMap((edition, at) =>
    names.flatMap((name, i) =>
      names
        .slice(i + 1)
        .filter((other) => series[name][at] === series[other][at])
        .map((other) => `${edition}: ${name} = ${other}`),
    ),
  );
}

function standstills(series: IndexSeries): string[] {
  return names.flatMap((name) =>
    series.year.flatMap((edition, at) =>
      at > 0 && series[name][at] === series[name][at - 1]
        ? [`${name}: ${series.year[at - 1]} = ${edition}`]
        : [],
    ),
  );
}

function outstandingSteps({ year, EGDI }: IndexSeries): string[] {
  const steps = EGDI.slice(1).map((value, at) => (value - EGDI[at]!) / (year[at + 1]! - year[at]!));
  const middle = median(steps);
  const spread = 1.4826 * median(steps.map((step) => Math.abs(step - middle)));
  return steps.flatMap((step, at) =>
    Math.abs(step - middle) > STANDS_OUT * spread && spread > 0
      ? [`${year[at]} to ${year[at + 1]}: ${step.toFixed(4)} a year`]
      : [],
  );
}
