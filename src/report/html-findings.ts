import { inLanguage } from "../base/language.js";
import { unexplained, type RootCause, type VerdictPlace } from "../ledger/findings.js";
import { escapeHtml } from "../base/escape.js";
import { type ReportContent } from "./content.js";
import { text } from "../base/text.js";

/** A section a root cause, then what none explains. */
export function findingSections(content: ReportContent): string {
  const { paper, judged, findings } = content;
  const rest = unexplained(judged, findings);
  const none = rest.length === 0 ? text("report.noFindings") : text("report.noneWritten");
  const body = findings.length === 0 ? `<p>${none}</p>` : findings.map(findingHtml).join("\n");
  const left =
    rest.length === 0 ? "" : `<h3>${text("report.unexplained")}: ${rest.length}</h3>${idList(rest)}`;
  const remarks = paper.remarks === undefined ? "" : `<p>${escapeHtml(inLanguage(paper.remarks))}</p>`;
  return body + left + remarks;
}

function findingHtml({
  id,
  title,
  evidence,
  explains,
  reach,
  reading,
  settles,
  correction,
}: RootCause): string {
  const proofs = evidence.map(
    ({ formula, says, holds }) =>
      `<li><strong>${holds ? `✓ ${text("report.holds")}` : `✗ ${text("report.fails")}`}</strong>: ${escapeHtml(inLanguage(says))} <code>${escapeHtml(formula)}</code></li>`,
  );
  const parts: [string, string][] = [
    [text("report.reach"), text(`report.reaches.${reach}`)],
    [text("report.reading"), inLanguage(reading)],
    [text("report.settles"), inLanguage(settles)],
    [text("report.correction"), inLanguage(correction)],
  ];
  const list = parts.map(([term, text]) => `<dt>${term}</dt><dd>${escapeHtml(text)}</dd>`);
  const explained =
    explains.length === 0
      ? ""
      : `<dt>${text("report.explains")} (${explains.length})</dt><dd>${idList(explains)}</dd>`;
  return `<article id="finding-${id}" class="finding"><h3>${escapeHtml(inLanguage(title))}</h3>
<dl><dt>${text("report.evidence")}</dt><dd><ul>${proofs.join("")}</ul></dd>${list.join("")}${explained}</dl></article>`;
}

const OPEN = 12;

function idList(explained: readonly VerdictPlace[]): string {
  const ids = [...new Set(explained.map(({ id }) => id))];
  const links = ids.map((id) => `<a href="#${escapeHtml(id)}">${escapeHtml(id)}</a>`).join(", ");
  return ids.length <= OPEN ? links : `<details><summary>${ids.length}</summary>${links}</details>`;
}
