import type { Judged } from "../ledger/claim.js";
import { table } from "table";
import { label } from "../base/language.js";
import { exhibitsOf, summarise } from "../report/summary.js";
import { texts } from "../report/texts.js";

/** Verdicts by exhibit; rows are verdicts so that the table is no wider than a terminal. */
export function verdictTable(judged: readonly Judged[]): string {
  const say = texts();
  const exhibits = exhibitsOf(judged);
  const numbers = exhibits.map((exhibit) => judged.filter((claim) => claim.exhibit === exhibit).length);
  const line = (name: string, counts: readonly number[], total: number): string[] => [
    name,
    ...counts.map((count) => (count === 0 ? "" : String(count))),
    String(total),
  ];
  const summary = summarise(judged);
  const rows = summary.map(({ verdict, counts, total }) => line(label(verdict), counts, total));
  const own = summary.filter(({ side }) => side === "internal").length;
  return table([["", ...exhibits.map(label), say.all], line(say.printed, numbers, judged.length), ...rows], {
    columnDefault: { alignment: "right" },
    columns: { 0: { alignment: "left" } },
    header: { content: `${say.internal}; ${say.source}` },
    drawHorizontalLine: (index, size) => index <= 3 || index === own + 3 || index === size,
  });
}
