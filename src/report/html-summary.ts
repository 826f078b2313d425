import { SIDES } from "../ledger/claim.js";
import { escapeHtml } from "../base/escape.js";
import { inLanguage } from "../base/language.js";
import { VERDICT_STYLE } from "../figures/verdict-style.js";
import { VERDICTS } from "../ledger/claim.js";
import { isCounted, type ReportContent } from "./content.js";
import { countedText, lead, reachText, sizes } from "./summary.js";
import { label, text } from "../base/text.js";

/** What a reader needs on one page: how many numbers got which verdict, and the root causes. */
export function summarySection(content: ReportContent): string {
  return `<p class="lead">${escapeHtml(`${lead(content.judged)} ${countedText(content.judged)} ${sizes(content.judged)}`)}</p>${findingList(content)}${tally(content)}`;
}

function findingList({ findings }: ReportContent): string {
  if (findings.length === 0) return "";
  const items = findings.map(
    ({ id, title, reach, explains }) =>
      `<li><a href="#finding-${id}">${escapeHtml(inLanguage(title))}</a> <span class="soft">(${text("report.reach")}: ${reachText(reach, explains.length)})</span></li>`,
  );
  return `<h3>${text("report.findings")}</h3><ol class="findings">${items.join("")}</ol>`;
}

/** Results and inputs apart, side by side. */
function tally({ judged }: ReportContent): string {
  const counted = judged.filter(isCounted);
  const columns = SIDES.flatMap((side) => (["result", "input"] as const).map((role) => ({ side, role })));
  const count = (verdict: string, { side, role }: (typeof columns)[number]): number =>
    counted.filter((claim) => claim.role === role && claim[side]?.verdict === verdict).length;
  const rows = VERDICTS.filter((verdict) => columns.some((column) => count(verdict, column) > 0)).map(
    (verdict) =>
      `<tr><th scope="row">${badge(verdict)}</th>${columns.map((column) => `<td class="number">${count(verdict, column) || "–"}</td>`).join("")}</tr>`,
  );
  const sides = SIDES.map(
    (side) => `<th scope="colgroup" colspan="2">${text(`report.side.${side}`)}</th>`,
  ).join("");
  const roles = columns
    .map(
      ({ role }) =>
        `<th scope="col" class="number">${role === "result" ? text("report.results") : text("report.inputs")}</th>`,
    )
    .join("");
  return `<table class="tally"><thead><tr><td></td>${sides}</tr><tr><td></td>${roles}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** A verdict as a framed word: the sign and the word carry it, the colour only helps. */
export function badge(verdict: string): string {
  const { sign, colour } = VERDICT_STYLE[verdict] ?? { sign: "•", colour: "#999999" };
  return `<span class="badge" style="border-color: ${colour}"><span aria-hidden="true">${sign}&nbsp;</span>${escapeHtml(label(verdict))}</span>`;
}
