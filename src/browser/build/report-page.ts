/** The report as a page of the site. */
import { createHash } from "node:crypto";
import { findingsOf } from "../../ledger/findings.js";
import { checkConclusions } from "../../paper/conclusions.js";
import { judge, loadLedger } from "../../paper/judge.js";
import { notebookOf } from "../../paper/paper.js";
import type { ReportContent } from "../../report/content.js";
import { reportFigures } from "../../report/figures.js";
import { reportHtml } from "../../report/html.js";
import { provenance } from "../../report/provenance.js";

/** The report's content, in the current language. */
export async function reportContent(): Promise<ReportContent> {
  const ledger = loadLedger();
  const judged = judge(ledger);
  return {
    ...{ paper: ledger.paper, judged, findings: findingsOf(ledger, judged), conclusions: checkConclusions() },
    ...{ figures: await reportFigures(judged), made: provenance() },
    notebookOf: (claim) => notebookOf(claim)?.replace(".ipynb", ".html"),
  };
}

/** Its only script is allowed by hash; nothing is fetched. */
export function reportPage(content: ReportContent): string {
  const html = reportHtml(content);
  const script = /<script>([^]*?)<\/script>/.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html
    .replace(
      '<meta charset="utf-8" />',
      `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace("<header>", '<header><p><a href="index.html">egov-kz</a></p>');
}
