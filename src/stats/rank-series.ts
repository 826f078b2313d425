import { requireThat } from "../check.js";
import { requireEditions } from "./series-dynamics.js";

export interface RankSeries {
  /** In time order. `change` is the rank minus the one before: negative is better, since rank 1 is the best. */
  rows: {
    year: number;
    rank: number;
    change: number | null;
    direction: "better" | "worse" | "same" | null;
  }[];
  /** The edition with the lowest rank number; the earliest of several. */
  best: { year: number; rank: number };
  /** The edition with the highest rank number; the earliest of several. */
  worst: { year: number; rank: number };
}

/**
 * A series of ranks put in time order, with the change between editions. A lower rank is better.
 * @param years whole years in any order, at least two, none twice
 * @param ranks as many whole numbers from 1
 * @throws RangeError or TypeError on duplicate years, unequal lengths, a rank that is not a whole number from 1
 * @see Tables 1 and 2 of the paper
 * @example rankSeries([2020, 2018], [29, 39]).rows[1].change // -10
 */
export function rankSeries(years: readonly number[], ranks: readonly number[]): RankSeries {
  const order = years.map((_, i) => i).sort((a, b) => years[a]! - years[b]!);
  const sortedYears = order.map((i) => years[i]!);
  const sorted = order.map((i) => ranks[i]!).slice(0, ranks.length);
  requireEditions("rankSeries", sortedYears, ranks.length === years.length ? sorted : ranks);
  sorted.forEach((rank, i) =>
    requireThat(
      Number.isInteger(rank) && rank >= 1,
      "rankSeries",
      `a whole rank from 1 for ${sortedYears[i]}`,
      rank,
    ),
  );
  const rows = sorted.map((rank, i) => {
    const change = i === 0 ? null : rank - sorted[i - 1]!;
    return { year: sortedYears[i]!, rank, change, direction: directionOf(change) };
  });
  const pick = (rank: number) => ({ year: sortedYears[sorted.indexOf(rank)]!, rank });
  return { rows, best: pick(Math.min(...sorted)), worst: pick(Math.max(...sorted)) };
}

function directionOf(change: number | null): "better" | "worse" | "same" | null {
  if (change === null) return null;
  if (change === 0) return "same";
  return change < 0 ? "better" : "worse";
}
