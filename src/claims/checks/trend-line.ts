import { column, editions, publishedSeries, stored, type Evidence } from "../evidence.js";
import { lineEnclosure, type LineEnclosure } from "../enclosures.js";
import { linearForm, printedInterval, type Interval } from "../interval.js";
import type { PrintedCell } from "../../paper.js";

const WIDTH = 5;

/** A point of Figure 1: its edition, its number T, and the moving total there. */
export interface TrendPoint {
  year: number;
  T: number;
  total: PrintedCell;
}

/** The column m=5 of Table 5, each value with its T; those past the last complete window are forecasts. */
export function plottedPoints(evidence: Evidence): TrendPoint[] {
  const numbers = new Map(column(evidence, "Table 5", "T").map((cell) => [cell.row, cell.value]));
  return column(evidence, "Table 5", "m5").map((total) => ({
    year: Number(total.row),
    T: numbers.get(total.row) ?? Number.NaN,
    total,
  }));
}

/** The points that are totals of five editions, to which the line is fitted. */
export function fittedPoints(evidence: Evidence): TrendPoint[] {
  const years = editions(evidence, "Table 5");
  const last = years[years.length - 1 - (WIDTH - 1) / 2]!;
  return plottedPoints(evidence).filter((point) => point.year <= last);
}

/** The line through the printed totals, x = T unless told otherwise. */
export function printedLine(evidence: Evidence, x?: readonly number[]): LineEnclosure {
  const points = fittedPoints(evidence);
  return lineEnclosure(
    x ?? points.map((point) => point.T),
    points.map((point) => printedInterval(point.total)),
  );
}

/** The same line from the published index values, or null where an edition is missing. */
export function publishedLine(evidence: Evidence): LineEnclosure | null {
  const series = publishedSeries(evidence.indices, editions(evidence, "Table 5"), "EGDI");
  if (series === null) return null;
  const points = fittedPoints(evidence);
  const totals = points.map((_, at): Interval => {
    const window = series.slice(at, at + WIDTH).map(stored);
    return linearForm(
      window.map(() => 1),
      window,
    );
  });
  return lineEnclosure(
    points.map((point) => point.T),
    totals,
  );
}
