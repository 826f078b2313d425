import { findingsOf } from "../ledger/findings.js";
import type { Judged } from "../ledger/claim.js";
import { checkConclusions } from "../paper/conclusions.js";
import { loadLedger } from "../paper/judge.js";
import { notebookOf } from "../paper/paper.js";
import type { ReportContent } from "../report/content.js";
import { reportFigures } from "../report/figures.js";
import { provenance } from "../report/provenance.js";

/** The content of this paper's report, in the current language. */
export async function reportContent(judged: Judged[]): Promise<ReportContent> {
  const ledger = loadLedger();
  return {
    ...{ paper: ledger.paper, judged, findings: findingsOf(ledger, judged), conclusions: checkConclusions() },
    ...{ figures: await reportFigures(judged), notebookOf, made: provenance() },
  };
}
