/** The first page: what this is, the findings, the notebooks, how to cite. */
import { escapeHtml } from "../../base/escape.js";
import { inLanguage } from "../../base/language.js";
import { paperCitation, reportCitation } from "../../report/cite.js";
import type { ReportContent } from "../../report/content.js";
import { titleOf, type StoredNotebook } from "./notebook-page.js";
import { pageHtml } from "./page-html.js";
import { text } from "../../base/text.js";

export function landingPage(notebooks: readonly StoredNotebook[], content: ReportContent): string {
  const list = notebooks.map(
    ({ name, language, ...one }) =>
      `<li><a href="notebooks/${name}.html" lang="${language}">${escapeHtml(titleOf({ name, language, ...one }))}</a></li>`,
  );
  const findings = content.findings
    .filter(({ explains }) => explains.length > 0)
    .map(
      ({ id, title }) => `<li><a href="report.html#finding-${id}">${escapeHtml(inLanguage(title))}</a></li>`,
    );
  const [picture] = content.figures;
  const body = `<main id="main">
<h1>${text("landing.title")}</h1>
<p>${text("landing.what")}</p>
<p class="begin"><a class="button" href="notebooks/${notebooks[0]!.name}.html">${text("landing.start")}</a> <a class="button" href="what-if.html">${text("landing.try")}</a></p>
<h2>${text("report.findings")}</h2>
<ul>${findings.join("\n")}</ul>
<p><a href="report.html">${text("landing.report")}</a> <a href="grade.html">${text("grade.page.title")}</a></p>
<img src="data:image/png;base64,${Buffer.from(picture!.png).toString("base64")}" alt="${escapeHtml(picture!.alt)}" class="picture">
<h2 id="notebooks">${text("page.notebooks")}</h2>
<ol start="0">${list.join("\n")}</ol>
<h2>${text("landing.cite")}</h2>
<p>${escapeHtml(reportCitation(content.paper, content.made))}</p>
<h2>${text("landing.source")}</h2>
<p>${escapeHtml(paperCitation(content.paper))}</p>
<p>${text("landing.safe")}</p>
</main>`;
  return pageHtml({ title: `egov-kz – ${text("landing.title")}`, path: "index.html", body });
}
