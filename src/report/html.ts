import { html, Html, type HtmlPart } from "../base/escape.js";
import { filled } from "../base/filled.js";
import { getLanguage, inLanguage } from "../base/language.js";
import { text } from "../base/text.js";
import { paperCitation, reportCitation } from "./cite.js";
import { caveatsOf, type ReportContent, type ReportFigure } from "./content.js";
import type { Proposal } from "../ledger/paper-folder.js";
import { claimSections } from "./html-claims.js";
import { findingSections } from "./html-findings.js";
import { fold, reportPart, tally } from "./html-summary.js";
import { mimeBundle } from "../show/show.js";
import type { Provenance } from "./provenance.js";
import { countedText, lead, sizes, standing } from "./summary.js";

/**
 * The report as one self-contained page: three sentences, the findings, and the rest folded; it needs no network or
 * other file.
 */
export function reportHtml(content: ReportContent): string {
  const { paper, figures, conclusions, made, judged, reply, proposals = [], forecasts = [] } = content;
  const title = text("report.title", { paper: inLanguage(paper.title) });
  const caveats = caveatsOf(judged).map((caveat) => html`<li>${caveat}</li>`);
  const sections: [id: string, heading: string, body: HtmlPart, open?: boolean][] = [
    ["findings", "report.findings", findingSections(content), true],
    ["conclusions", "report.conclusions", conclusions.length > 0 && conclusionTable(content)],
    ["pictures", "report.pictures", figures.length > 0 && figures.map(figureHtml)],
    ["forecasts", "report.forecasts", forecasts.length > 0 && forecastTable(forecasts)],
    ["numbers", "report.numbers", claimSections(content)],
    ["proposals", "proposal.heading", proposals.length > 0 && proposalTable(proposals), judged.length === 0],
    ["limits", "report.limits", html`<ul>${caveats}</ul>`], // prettier-ignore
    ["made", "report.madeWith", madeWith(made)],
    ["reply", "report.reply", replyHtml(reply), true],
    ["cite", "report.cite", html`<p class="cite">${reportCitation(paper, made)}</p>`, true],
  ];
  const counts = html`<p>${countedText(judged)} ${sizes(judged)}</p>
    ${tally(content)}`;
  return filled(reportPart("page.html"), {
    ...{ lang: getLanguage(), title, citation: paperCitation(paper) },
    ...{ css: new Html(reportPart("page.css")), script: new Html(reportPart("page.js")) },
    lead: `${lead(judged)} ${standing(conclusions.filter(({ by }) => by === "paper"))}`,
    summary: fold(text("report.summary"), counts),
    sections: sections.map(
      ([id, heading, body, open]) =>
        body !== false && fold(html`<h2>${text(heading)}</h2>`, body, { id, open }),
    ),
  }).text;
}

function figureHtml({ title, alt, png }: ReportFigure): Html {
  const data = Buffer.from(png).toString("base64");
  return html`<figure>
    <img src="data:image/png;base64,${data}" alt="${alt}" />
    <figcaption>${title}</figcaption>
  </figure> `;
}

function conclusionTable({ conclusions }: ReportContent): Html {
  const heads = ["report.conclusion", "report.side.internal", "report.side.source"].map((key) => text(key));
  const cell = (heading: string, { said, evidence }: { said: string; evidence: string }): Html =>
    html`<td data-label="${heading}"><strong>${said}</strong><br />${evidence}</td>`;
  const rows = conclusions.map(
    ({ place, statement, limits, recomputed, official }) =>
      html`<tr>
        <th scope="row">${statement}<br /><small>${place}. ${limits}</small></th>
        ${cell(heads[1]!, recomputed)}${cell(heads[2]!, official)}
      </tr>`,
  );
  return html`<table class="cards">
    ${headed(heads, rows)}
  </table>`;
}

/** As in notebook 12. */
function forecastTable(forecasts: NonNullable<ReportContent["forecasts"]>): Html {
  const shares = { "holds at ρ = 0.5": 2, "holds in a walk": 2 };
  const { "text/html": table } = mimeBundle(forecasts, {
    decimals: { n: 0, forecast: 3, interval: 3, ...shares },
  });
  return html`<p>${text("report.forecastsExplained")}</p>
    ${scrolled(text("report.forecasts"), new Html(table as string))}`;
}

const scrolled = (name: string, table: Html): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${name}">${table}</div>`;

/** A table's head line and its rows. */
const headed = (heads: readonly string[], rows: readonly Html[]): Html => {
  const cells = heads.map((head) => html`<th scope="col">${head}</th>`);
  return html`<thead><tr>${cells}</tr></thead><tbody>${rows}</tbody>`; // prettier-ignore
};

function plainTable(heads: readonly string[], rows: readonly (readonly HtmlPart[])[]): Html {
  const cells = (row: readonly HtmlPart[]): Html[] => row.map((cell) => html`<td>${cell}</td>`);
  const lines = rows.map((row) => html`<tr>${cells(row)}</tr>`); // prettier-ignore
  return html`<table>
    ${headed(heads, lines)}
  </table>`;
}

/** What a search found: never a verdict. */
function proposalTable(proposals: readonly Proposal[]): Html {
  const heads = ["relation", "support", "chance", "exceptions"].map((name) => text(`proposal.${name}`));
  const rows = proposals.map(({ cells, formula, law, family, holds, of, chance, fails }) => [
    html`${family}: <code>${cells}</code> = <code>${formula || law}</code>`,
    ...[`${holds} / ${of}`, chance.toExponential(0), fails.join(", ") || "–"],
  ]);
  return html`<p>${text("proposal.explained")}</p>
    ${scrolled(text("proposal.heading"), plainTable(heads, rows))}`;
}

/** The authors' own words, as text; blank lines separate paragraphs. */
function replyHtml(reply: string | undefined): Html {
  if (reply === undefined) return html`<p class="reply soft">${text("report.noReply")}</p>`;
  const paragraphs = reply.trim().split(/\n\s*\n/);
  return html`<div class="reply">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`;
}

function madeWith({ software, commit, data, made }: Provenance): Html {
  const files = data.map(({ file, sha256 }) => [file, html`<code>${sha256}</code>`]);
  const packages = software.map(({ name, version }) => `${name} ${version}`).join(", ");
  return html`<p>${made}, ${text("report.commit")} <code>${commit}</code>; ${packages}.</p>
    ${scrolled("SHA-256", plainTable([text("report.file"), "SHA-256"], files))}`;
}
