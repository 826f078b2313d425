import { AGREEMENT, agrees, SIDES, VERDICTS, type Judged, type Side, type Verdict } from "../ledger/claim.js";
import type { Slip } from "../ledger/slips.js";
import { onceFor } from "../base/once-for.js";
import { label, text } from "../base/text.js";
import { marked } from "../ledger/reasons.js";
import { median } from "simple-statistics";
import { isCounted, type ReportContent } from "./content.js";
import { differenceOf } from "./recomputed.js";

/** One summary row: how many counted numbers got a verdict on one side, by exhibit. */
export interface SummaryRow {
  side: Side;
  verdict: Verdict;
  /** In the order of `exhibitsOf`. */
  counts: number[];
  total: number;
}

export const exhibitsOf = (judged: readonly Judged[]): string[] => [...byExhibit(judged).keys()];

/** Claims by exhibit, both in the paper's order. */
export const byExhibit = onceFor((judged: readonly Judged[]): Map<string, Judged[]> => {
  const found = new Map<string, Judged[]>();
  for (const claim of judged)
    if (found.get(claim.exhibit)?.push(claim) === undefined) found.set(claim.exhibit, [claim]);
  return found;
});

/** Verdicts that occur among results and inputs, side by side and exhibit by exhibit, in the order of `VERDICTS`. */
export const summarise = onceFor((judged: readonly Judged[]): SummaryRow[] => {
  const places = new Map(exhibitsOf(judged).map((exhibit, at) => [exhibit, at]));
  const rows = SIDES.flatMap((side) =>
    VERDICTS.map((verdict): SummaryRow => ({ side, verdict, counts: [...places].map(() => 0), total: 0 })),
  );
  const found = new Map(rows.map((row) => [`${row.side} ${row.verdict}`, row]));
  for (const claim of judged.filter(isCounted))
    for (const side of SIDES) {
      const row = claim[side] && found.get(`${side} ${claim[side].verdict}`)!;
      if (row === undefined) continue;
      row.counts[places.get(claim.exhibit)!]!++;
      row.total++;
    }
  return rows.filter(({ total }) => total > 0);
});

/** A text with its count; empty if the count is zero. */
const counted = (key: string, count: number): string[] => (count === 0 ? [] : [text(key, { count })]);

/** How many numbers there are, and how many of them count. */
export function countedText(judged: readonly Judged[]): string {
  const of = (role: string): number => judged.filter((claim) => claim.role === role).length;
  const [results, inputs] = [of("result"), of("input")];
  const roles = [
    ...counted("report.count.result", results),
    ...counted("report.count.input", inputs),
    ...counted("report.count.rest", judged.length - results - inputs),
  ];
  const compared = counted("report.count.compared", judged.filter(isCompared).length);
  const list = [...compared, roles.join(", ")].join("; ");
  return text("report.counted", { count: judged.length, list });
}

/** Whether there was anything to compare a number with. */
const isCompared = (claim: Judged): boolean =>
  SIDES.some((side) => claim[side] !== undefined && AGREEMENT[claim[side].verdict] !== "open");

const NAMED = 12;

/** What one number explains; of many verdicts only the first are named. */
export function slipText({ id, printed, value, explains }: Slip): string {
  const named = explains.slice(0, NAMED).map((place) => place.id);
  const list = [...named, ...(explains.length > NAMED ? ["…"] : [])].join(", ");
  return text("report.slip", { id, printed, value: marked(String(value)), of: explains.length, list });
}

/** The message when nothing disagrees. */
export function agreementText(judged: readonly Judged[]): string {
  const [compared, all] = [judged.filter(isCompared).length, judged.length];
  return compared === 0
    ? text("report.nothingCompared", { count: all })
    : text("report.noFindings", { count: compared, all });
}

/** The tally in words: how much is recomputed to the last digit, how much of it under another name, what differs. */
export const lead = (judged: readonly Judged[]): string =>
  [recomputedLead(judged), inputsLead(judged)].filter((part) => part !== "").join(" ");

function recomputedLead(judged: readonly Judged[]): string {
  const own = judged.filter((claim) => isCounted(claim) && claim.internal !== undefined);
  const named = own.filter(
    (claim) => claim.internal!.verdict === "mislabelled" && isRecomputed(claim),
  ).length;
  const agreeing = own.filter(({ internal }) => agrees(internal!.verdict)).length;
  const [all, right] = [own.length, agreeing + named];
  if (all === 0) return "";
  if (all === 1)
    return text(`report.recomputed.single${right === 0 ? "Not" : named === 1 ? "Named" : "Right"}`);
  const values = { all, named: named === 0 ? "" : text("report.named", { number: named }) };
  if (right === 0) return text("report.recomputed.none", values);
  return right === all
    ? text("report.recomputed.all", values)
    : text("report.recomputed.some", { ...values, count: right });
}

function inputsLead(judged: readonly Judged[]): string {
  const inputs = judged.flatMap(({ role, source }) => (role === "input" && source ? [source.verdict] : []));
  const of = (verdict: Verdict): number => inputs.filter((one) => one === verdict).length;
  const counts = { differ: of("differs from source"), other: of("mislabelled") };
  const found = counts.differ + counts.other > 0 ? counts : { match: of("matches source") };
  const list = Object.entries(found).flatMap(([how, count]) => {
    if (count === 0) return [];
    return text(inputs.length === 1 ? `report.inputs.single.${how}` : `report.inputs.${how}`, { count });
  });
  if (inputs.length === 1 || list.length === 0) return list.join("");
  return text("report.inputs.are", { all: inputs.length, list: list.join(text("report.inputs.and")) });
}

/** Whether the recomputed value equals the printed one to its last digit. */
function isRecomputed({ value: own, decimals, internal }: Judged): boolean {
  const value = internal!.recomputed;
  if (value === null || typeof value === "string") return false;
  const [low, high] = typeof value === "number" ? [value, value] : value;
  const half = 0.5 * 10 ** -decimals + 1e-12;
  return low <= own + half && high >= own - half;
}

/** How large the differences from the published figures are, exhibit by exhibit: as many can weigh little or much. */
export function sizes(judged: readonly Judged[]): string {
  const differing = judged.filter(
    (claim) => isCounted(claim) && claim.source?.verdict === "differs from source",
  );
  const parts = [...byExhibit(differing)].flatMap(([exhibit, own]) => {
    const all = own.flatMap((claim) => differenceOf(claim, claim.source!) ?? []).map(Math.abs);
    if (all.length === 0) return [];
    const places = Math.max(...own.map(({ decimals }) => decimals));
    const [middle, largest] = [median(all), Math.max(...all)].map((size) => marked(size.toFixed(places)));
    return [`${label(exhibit)} ${middle}, ${largest}`];
  });
  return parts.length === 0 ? "" : text("report.sizes", { list: parts.join("; ") });
}

/** How many conclusions got which answer from the paper's own numbers. */
export function standing(conclusions: ReportContent["conclusions"]): string {
  if (conclusions.length === 0) return "";
  const answers = ["holds", "does not hold", "not supported", "undecided"] as const;
  const [holds, fails, unsupported, open] = answers.map(
    (answer) => conclusions.filter(({ recomputed }) => recomputed.answer === answer).length,
  );
  return text("report.standing", { all: conclusions.length, holds, fails, unsupported, open });
}

/** The tally, one sentence per side. */
export function headline(judged: readonly Judged[]): string {
  const rows = summarise(judged);
  const tallies = SIDES.flatMap((side) => {
    const own = rows.filter((row) => row.side === side);
    const tally = own.map((row) => `${label(row.verdict)} ${row.total}`).join(", ");
    const said = text(`report.side.${side}`);
    return own.length === 0 ? [] : [`${said[0]!.toUpperCase()}${said.slice(1)}: ${tally}.`];
  });
  return [lead(judged), countedText(judged), ...tallies, sizes(judged)]
    .filter((part) => part !== "")
    .join(" ");
}
