import { escapeHtml } from "../base/escape.js";
import { getLanguage, inLanguage } from "../base/language.js";
import { paperCitation, reportCitation } from "./cite.js";
import { caveatsOf, type ReportContent, type ReportFigure } from "./content.js";
import { claimSections } from "./html-claims.js";
import { findingSections } from "./html-findings.js";
import { summarySection } from "./html-summary.js";
import { SCRIPT, STYLE } from "./page-style.js";
import type { Provenance } from "./provenance.js";
import { label, text } from "../base/text.js";

/** The report as one page that stands alone: no network, no other file needed to read it. */
export function reportHtml(content: ReportContent): string {
  const { paper, figures, conclusions, made } = content;
  const title = escapeHtml(text("report.title", { paper: inLanguage(paper.title) }));
  const sections: [id: string, heading: string, body: string][] = [
    ["findings", text("report.findings"), findingSections(content)],
    ...(conclusions.length > 0
      ? [["conclusions", text("report.conclusions"), conclusionTable(content)] as [string, string, string]]
      : []),
    ...(figures.length > 0
      ? [
          ["pictures", text("report.pictures"), figures.map(figureHtml).join("\n")] as [
            string,
            string,
            string,
          ],
        ]
      : []),
    ["numbers", text("report.numbers"), claimSections(content)],
    ["reply", text("report.reply"), replyHtml(content.reply)],
    ["made", text("report.madeWith"), madeWith(made)],
  ];
  const toc = [["summary", text("report.summary")], ...sections].map(
    ([id, heading]) => `<li><a href="#${id}">${heading}</a></li>`,
  );
  return `<!doctype html>
<html lang="${getLanguage()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body data-print="summary">
<a class="skip" href="#summary">${text("report.skip")}</a>
<header><h1>${title}</h1>
<p class="soft">${escapeHtml(paperCitation(paper))} ${text("report.lead")}</p>
<nav aria-label="${text("report.contents")}"><ul>${toc.join("")}</ul></nav>${printChoice()}</header>
<main>
<section id="summary"><h2>${text("report.summary")}</h2>${summarySection(content)}
<h3>${text("report.limits")}</h3><ul>${caveatsOf(content.judged)
    .map((caveat) => `<li>${escapeHtml(caveat)}</li>`)
    .join("")}</ul>
<h3>${text("report.cite")}</h3><p class="cite">${escapeHtml(reportCitation(paper, made))}</p></section>
${sections.map(([id, heading, body]) => `<section id="${id}"><h2>${heading}</h2>${body}</section>`).join("\n")}
</main><script>${SCRIPT}</script></body></html>
`;
}

/** What goes to the printer; a whole ledger is many pages. */
function printChoice(): string {
  const choices = {
    summary: text("report.printSummary"),
    findings: text("report.printFindings"),
    all: text("report.printAll"),
  };
  const options = Object.entries(choices).map(([value, name]) => `<option value="${value}">${name}</option>`);
  return `<label class="print-choice">${text("report.print")} <select id="print">${options.join("")}</select></label>`;
}

function figureHtml({ title, alt, png }: ReportFigure): string {
  const data = Buffer.from(png).toString("base64");
  return `<figure><img src="data:image/png;base64,${data}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(title)}</figcaption></figure>`;
}

function conclusionTable({ conclusions }: ReportContent): string {
  const cell = (heading: string, { said, evidence }: { said: string; evidence: string }): string =>
    `<td data-label="${escapeHtml(heading)}"><strong>${escapeHtml(said)}</strong><br>${escapeHtml(evidence)}</td>`;
  const rows = conclusions.map(
    ({ place, statement, limits, recomputed, official }) =>
      `<tr><th scope="row">${escapeHtml(statement)}<br><small>${escapeHtml(`${place}. ${limits}`)}</small></th>${cell(text("report.side.internal"), recomputed)}${cell(text("report.side.source"), official)}</tr>`,
  );
  return `<table class="cards"><thead><tr><th scope="col">${text("report.conclusion")}</th><th scope="col">${text("report.side.internal")}</th><th scope="col">${text("report.side.source")}</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** The authors' own words, as text; a blank line parts paragraphs. */
function replyHtml(reply: string | undefined): string {
  if (reply === undefined) return `<p class="reply soft">${text("report.noReply")}</p>`;
  const paragraphs = reply.trim().split(/\n\s*\n/);
  return `<div class="reply">${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("")}</div>`;
}

function madeWith({ software, commit, data, made }: Provenance): string {
  const files = data.map(
    ({ file, sha256 }) => `<tr><td>${escapeHtml(file)}</td><td><code>${sha256}</code></td></tr>`,
  );
  return `<p>${made}, ${text("report.commit")} <code>${escapeHtml(commit)}</code>; ${software.map(({ name, version }) => `${escapeHtml(name)} ${version}`).join(", ")}.</p>
<div class="scroll" role="region" tabindex="0" aria-label="${label("SHA-256")}"><table><thead><tr><th scope="col">${text("report.file")}</th><th scope="col">SHA-256</th></tr></thead><tbody>${files.join("")}</tbody></table></div>`;
}
