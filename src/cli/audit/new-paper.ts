import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { dataPath } from "../../base/project.js";
import { UsageError } from "../usage-error.js";

/**
 * Copies the template of a paper's folder: a small table, two numbers in sentences, a source, rules and a finding.
 *
 * @throws UsageError where the folder has anything in it
 */
export function newPaper(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(
      `audit --new requires a folder that is empty or not there, got ${folder}, which has ${readdirSync(folder).slice(0, 5).join(", ")}`,
    );
  cpSync(dataPath("template-paper"), folder, { recursive: true });
  const path = join(folder, "paper.json");
  // The schema's place is known here alone; an editor that reads it completes and checks as one types.
  const schema = dataPath("schemas", "paper.schema.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("../schemas/paper.schema.json", schema));
  process.stdout.write(
    `${basename(resolve(folder))} has a paper with a table of three years, one number of which is off.\n` +
      `Judge it: egov-kz audit ${folder}\n` +
      "Then type your own tables over it; docs/a-paper-of-your-own.md says how.\n",
  );
}
