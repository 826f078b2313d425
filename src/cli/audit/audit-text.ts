import { SIDES, type Judged } from "../../ledger/claim.js";
import { inLanguage } from "../../base/language.js";
import { agrees } from "../../report/content.js";
import { groupText } from "../../report/html-claims.js";
import { disagrees, worstFirst } from "../../report/severity.js";
import { unexplained } from "../../ledger/findings.js";
import { recomputedText } from "../../report/recomputed.js";
import { agreementText, headline, slipText } from "../../report/summary.js";
import { verdictTable } from "../verdict-table.js";
import type { Audit } from "./audit-folder.js";
import { label, text } from "../../base/text.js";

/** Numbers that disagree are all listed up to so many, else the worst of them. */
const ALL = 60;
const WORST = 20;
/** Groups (articles, studies) that the summary names. */
const GROUPS = 8;
const WARNINGS = 5;

/** What the terminal shows of an audit: findings, the numbers that do not agree, the table, what is still to be done. */
export function auditText({ content, unruled, skipped, warnings }: Audit): string {
  const { judged, findings, severity } = content;
  const wrong = judged.filter(disagrees);
  const named = wrong.length <= ALL ? wrong : worstFirst(wrong, severity).slice(0, WORST);
  const rest = [...new Set(unexplained(judged, findings).map(({ id }) => id))];
  const left = wrong.length - named.length;
  return [
    ...findings.map(
      ({ title, reach }, at) => `${at + 1}. ${inLanguage(title)} (${text(`report.reaches.${reach}`)})`,
    ),
    ...(wrong.length === 0 ? [agreementText(judged)] : [`${text("report.exceptions")}:`]),
    ...named.flatMap(exceptionLines),
    ...(left > 0 ? [text("audit.more", { left, file: "index.html" })] : []),
    ...groupLines(wrong, content),
    verdictTable(judged),
    headline(judged),
    ...(content.slips ?? []).map(slipText),
    ...listed(text("report.unexplained"), rest),
    ...listed(text("report.unruled"), unruled),
    ...listed(
      text("audit.skipped"),
      skipped.map(({ id, printed }) => `${id} "${printed.slice(0, 20)}"`),
    ),
    ...warnings.slice(0, WARNINGS),
    "",
  ].join("\n");
}

function exceptionLines(claim: Judged): string[] {
  return SIDES.flatMap((side) => {
    const finding = claim[side];
    if (finding === undefined || agrees(finding.verdict)) return [];
    const value = recomputedText(finding, claim.decimals);
    return [
      `  ${claim.id}  ${claim.printed}  ${label(finding.verdict)} (${value})`,
      ...[finding.reason, finding.working].flatMap((line) => (line === undefined ? [] : `      ${line}`)),
    ];
  });
}

/** The groups in which most is wrong. */
function groupLines(wrong: readonly Judged[], content: Audit["content"]): string[] {
  const groups = new Map<string, Judged[]>();
  for (const claim of wrong)
    if (claim.group !== undefined && groups.get(claim.group)?.push(claim) === undefined)
      groups.set(claim.group, [claim]);
  const worst = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const lines = worst.slice(0, GROUPS).map(([group, claims]) => `  ${groupText(group, claims, content)}`);
  const left = groups.size - lines.length;
  return left > 0 ? [...lines, text("audit.more", { left, file: "index.html" })] : lines;
}

/** The first of many names; the report has them all. */
function listed(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return [`${what}: ${ids.length} (${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""})`];
}
