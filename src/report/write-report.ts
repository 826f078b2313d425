import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readSync } from "node:fs";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VerdictChange } from "../ledger/expected.js";
import { codecheckYaml } from "./codecheck.js";
import type { ReportContent } from "./content.js";
import { claimsCsv } from "./csv.js";
import { exhibitList } from "./exhibit-list.js";
import { findingsMarkdown } from "./findings.js";
import { reportHtml } from "./html.js";
import { claimsJunit } from "./junit.js";

/** The files of a report, by name. */
const FILES: Record<string, (content: ReportContent, changes: readonly VerdictChange[]) => string> = {
  "index.html": reportHtml,
  "claims.csv": ({ judged, severity }) => claimsCsv(judged, severity),
  "claims.json": ({ judged, findings, conclusions, made }) =>
    JSON.stringify({ made, findings, conclusions, claims: judged }, null, 1) + "\n",
  "junit.xml": ({ judged }, changes) => claimsJunit(judged, changes),
  "findings.md": findingsMarkdown,
  "exhibits.md": exhibitList,
  "codecheck.yml": codecheckYaml,
};

export const REPORT_FILES: readonly string[] = Object.keys(FILES);

/** Whether the files of a folder are a report's: claims.json begins with what it was made with. */
export function isReport(folder: string): boolean {
  const path = join(folder, "claims.json");
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(32);
    readSync(file, start);
    return /^\{\s*"made"/.test(start.toString("latin1"));
  } finally {
    closeSync(file);
  }
}

/** Writes a report: into a draft, one file after the other, then all in their places. A reader never sees half a file. */
export function writeReport(folder: string, content: ReportContent, changes: readonly VerdictChange[]): void {
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, ".draft-"));
  try {
    for (const [name, make] of Object.entries(FILES))
      writeFileSync(join(draft, name), make(content, changes));
    for (const name of REPORT_FILES) renameSync(join(draft, name), join(folder, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
