import { requireThat } from "../base/check.js";
import { withTable } from "../base/display.js";
import { DataFrame } from "../helper/table/data-frame.js";
import { rowsOf, type Numbers } from "../helper/table/numbers.js";
import { editionsOf } from "../helper/statistics/editions.js";

export interface RankSeries {
  /**
   * In time order: year, rank, change (rank minus the previous one; negative is better, since rank 1 is best) and
   * direction ("better", "worse", "same"); in the first row these are NaN and "".
   */
  rows: DataFrame<"year" | "rank" | "change" | "direction">;
  /** The edition with the lowest rank number; the earliest if several tie. */
  best: { year: number; rank: number };
  /** The edition with the highest rank number; the earliest if several tie. */
  worst: { year: number; rank: number };
}

/**
 * Sorts a series of ranks by time and computes the change between editions. A lower rank is better.
 * @param years whole years in any order, at least two, none twice
 * @param ranks as many whole numbers from 1
 * @throws RangeError or TypeError on duplicate years, unequal lengths, a rank that is not a whole number from 1
 * @see Tables 1 and 2 of the paper
 * @example rankSeries(table1["year"], table1["EGDI"]).rows
 */
export function rankSeries(years: Numbers, ranks: Numbers): RankSeries {
  const caller = "rankSeries";
  const { columns } = rowsOf(caller, [["years", years], ["ranks", ranks]], { atLeast: 2 }); // prettier-ignore
  const order = columns[0]!.map((year, at) => ({ year, rank: columns[1]![at]! }));
  order.sort((a, b) => a.year - b.year);
  const year = order.map((edition) => edition.year);
  const rank = order.map((edition) => edition.rank);
  editionsOf(caller, year, rank);
  for (const { year, rank } of order)
    requireThat(Number.isInteger(rank) && rank >= 1, caller, "need.wholeRankFrom1For", rank, { year });
  const change = rank.map((value, at) => (at === 0 ? NaN : value - rank[at - 1]!));
  const table = { year, rank, change, direction: change.map(directionOf) };
  const pick = (value: number) => ({ year: year[rank.indexOf(value)]!, rank: value });
  const [best, worst] = [pick(Math.min(...rank)), pick(Math.max(...rank))];
  return withTable({ rows: new DataFrame(table), best, worst }, () => ({ columns: table }));
}

function directionOf(change: number): string {
  if (Number.isNaN(change)) return "";
  if (change === 0) return "same";
  return change < 0 ? "better" : "worse";
}
