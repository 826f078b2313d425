import { SIDES } from "../../ledger/claim.js";
import { inLanguage } from "../../base/language.js";
import { agrees, isCounted } from "../../report/content.js";
import { unexplained } from "../../ledger/findings.js";
import { recomputedText } from "../../report/recomputed.js";
import { headline } from "../../report/summary.js";
import { verdictTable } from "../verdict-table.js";
import type { Audit } from "./audit-folder.js";
import { label, text } from "../../base/text.js";

/** What the terminal shows of an audit: findings, the numbers that do not agree, the table, what is still to be done. */
export function auditText({ content, unruled }: Audit): string {
  const { judged, findings } = content;
  const against = judged.filter(isCounted).flatMap((claim) =>
    SIDES.flatMap((side) => {
      const finding = claim[side];
      if (finding === undefined || agrees(finding.verdict)) return [];
      const value = recomputedText(finding, claim.decimals);
      return [
        `  ${claim.id}  ${claim.printed}  ${label(finding.verdict)} (${value})\n      ${finding.reason}`,
      ];
    }),
  );
  const rest = [...new Set(unexplained(judged, findings).map(({ id }) => id))];
  return [
    ...findings.map(
      ({ title, reach }, at) => `${at + 1}. ${inLanguage(title)} (${text(`report.reaches.${reach}`)})`,
    ),
    ...(against.length === 0 ? [text("report.noFindings")] : [`${text("report.exceptions")}:`, ...against]),
    verdictTable(judged),
    headline(judged),
    ...listed(text("report.unexplained"), rest),
    ...listed(text("report.unruled"), unruled),
    "",
  ].join("\n");
}

/** The first of many names; the report has them all. */
function listed(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return [`${what}: ${ids.length} (${ids.slice(0, 12).join(", ")}${ids.length > 12 ? " …" : ""})`];
}
