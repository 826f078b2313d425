import { AGREEMENT, SIDES, VERDICTS, type Judged, type Side, type Verdict } from "../ledger/claim.js";
import type { Conclusion } from "../paper/conclusions.js";
import type { Slip } from "../ledger/slips.js";
import { label, text } from "../base/text.js";
import { marked } from "../ledger/reasons.js";
import { median } from "simple-statistics";
import { agrees, isCounted } from "./content.js";
import { differenceOf } from "./recomputed.js";

/** One row of the summary: how many of the numbers that count got a verdict on one side, by exhibit. */
export interface SummaryRow {
  side: Side;
  verdict: Verdict;
  /** In the order of `exhibitsOf`. */
  counts: number[];
  total: number;
}

export function exhibitsOf(judged: readonly Judged[]): string[] {
  return [...new Set(judged.map(({ exhibit }) => exhibit))];
}

/** Verdicts that occur among results and inputs, side by side and exhibit by exhibit, in the order of `VERDICTS`. */
export function summarise(judged: readonly Judged[]): SummaryRow[] {
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
}

/** How many numbers there are, and which of them count. */
export function countedText(judged: readonly Judged[]): string {
  const of = (wanted: string): number => judged.filter(({ role }) => role === wanted).length;
  const [all, results, inputs] = [judged.length, of("result"), of("input")];
  const compared = judged.filter(isCompared).length;
  return text("report.counted", { all, compared, results, inputs, rest: all - results - inputs });
}

/** Whether anything was found to compare a number with. */
const isCompared = (claim: Judged): boolean =>
  SIDES.some((side) => claim[side] !== undefined && AGREEMENT[claim[side].verdict] !== "open");

/** What one number explains. */
export function slipText({ id, printed, value, explains }: Slip): string {
  const values = { id, printed, value: marked(String(value)), of: explains.length };
  return text("report.slip", { ...values, list: explains.map((place) => place.id).join(", ") });
}

/** What is said where nothing disagrees. */
export function agreementText(judged: readonly Judged[]): string {
  const compared = judged.filter(isCompared).length;
  return text(compared === 0 ? "report.nothingCompared" : "report.noFindings", {
    compared,
    all: judged.length,
  });
}

/** What the tally comes to: how much is recomputed to the last digit, how much of it under another name, what differs. */
export function lead(judged: readonly Judged[]): string {
  const counted = judged.filter(isCounted);
  const own = counted.filter(({ internal }) => internal !== undefined);
  const inputs = counted.filter(({ role, source }) => role === "input" && source !== undefined);
  const named = own.filter((claim) => claim.internal!.verdict === "mislabelled" && isRecomputed(claim));
  const right = own.filter(({ internal }) => agrees(internal!.verdict) && internal!.verdict !== "undecided");
  const count = (verdict: string): number =>
    inputs.filter(({ source }) => source!.verdict === verdict).length;
  return [
    ...(own.length === 0
      ? []
      : [
          text("report.recomputed", {
            right: right.length + named.length,
            all: own.length,
            named: named.length,
          }),
        ]),
    ...(inputs.length === 0
      ? []
      : [
          text("report.differing", {
            differ: count("differs from source"),
            all: inputs.length,
            named: count("mislabelled"),
          }),
        ]),
  ].join(" ");
}

/** Whether the recomputed value is the printed one, to its last digit. */
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
  const parts = exhibitsOf(differing).flatMap((exhibit) => {
    const own = differing.filter((claim) => claim.exhibit === exhibit);
    const all = own.flatMap((claim) => differenceOf(claim, claim.source!) ?? []).map(Math.abs);
    if (all.length === 0) return [];
    const places = Math.max(...own.map(({ decimals }) => decimals));
    const [middle, largest] = [median(all), Math.max(...all)].map((size) => marked(size.toFixed(places)));
    return [`${label(exhibit)} ${middle}, ${largest}`];
  });
  return parts.length === 0 ? "" : text("report.sizes", { list: parts.join("; ") });
}

/** How many of the conclusions got which answer by the paper's own numbers. */
export function standing(conclusions: readonly Conclusion[]): string {
  if (conclusions.length === 0) return "";
  const count = (answer: Conclusion["recomputed"]["answer"]): number =>
    conclusions.filter(({ recomputed }) => recomputed.answer === answer).length;
  return text("report.standing", {
    all: conclusions.length,
    holds: count("holds"),
    fails: count("does not hold"),
    unsupported: count("not supported"),
    open: count("undecided"),
  });
}

/** The tally in a sentence a side. */
export function headline(judged: readonly Judged[]): string {
  const rows = summarise(judged);
  const parts = SIDES.map((side) => {
    const own = rows.filter((row) => row.side === side);
    const tally = own.map((row) => `${label(row.verdict)} ${row.total}`).join(", ");
    return `${text(`report.side.${side}`)}: ${tally || text("report.none")}`;
  });
  const tallies = `${parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(". ")}.`;
  return [lead(judged), countedText(judged), tallies, sizes(judged)].filter((part) => part !== "").join(" ");
}
