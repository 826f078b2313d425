import { join, resolve } from "node:path";
import { readRegular } from "../../base/read-regular.js";
import { writeAtomically } from "../../base/write-atomically.js";
import { decodeText } from "../../base/decode-text.js";
import { loadExpected, recordedText, verdictsOf, type Expected } from "../../ledger/expected.js";
import { findingsOf, isGone } from "../../ledger/findings.js";
import { judgeLedger } from "../../ledger/judge.js";
import { slips } from "../../ledger/slips.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import { requireShape } from "../../ledger/validate-folder.js";
import type { ReportContent } from "../../report/content.js";
import { findingsPage } from "../../report/findings.js";
import { provenance } from "../../report/provenance.js";
import { severities } from "../../report/severity.js";
import { asUsageError } from "../usage-error.js";
import { inFolder, proposalsIn } from "./propose-rules.js";
import "../../documents/source-document.js"; // lets a source be a document

/** The result of reading a paper's folder once. */
export interface Audit {
  content: ReportContent;
  /** Ids of printed numbers that no rule names. */
  unruled: string[];
  /** Cells that were not read as numbers. */
  skipped: { id: string; printed: string }[];
  /** Possible typing errors. */
  warnings: string[];
}

/** @throws UsageError on an invalid folder, cell or rule, before anything is judged */
export function auditFolder(folder: string): Audit {
  const ledger = asUsageError(() => ledgerIn(folder));
  const judged = asUsageError(() => judgeLedger(ledger));
  const ruled = new Set(judged.map(({ id }) => id));
  return {
    content: {
      paper: ledger.paper,
      judged,
      findings: asUsageError(() => findingsOf(ledger, judged).filter((finding) => !isGone(finding))),
      severity: severities(ledger, judged),
      slips: slips(ledger, judged),
      conclusions: [],
      figures: [],
      made: provenance(resolve(folder), ["report"]),
      proposals: proposalsIn(folder),
      reply: inFolder(folder, "reply.txt", (path) => decodeText(readRegular(path), "reply.txt").text),
    },
    unruled: ledger.exhibits.flatMap(({ list }) => {
      const isRuled = ({ id }: { id: string }) => ruled.has(id);
      // Rows may have numbers for names that the page does not print: they count where a rule names one of them.
      const named = list.some((cell) => cell.heading && isRuled(cell));
      return list.filter((cell) => !isRuled(cell) && (named || !cell.heading)).map(({ id }) => id);
    }),
    skipped: [...ledger.exhibits, ...ledger.sources].flatMap((sheet) => sheet.skipped),
    warnings: ledger.exhibits.flatMap((sheet) => sheet.warnings),
  };
}

const RECORD = "expected-verdicts.json";

/** The verdicts recorded in the folder, if there are any. */
export const loadRecorded = (folder: string): Expected | undefined =>
  inFolder(folder, RECORD, (path) => {
    const recorded = loadExpected(path);
    requireShape("expected-verdicts", recorded, RECORD);
    return recorded;
  });

/** Writes the verdicts and the page of their findings. */
export function recordIn(folder: string, content: ReportContent): void {
  writeAtomically(join(folder, RECORD), recordedText(verdictsOf(content.judged)));
  writeAtomically(join(folder, "findings.md"), `${findingsPage(content)}\n`);
}
