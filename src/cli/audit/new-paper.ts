/** New folders of papers: from the template, or from a paper's document. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { dataPath } from "../../base/project.js";
import { text } from "../../base/text.js";
import type { PaperDocument } from "../../documents/document.js";
import { importPaper } from "../../documents/import-paper.js";
import { readDocument } from "../../documents/read-document.js";
import { writeFolder } from "../../documents/write-folder.js";
import { provenance } from "../../report/provenance.js";
import { writeReport } from "../../report/write-report.js";
import { UsageError } from "../usage-error.js";
import { auditOf } from "./audit-of.js";
import { showSearch } from "./propose-rules.js";

/**
 * Copies the template of a paper's folder: a small table, two numbers in sentences, a source, rules and a finding.
 *
 * @returns the text to print
 * @throws UsageError if the folder is not empty
 */
export function newPaper(folder: string): string {
  requireEmpty(folder);
  cpSync(dataPath("template-paper"), folder, { recursive: true });
  const path = join(folder, "paper.json");
  // Only this code knows the schema's path; an editor that reads it completes and checks while typing.
  const schema = dataPath("schemas", "paper.schema.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("../schemas/paper.schema.json", schema));
  return (
    `${basename(resolve(folder))} has a sample paper; one of its numbers is wrong.\n` +
    `Judge it: egov-kz audit ${folder}\n` +
    "Then replace its tables with your own; docs/a-paper-of-your-own.md says how.\n"
  );
}

/**
 * Creates a paper's folder from its document.
 *
 * @returns the text to print
 * @throws UsageError if the folder is not empty or the document cannot be read; nothing is then written
 */
export async function newPaperFrom(path: string, folder: string): Promise<string> {
  const file = basename(path);
  const { files, counts } = importPaper(await documentFor(folder, path), file, basename(resolve(folder)));
  writeFolder(folder, files);
  return `${text("imported.done", { folder, file, ...counts })}\n`;
}

/** Audits a paper in one step, in a folder below the working directory; returns the text to print. */
export async function auditDocument(path: string): Promise<string> {
  const folder = `${basename(path, extname(path))}-audit`;
  const document = await documentFor(folder, path);
  const { files, content, lines } = auditOf(document, basename(path), folder, showSearch());
  writeFolder(folder, files);
  const report = join(folder, "report");
  writeReport(report, { ...content, made: provenance(resolve(folder)) }, []);
  return [...lines, text("imported.next", { report: join(report, "index.html"), folder }), ""].join("\n");
}

function documentFor(folder: string, path: string): Promise<PaperDocument> {
  requireEmpty(folder);
  return readDocument(path).catch((cause: Error) => {
    throw new UsageError(cause.message, { cause });
  });
}

function requireEmpty(folder: string): void {
  const files = existsSync(folder) ? readdirSync(folder).slice(0, 5) : [];
  if (files.length > 0)
    throw new UsageError(
      `audit --new requires a folder that is empty or not there, got ${folder}, which has ${files.join(", ")}`,
    );
}
