/** The first page: what this is, a number to change, the notebooks, how to cite. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../base/escape.js";
import { projectRoot } from "../../base/project.js";
import { paperCitation, reportCitation } from "../../report/cite.js";
import type { ReportContent } from "../../report/content.js";
import { badgeHtml } from "../../show/badge.js";
import { titleOf, type StoredNotebook } from "./notebook-page.js";
import { pageHtml } from "./page-html.js";
import { text } from "../../base/text.js";

/** The number that the first page lets one change. */
const TRIED = "T3.2018.EGDI";

export function landingPage(notebooks: readonly StoredNotebook[], content: ReportContent): string {
  const list = notebooks.map(
    ({ name, language, ...one }) =>
      `<li><a href="notebooks/${name}.html" lang="${language}">${escapeHtml(titleOf({ name, language, ...one }))}</a></li>`,
  );
  const claim = content.judged.find(({ id }) => id === TRIED)!;
  const [picture] = content.figures;
  const body = `<main id="main">
<h1>${text("landing.title")}</h1>
<p>${text("landing.what")}</p>
<section class="try" aria-labelledby="try-title"><h2 id="try-title">${text("landing.try")}</h2>
<p>${text("landing.tryText")}</p>
<div id="try" data-id="${TRIED}"><div class="digits"><span class="digit"><b>${escapeHtml(claim.printed)}</b></span></div>
<p aria-live="polite">${badgeHtml(claim.internal!.verdict).text}</p></div></section>
<p class="begin"><a class="button primary" href="notebooks/${notebooks[0]!.name}.html">${text("landing.start")}</a> <a href="what-if.html">${text("landing.more")}</a></p>
<h2>${text("landing.found")}</h2>
<ul><li>${text("landing.found1")}</li><li>${text("landing.found2")}</li><li>${text("landing.found3")}</li></ul>
<p><a href="report.html">${text("landing.allFindings")}</a> <a href="grade.html">${text("grade.page.title")}</a> <a href="audit.html">${text("audit.page.title")}</a></p>
<img src="data:image/png;base64,${Buffer.from(picture!.png).toString("base64")}" alt="${escapeHtml(picture!.alt)}" class="picture">
<h2 id="notebooks">${text("page.notebooks")}</h2>
<ol start="0">${list.join("\n")}</ol>
<h2>${text("landing.cite")}</h2>
<p>${escapeHtml(reportCitation(content.paper, content.made))}</p>
<h2>${text("landing.source")}</h2>
<p>${escapeHtml(paperCitation(content.paper))}</p>
<p>${text("landing.safe")}</p>
</main>`;
  const css = readFileSync(join(projectRoot(), "src/browser/page/what-if.css"), "utf8");
  const title = `egov-kz – ${text("landing.title")}`;
  return pageHtml({ title, path: "index.html", body, script: "front", css });
}
