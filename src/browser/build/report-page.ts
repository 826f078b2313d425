/** The report as a page of the site. */
import { createHash } from "node:crypto";
import { reportContent } from "../../cli/report-content.js";
import { judge } from "../../paper/judge.js";
import { notebookOf } from "../../paper/paper.js";
import type { ReportContent } from "../../report/content.js";
import { reportHtml } from "../../report/html.js";

/** The report's content, in the current language, with links to the site's notebooks. */
export const siteReport = async (): Promise<ReportContent> => ({
  ...(await reportContent(judge())),
  notebookOf: (claim) => notebookOf(claim)?.replace(".ipynb", ".html"),
});

/** Its only script is allowed by hash; nothing is fetched. */
export function reportPage(content: ReportContent): string {
  const html = reportHtml(content);
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  const meta = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html
    .replace('<meta charset="utf-8" />', meta)
    .replace("<header>", '<header><p><a href="index.html">egov-kz</a></p>');
}
