import { existsSync } from "node:fs";
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
import { proposalsIn } from "./propose-rules.js";
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
      ...replyIn(folder),
    },
    unruled: ledger.exhibits.flatMap(({ list }) => list.map(({ id }) => id)).filter((id) => !ruled.has(id)),
    skipped: [...ledger.exhibits, ...ledger.sources].flatMap((sheet) => sheet.skipped),
    warnings: ledger.exhibits.flatMap((sheet) => sheet.warnings),
  };
}

function replyIn(folder: string): { reply?: string } {
  const path = join(folder, "reply.txt");
  return existsSync(path)
    ? { reply: asUsageError(() => decodeText(readRegular(path), "reply.txt").text) }
    : {};
}

const RECORD = "expected-verdicts.json";

/** The verdicts recorded in the folder, or null if there are none. */
export function loadRecorded(folder: string): Expected | null {
  const path = join(folder, RECORD);
  if (!existsSync(path)) return null;
  return asUsageError(() => {
    const recorded = loadExpected(path);
    requireShape("expected-verdicts", recorded, RECORD);
    return recorded;
  });
}

/** Writes the verdicts and the page of their findings. */
export function recordIn(folder: string, content: ReportContent): void {
  writeAtomically(join(folder, RECORD), recordedText(verdictsOf(content.judged)));
  writeAtomically(join(folder, "findings.md"), `${findingsPage(content)}\n`);
}
