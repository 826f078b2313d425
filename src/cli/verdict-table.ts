import type { Judged } from "../ledger/claim.js";
import { table } from "table";
import { exhibitsOf, summarise } from "../report/summary.js";
import { label, text } from "../base/text.js";

/** More exhibits than this are not told apart. */
const WIDEST = 9;

/** Verdicts by exhibit; rows are verdicts so that the table is no wider than a terminal. */
export function verdictTable(judged: readonly Judged[]): string {
  const all = exhibitsOf(judged);
  const exhibits = all.length > WIDEST ? [] : all;
  const numbers = exhibits.map((exhibit) => judged.filter((claim) => claim.exhibit === exhibit).length);
  const line = (name: string, counts: readonly number[], total: number): string[] => [
    name,
    ...counts.slice(0, exhibits.length).map((count) => (count === 0 ? "" : String(count))),
    String(total),
  ];
  const summary = summarise(judged);
  const rows = summary.map(({ verdict, counts, total }) => line(label(verdict), counts, total));
  const own = summary.filter(({ side }) => side === "internal").length;
  return table(
    [
      ["", ...exhibits.map(label), text("report.all")],
      line(text("report.printed"), numbers, judged.length),
      ...rows,
    ],
    {
      columnDefault: { alignment: "right" },
      columns: { 0: { alignment: "left" } },
      header: {
        content: `${text("report.side.internal")}; ${text("report.side.source")}`,
        wrapWord: true,
      },
      drawHorizontalLine: (index, size) => index <= 3 || index === own + 3 || index === size,
    },
  );
}
