import { translated } from "../base/language.js";
import type { AnyDataFrame, DataFrame } from "../helper/table/data-frame.js";

/** An edition of the UN's survey that a series does not have, and why. */
export interface MissingEdition {
  year: number;
  reason: string;
}

/** Why an edition is missing. */
export const missingText = translated({
  en: {
    noFile: "no file has this edition",
    noRow: (file: string, country: string) => `${file} has no row for ${country}`,
    noIndex: (file: string, line: number, empty: boolean) =>
      `${file} line ${line} has no index: ${empty ? "the cell is empty" : "EGDI is 0"}`,
  },
  kk: {
    noFile: "бұл шығарылым ешбір файлда жоқ",
    noRow: (file, country) => `${file}: ${country} жолы жоқ`,
    noIndex: (file, line, empty) =>
      `${file}, ${line}-жол: индекс жоқ (${empty ? "ұяшық бос" : "EGDI 0-ге тең"})`,
  },
  ru: {
    noFile: "этого выпуска нет ни в одном файле",
    noRow: (file, country) => `${file}: нет строки «${country}»`,
    noIndex: (file, line, empty) =>
      `${file}, строка ${line}: индекса нет (${empty ? "ячейка пуста" : "EGDI равен 0"})`,
  },
});

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
    .map((year) => ({ year, reason: missingText().noFile }));
  return [...noted, ...gaps].sort((a, b) => a.year - b.year);
}

/** The UN published the survey in 2003, 2004, 2005, 2008, and every second year since. */
function editionsBetween(first: number, last: number): number[] {
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return all.filter((year) => [2003, 2004, 2005, 2008].includes(year) || (year >= 2010 && year % 2 === 0));
}
