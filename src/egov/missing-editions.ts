import type { AnyDataFrame, DataFrame } from "../helper/table/data-frame.js";
import { text } from "../base/text.js";

/** An edition of the UN's survey that a series does not have, and why. */
export interface MissingEdition {
  year: number;
  reason: string;
}

const notes = new WeakMap<AnyDataFrame, MissingEdition[]>();

/** Keeps what a reader left out with the DataFrame that it returns. */
export function noteMissing<Frame extends AnyDataFrame>(df: Frame, missing: MissingEdition[]): Frame {
  notes.set(df, missing);
  return df;
}

/**
 * The editions that a series of `readIndexSeries` or `readEgovkb` does not have: those that the files hold without
 * a figure for the country, and the UN's editions between the first and the last year that no file holds.
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
