import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VerdictChange } from "../claims/expected.js";
import { claimsCsv } from "./csv.js";
import { findingsMarkdown } from "./findings.js";
import { reportHtml, type ReportContent } from "./html.js";
import { claimsJunit } from "./junit.js";

/**
 * Writes index.html, claims.csv, claims.json, junit.xml and findings.md. All of them are made before the first is
 * written, and each takes its place at once: a reader never sees half a file.
 */
export function writeReport(folder: string, content: ReportContent, changes: readonly VerdictChange[]): void {
  const { judged, conclusions, made } = content;
  const files: Record<string, string> = {
    "index.html": reportHtml(content),
    "claims.csv": claimsCsv(judged),
    "claims.json": JSON.stringify({ made, conclusions, claims: judged }, null, 1) + "\n",
    "junit.xml": claimsJunit(judged, changes),
    "findings.md": findingsMarkdown(judged, conclusions, made),
  };
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(folder, ".draft-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(draft, name), text);
    for (const name of Object.keys(files)) renameSync(join(draft, name), join(folder, name));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
