import { html, type Html, type HtmlPart } from "../base/escape.js";
import { inLanguage } from "../base/language.js";
import { agreementText, slipText } from "./summary.js";
import { text } from "../base/text.js";
import { unexplained, type Finding, type VerdictPlace } from "../ledger/findings.js";
import { MOST_TOLD, type ReportContent } from "./content.js";
import { fold } from "./html-summary.js";

/** One unfolding line per root cause; then what none explains. */
export function findingSections({ paper, judged, findings, slips = [] }: ReportContent): Html {
  const rest = unexplained(judged, findings);
  const none = rest.length === 0 ? agreementText(judged) : text("report.noneWritten");
  const left = html`<h3>${text("report.unexplained")}: ${rest.length}</h3>
    ${idList(rest)}`;
  const roots = slips.map((slip) => html`<p>${slipText(slip)}</p>`);
  return html`${findings.length === 0 ? html`<p>${none}</p>` : findings.map(findingHtml)}${roots}${rest.length > 0 && left}${paper.remarks && html`<p>${inLanguage(paper.remarks)}</p>`}`;
}

function findingHtml(finding: Finding): Html {
  const { id, title, evidence, explains, reach, reading, settles, correction } = finding;
  const proofs = evidence.map(
    ({ formula, says, holds }) =>
      html`<li>
        <strong>${holds ? `✓ ${text("report.holds")}` : `✗ ${text("report.fails")}`}</strong>:
        ${inLanguage(says)} <code>${formula}</code>
      </li>`,
  );
  const parts: [term: string, said: HtmlPart][] = [
    [text("report.evidence"), html`<ul>${proofs}</ul>`], // prettier-ignore
    [text("report.reach"), text(`report.reaches.${reach}`)],
    [text("report.reading"), inLanguage(reading)],
    [text("report.settles"), inLanguage(settles)],
    [text("report.correction"), inLanguage(correction)],
  ];
  if (explains.length > 0) parts.push([`${text("report.explains")} (${explains.length})`, idList(explains)]);
  const list = parts.map(([term, said]) => html`<dt>${term}</dt><dd>${said}</dd>`); // prettier-ignore
  return fold(inLanguage(title), html`<dl>${list}</dl>`, { id: `finding-${id}`, kind: "finding" });
}

const OPEN = 12;

function idList(explained: readonly VerdictPlace[]): Html {
  const ids = [...new Set(explained.map(({ id }) => id))];
  const told = ids.slice(0, MOST_TOLD).map((id, at) => html`${at > 0 && ", "}<a href="#${id}">${id}</a>`);
  const left = ids.length - told.length;
  const links = html`${told}${left > 0 && ` ${text("audit.more", { left, file: "claims.csv" })}`}`;
  return ids.length <= OPEN ? links : fold(String(ids.length), links);
}
