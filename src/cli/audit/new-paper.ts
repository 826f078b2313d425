import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { dataPath } from "../../base/project.js";
import { importPaper, type ImportedPaper } from "../../documents/import-paper.js";
import { readDocument } from "../../documents/read-document.js";
import { writeFolder } from "../../documents/write-folder.js";
import { UsageError } from "../usage-error.js";

/**
 * Copies the template of a paper's folder: a small table, two numbers in sentences, a source, rules and a finding.
 *
 * @throws UsageError if the folder is not empty
 */
export function newPaper(folder: string): void {
  requireEmpty(folder);
  cpSync(dataPath("template-paper"), folder, { recursive: true });
  const path = join(folder, "paper.json");
  // Only this code knows the schema's path; an editor that reads it completes and checks while typing.
  const schema = dataPath("schemas", "paper.schema.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("../schemas/paper.schema.json", schema));
  process.stdout.write(
    `${basename(resolve(folder))} has a paper with a table of three years, one number of which is off.\n` +
      `Judge it: egov-kz audit ${folder}\n` +
      "Then type your own tables over it; docs/a-paper-of-your-own.md says how.\n",
  );
}

/**
 * Creates a paper's folder from its document.
 *
 * @returns counts of what was read
 * @throws UsageError if the folder is not empty or the document cannot be read; nothing is then written
 */
export async function newPaperFrom(document: string, folder: string): Promise<ImportedPaper["counts"]> {
  requireEmpty(folder);
  const read = await readDocument(document).catch((error: Error) => {
    throw new UsageError(error.message, { cause: error });
  });
  const { files, counts } = importPaper(read, basename(document), basename(resolve(folder)));
  writeFolder(folder, files);
  return counts;
}

export function requireEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(
      `audit --new requires a folder that is empty or not there, got ${folder}, which has ${readdirSync(folder).slice(0, 5).join(", ")}`,
    );
}
