import { median } from "simple-statistics";
import { withDecimalMark } from "../base/language.js";
import type { DataFrame } from "../helper/table/data-frame.js";
import { namedColumns, rowsOf, type NumberColumns } from "../helper/table/numbers.js";
import { fromRecords } from "../helper/table/table.js";
import { egdiOf } from "./index-identity.js";
import { editionsOf } from "../helper/statistics/editions.js";
import { text } from "../base/text.js";

interface SeriesCheck {
  check: string;
  holds: boolean;
  where: string;
}

const names = ["EGDI", "OSI", "TII", "HCI"] as const;

/** The columns of an index series. */
type IndexSeries = Record<"year" | (typeof names)[number], readonly number[]>;

/**
 * How far a published index may differ from the mean of its published components: the UN computes it from unrounded
 * values, and in all its files the difference is within 7e-5.
 */
const IDENTITY_SLACK = 1e-4;

/** A step stands out if it is this many robust standard deviations from the median step. */
const STANDS_OUT = 3.5;

/**
 * Runs three checks on any index series: the index is the weighted mean of its components; no two columns of an
 * edition, and no column of two neighboring editions, are equal (which suggests copied figures); no annual step of the
 * index stands out (a modified z-score above 3.5). A failed check raises a question about the data; it does not prove
 * an error.
 *
 * @param given a DataFrame or a record with the columns year, in increasing order and at least 2, EGDI, OSI, TII and
 *   HCI, as many values between 0 and 1
 * @returns one row per check: check says what should hold, holds whether it does, where says where and by how much it
 *   fails ("" if it does not)
 * @throws RangeError or TypeError on unsorted years, unequal lengths, a component outside 0..1
 * @see Iglewicz & Hoaglin (1993) How to Detect and Handle Outliers; UN DESA, E-Government Survey, annex on methodology
 * @example checkIndexSeries(loadOfficial("Estonia"))
 */
export function checkIndexSeries(given: NumberColumns): DataFrame<keyof SeriesCheck> {
  const caller = "checkIndexSeries";
  const named = namedColumns(caller, given, ["year", ...names]);
  const { columns } = rowsOf(caller, named);
  const series = Object.fromEntries(named.map(([name], at) => [name, columns[at]!])) as IndexSeries;
  editionsOf(caller, series.year, series.EGDI);
  return fromRecords([
    outcome(text("series.mean"), identityGaps(series)),
    outcome(text("series.columns"), equalColumns(series)),
    outcome(text("series.neighbours"), standstills(series)),
    outcome(text("series.steps"), outstandingSteps(series)),
  ]);
}

function outcome(check: string, found: readonly string[]): SeriesCheck {
  return { check, holds: found.length === 0, where: withDecimalMark(found.join("; ")) };
}

function identityGaps({ year, EGDI, OSI, TII, HCI }: IndexSeries): string[] {
  return year.flatMap((edition, at) => {
    const gap = EGDI[at]! - egdiOf(edition, { OSI: OSI[at]!, TII: TII[at]!, HCI: HCI[at]! });
    const isSmall = Math.abs(gap) <= IDENTITY_SLACK;
    return isSmall ? [] : `${edition}: ${text("series.off", { by: gap.toFixed(4) })}`;
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
    series.year.flatMap((edition, at) => {
      const isSame = at > 0 && series[name][at] === series[name][at - 1];
      return isSame ? `${name}: ${series.year[at - 1]} = ${edition}` : [];
    }),
  );
}

function outstandingSteps({ year, EGDI }: IndexSeries): string[] {
  const steps = EGDI.slice(1).map((value, at) => (value - EGDI[at]!) / (year[at + 1]! - year[at]!));
  const middle = median(steps);
  const spread = 1.4826 * median(steps.map((step) => Math.abs(step - middle)));
  return steps.flatMap((step, at) =>
    Math.abs(step - middle) > STANDS_OUT * spread && spread > 0
      ? [text("series.step", { from: year[at]!, to: year[at + 1]!, size: step.toFixed(4) })]
      : [],
  );
}
