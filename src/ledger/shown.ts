import { text } from "../base/text.js";
import type { Enclosure } from "./enclose.js";
import { isPoint, middle, type Interval } from "./interval.js";

/** A number with `decimals` decimal places (a negative count rounds before the point); zero has no minus sign. */
export function shown(value: number, decimals: number): string {
  const unit = 10 ** -decimals;
  const text =
    decimals < 0
      ? String(Number((Math.round(value / unit) * unit).toPrecision(15)))
      : decimals > 20
        ? value.toExponential(6)
        : value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

/** An interval as "low to high", or one number if both ends read alike. Six digits unless decimals are given. */
export function shownInterval([low, high]: Interval, decimals?: number): string {
  const end = (value: number): string =>
    decimals === undefined || (low === high && Number.isInteger(low))
      ? String(Number(value.toPrecision(6))).replace("-", "−")
      : shown(value, decimals);
  const [from, to] = [end(low), end(high)];
  return from === to ? from : text("formula.range", { low: from, high: to });
}

/** A range by its parts: "≤ −40.00 or ≥ 40.00". */
export function shownRange({ parts }: Pick<Enclosure, "parts">, decimals?: number): string {
  return parts
    .map((part) => {
      const [low, high] = part;
      if (low === -Infinity && high === Infinity) return "−∞ … ∞";
      if (low === -Infinity) return `≤ ${shownInterval([high, high], decimals)}`;
      return high === Infinity ? `≥ ${shownInterval([low, low], decimals)}` : shownInterval(part, decimals);
    })
    .join(` ${text("formula.or")} `);
}

/** A number if only floating point makes it an interval; in words if it is unbounded or has two parts. */
export function recomputedOf(
  range: Pick<Enclosure, "interval" | "parts">,
): number | [number, number] | string {
  const { interval, parts } = range;
  if (parts.length > 1 || !interval.every(Number.isFinite)) return shownRange(range);
  const [low, high] = interval;
  if (isPoint(interval)) return low;
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high)) ? middle(interval) : [low, high];
}
