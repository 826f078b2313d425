/** The first page: what this is, a number to change, the notebooks, how to cite. */
import { html } from "../../base/escape.js";
import { paperCitation, reportCitation } from "../../report/cite.js";
import type { ReportContent } from "../../report/content.js";
import { badgeHtml } from "../../show/badge.js";
import { notebookTitle, type StoredNotebook } from "./notebook-page.js";
import { pageHtml } from "./page-html.js";
import { text } from "../../base/text.js";

/** The number that readers can change on the first page. */
const TRIED = "T3.2018.EGDI";

export function landingPage(notebooks: readonly StoredNotebook[], content: ReportContent): string {
  const list = notebooks.map(
    (one) =>
      html`<li><a href="notebooks/${one.name}.html" lang="${one.language}">${notebookTitle(one)}</a></li> `,
  );
  const claim = content.judged.find(({ id }) => id === TRIED)!;
  const { png, alt } = content.figures[0]!;
  const values = {
    ...{ tried: TRIED, printed: claim.printed, verdict: badgeHtml(claim.internal!.verdict) },
    ...{ first: notebooks[0]!.name, list, alt, png: Buffer.from(png).toString("base64") },
    citeReport: reportCitation(content.paper, content.made),
    citePaper: paperCitation(content.paper),
  };
  const title = `egov-kz – ${text("landing.title")}`;
  return pageHtml({
    title,
    path: "index.html",
    body: ["index", values],
    script: "front",
    css: "what-if.css",
  });
}
