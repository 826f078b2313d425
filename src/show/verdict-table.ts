import { formatNumber } from "./format-number.js";
import { headText, makeCell, numberCell, tableOf, type TableOptions } from "./build-table.js";
import { text } from "../base/text.js";
import type { JudgedLike } from "../figures/verdict-style.js";
import type { TableCell, HeadCell, Table } from "./table-model.js";

/** True for a list of judged claims, as `judgeClaims` returns it. */
export const isVerdicts = (thing: unknown): thing is JudgedLike[] =>
  Array.isArray(thing) &&
  thing.length > 0 &&
  thing.every(
    (one: Partial<JudgedLike> | null) =>
      typeof one?.id === "string" &&
      typeof one.printed === "string" &&
      (one.internal ?? one.source) !== undefined,
  );

/** Judged claims as a table: printed value, recomputed value, verdicts as badges, and reasons. */
export function verdictTable(judged: readonly JudgedLike[], options: TableOptions = {}): Table {
  const head = ["claimId", "printed", "recomputed", "verdict", "reason"].map(headOf);
  return tableOf([head], judged.map(rowOf), { ...options, maxRows: options.maxRows ?? 200 });
}

function headOf(name: string): HeadCell {
  const kind = name === "printed" || name === "recomputed" ? "number" : "text";
  return { text: headText(name), span: 1, kind };
}

function rowOf(claim: JudgedLike): TableCell[] {
  const rulings = [claim.internal, claim.source].filter((ruling) => ruling !== undefined);
  const recomputed = claim.internal?.recomputed ?? claim.source?.recomputed ?? null;
  return [
    { text: claim.id, kind: "text" },
    numberCell(claim.printed),
    recomputed === null || typeof recomputed === "string"
      ? makeCell(recomputed)
      : numberCell(recomputedText(recomputed, claim.decimals ?? 0)),
    { text: rulings.map(({ verdict }) => verdict).join("\n"), kind: "verdict" },
    {
      text: rulings.map(({ reason }) => reason).join(" "),
      kind: "text",
      folded: rulings.flatMap(({ working }) => working ?? []).join("; "),
    },
  ];
}

/** Two digits more than printed, to show which way a value was rounded. */
function recomputedText(value: number | readonly [number, number], decimals: number): string {
  if (typeof value === "number")
    return Number.isInteger(value) && decimals === 0 ? String(value) : formatNumber(value, decimals + 2);
  const [low, high] = value.map((end) => formatNumber(end, decimals + 2)) as [string, string];
  return low === high ? low : text("formula.range", { low, high });
}
