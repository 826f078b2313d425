/** A table of figures, as text and as Markdown. */
import { table } from "table";

export interface BenchTable {
  title: string;
  /** What was measured, and what the columns mean. */
  note: string;
  head: string[];
  rows: string[][];
}

export function asText({ title, note, head, rows }: BenchTable): string {
  return `\n${title}\n${note}\n${table([head, ...rows], { drawHorizontalLine: (at, size) => at <= 1 || at === size })}`;
}

export function asMarkdown({ title, note, head, rows }: BenchTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, at) => (at === 0 ? "---" : "--:"));
  return [`## ${title}`, "", note, "", line(head), line(rule), ...rows.map(line), ""].join("\n");
}

/** Seconds in the unit in which they read best. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(1)} s`;
  if (seconds >= 1e-3) return `${(seconds * 1e3).toPrecision(3)} ms`;
  return `${(seconds * 1e6).toPrecision(3)} µs`;
}

/** How many times as fast: more than 1 is faster. */
export function timesAsFast(reference: number, seconds: number): string {
  return `${(reference / seconds).toFixed(1)} x`;
}
