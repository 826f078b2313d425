import { agrees, SIDES, type Judged } from "../../ledger/claim.js";
import { inLanguage } from "../../base/language.js";
import { groupText } from "../../report/html-claims.js";
import { disagrees, worstFirst } from "../../report/severity.js";
import { unexplained } from "../../ledger/findings.js";
import { recomputedText } from "../../report/recomputed.js";
import { agreementText, headline, slipText } from "../../report/summary.js";
import { verdictTable } from "../verdict-table.js";
import type { Audit } from "./audit-folder.js";
import { label, text } from "../../base/text.js";

/** Up to this many disagreeing numbers are all listed with reasons; above it only the worst are named. */
const ALL = 60;
const WORST = 8;
/** Number of groups (articles, studies) and slips named in the summary. */
const GROUPS = 8;
const SLIPS = 3;
const WARNINGS = 5;
/** Lines in the summary, which ends the terminal output; the report's path adds one. */
const SUMMARY = 39;

/** The terminal output of an audit: the numbers that disagree, then a summary that fits a screen. */
export function auditText({ content, unruled, skipped, warnings }: Audit): string {
  const { judged, findings, severity } = content;
  const wrong = judged.filter(disagrees);
  const isMany = wrong.length > ALL;
  const rest = [...new Set(unexplained(judged, findings).map(({ id }) => id))];
  const closing = [
    ...groupLines(wrong, content),
    ...verdictTable(judged).trimEnd().split("\n"),
    headline(judged),
    ...capped((content.slips ?? []).map(slipText), SLIPS),
    ...listed(text("report.unexplained"), rest),
    ...listed(text("report.unruled"), unruled),
    ...listed(
      text("audit.skipped"),
      skipped.map(({ id, printed }) => `${id} "${printed.slice(0, 20)}"`),
    ),
    ...capped(warnings, WARNINGS),
  ];
  const worst = isMany ? worstFirst(wrong, severity).map((claim) => exceptionLines(claim)[0]![0]!) : [];
  const opening = [
    ...findings.map(
      ({ title, reach }, at) => `${at + 1}. ${inLanguage(title)} (${text(`report.reaches.${reach}`)})`,
    ),
    ...(wrong.length === 0 ? [agreementText(judged)] : isMany ? [`${text("report.exceptions")}:`] : []),
    ...capped(worst, WORST, "claims.csv"),
  ];
  return [
    ...(wrong.length > 0 && !isMany ? [`${text("report.exceptions")}:`] : []),
    ...(isMany ? [] : wrong.flatMap((claim) => exceptionLines(claim).flat())),
    ...capped([...capped(opening, Math.max(WORST, SUMMARY - closing.length)), ...closing], SUMMARY),
    "",
  ].join("\n");
}

/** The first lines, and how many more there are. */
function capped(lines: readonly string[], most: number, file = "index.html"): readonly string[] {
  if (lines.length <= most) return lines;
  const left = lines.length - most + 1;
  return [...lines.slice(0, most - 1), text("audit.more", { left, file })];
}

/** Each disagreeing verdict, with its reasons below. */
function exceptionLines(claim: Judged): string[][] {
  return SIDES.flatMap((side) => {
    const ruling = claim[side];
    if (ruling === undefined || agrees(ruling.verdict)) return [];
    const value = recomputedText(ruling, claim.decimals);
    const reasons = [ruling.reason, ...(ruling.working === undefined ? [] : [ruling.working])];
    return [
      [
        `  ${claim.id}  ${claim.printed}  ${label(ruling.verdict)} (${value})`,
        ...reasons.map((line) => `      ${line}`),
      ],
    ];
  });
}

/** The groups with the most disagreements. */
function groupLines(wrong: readonly Judged[], content: Audit["content"]): readonly string[] {
  const groups = new Map<string, Judged[]>();
  for (const claim of wrong)
    if (claim.group !== undefined && groups.get(claim.group)?.push(claim) === undefined)
      groups.set(claim.group, [claim]);
  const worst = [...groups].sort(([, a], [, b]) => b.length - a.length);
  return capped(
    worst.map(([group, claims]) => `  ${groupText(group, claims, content)}`),
    GROUPS,
  );
}

/** The first names; the report lists all. */
function listed(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return [`${what}: ${ids.length} (${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""})`];
}
