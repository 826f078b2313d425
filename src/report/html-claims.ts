import { SIDES } from "../ledger/claim.js";
import type { Judged } from "../ledger/claim.js";
import { escapeHtml } from "../base/escape.js";
import { VERDICTS } from "../ledger/claim.js";
import { agrees, isCounted, type ReportContent } from "./content.js";
import { badge } from "./html-summary.js";
import { recomputedText } from "./recomputed.js";
import { exhibitsOf } from "./summary.js";
import { label, text } from "../base/text.js";

/** Every number, exhibit by exhibit: first what does not agree, the rest folded. */
export function claimSections(content: ReportContent): string {
  const { judged } = content;
  return (
    filters(judged) +
    exhibitsOf(judged)
      .map((exhibit) => exhibitSection(exhibit, content))
      .join("\n")
  );
}

function exhibitSection(exhibit: string, content: ReportContent): string {
  const own = content.judged.filter((claim) => claim.exhibit === exhibit);
  const exceptions = own.filter(isException);
  const rest = own.filter((claim) => !isException(claim));
  const name = escapeHtml(label(exhibit));
  const table = (claims: readonly Judged[], caption: string): string =>
    `<table class="claims cards"><caption>${name}: ${caption}</caption><thead><tr>${[text("report.number"), text("report.printed"), text("report.head.recomputed"), text("report.verdict"), text("report.why")].map((head, at) => `<th scope="col"${at === 1 || at === 2 ? ' class="number"' : ""}>${head}</th>`).join("")}</tr></thead>
${claims.map((claim) => claimRows(claim, content)).join("\n")}</table>`;
  const folded =
    rest.length === 0
      ? ""
      : `<details><summary>${text("report.agree", { count: rest.length })}</summary>${table(rest, text("report.agree", { count: rest.length }))}</details>`;
  return `<section class="exhibit"><h3>${name}</h3>${exceptions.length > 0 ? table(exceptions, text("report.exceptions")) : `<p>${text("report.allAgree")}</p>`}${folded}</section>`;
}

function isException(claim: Judged): boolean {
  return isCounted(claim) && SIDES.some((side) => claim[side] !== undefined && !agrees(claim[side].verdict));
}

function filters(judged: readonly Judged[]): string {
  const options = (values: readonly string[]): string =>
    ["", ...values]
      .map(
        (value) =>
          `<option value="${escapeHtml(value)}">${escapeHtml(value ? label(value) : text("report.all"))}</option>`,
      )
      .join("");
  const found = VERDICTS.filter((verdict) =>
    judged.some((claim) => SIDES.some((side) => claim[side]?.verdict === verdict)),
  );
  return `<div class="filters"><label>${text("report.exhibit")} <select id="exhibit">${options(exhibitsOf(judged))}</select></label>
<label>${text("report.verdict")} <select id="verdict">${options(found)}</select></label>
<label>${text("report.search")} <input id="search" type="search" placeholder="${text("report.searchHint")}"></label><output id="shown" aria-live="polite" data-text="${text("report.shown", { count: -1, all: -2 })}">${text("report.shown", { count: judged.length, all: judged.length })}</output></div>`;
}

/** A claim is a body of its own, so that its one or two verdicts are filtered and printed together. */
function claimRows(claim: Judged, { notebookOf }: ReportContent): string {
  const found = SIDES.flatMap((side) => claim[side] ?? []);
  const id = escapeHtml(claim.id);
  const link = notebookOf?.(claim);
  const name = link === undefined ? id : `<a href="${escapeHtml(link)}">${id}</a>`;
  const note =
    claim.note === undefined || claim.note === "" ? "" : `<br><small>${escapeHtml(claim.note)}</small>`;
  const role = text(`report.role.${claim.role}`);
  const statement = claim.statement === undefined ? "" : `${escapeHtml(claim.statement)}<br>`;
  const span = found.length > 1 ? ` rowspan="${found.length}"` : "";
  const head = `<td${span} data-label="${text("report.number")}">${statement}<small>${name}, ${role}</small>${note}</td><td class="number"${span} data-label="${text("report.printed")}">${escapeHtml(claim.printed)}</td>`;
  const rows = found.map(
    (finding, at) =>
      `<tr>${at === 0 ? head : ""}<td class="number" data-label="${text("report.head.recomputed")}">${escapeHtml(recomputedText(finding, claim.decimals))}</td><td data-label="${text("report.verdict")}">${badge(finding.verdict)}</td><td data-label="${text("report.why")}">${escapeHtml(finding.reason)}</td></tr>`,
  );
  return `<tbody id="${id}" data-exhibit="${escapeHtml(claim.exhibit)}" data-verdicts="${found.map(({ verdict }) => verdict).join("|")}">${rows.join("") || `<tr>${head}<td></td><td></td><td></td></tr>`}</tbody>`;
}
