import type { AnyDataFrame, DataFrame } from "../helper/table/data-frame.js";
import { text } from "../base/text.js";

/** An edition of the UN's survey missing from a series, and why. */
export interface MissingEdition {
  year: number;
  reason: string;
}

const notes = new WeakMap<AnyDataFrame, MissingEdition[]>();

/** Records, with the DataFrame that a reader returns, the editions it left out. */
export function noteMissing<Frame extends AnyDataFrame>(df: Frame, missing: MissingEdition[]): Frame {
  notes.set(df, missing);
  return df;
}

/**
 * Lists the editions missing from a series read by `readIndexSeries` or `readEgovkb`: those in the files without a
 * value for the country, and the UN's editions between the first and last year that no file contains.
 *
 * @example missingEditions(readEgovkb(["EGOV_DATA_2018.csv", "EGOV_DATA_2022.csv"], "Kazakhstan"))
 * // [{ year: 2020, reason: "no file has this edition" }]
 */
export function missingEditions(df: DataFrame<"year">): MissingEdition[] {
  const noted = notes.get(df) ?? [];
  const there = new Set([...(df["year"].values as number[]), ...noted.map(({ year }) => year)]);
  const years = [...there].sort((a, b) => a - b);
  const gaps = editionsBetween(years[0]!, years.at(-1)!)
    .filter((year) => !there.has(year))
    .map((year) => ({ year, reason: text("missing.noFile") }));
  return [...noted, ...gaps].sort((a, b) => a.year - b.year);
}

/** The UN published the survey in 2003, 2004, 2005, 2008, and every second year since. */
function editionsBetween(first: number, last: number): number[] {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return all.filter((year) => [2003, 2004, 2005, 2008].includes(year) || (year >= 2010 && year % 2 === 0));
}
