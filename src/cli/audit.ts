import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { languageOption } from "./language.js";
import { setLanguage, type Language } from "../base/language.js";
import { verdictChanges, verdictsOf } from "../ledger/expected.js";
import { REPORT_FILES, writeReport } from "../report/write-report.js";
import { auditFolder, loadRecorded, recordIn } from "./audit/audit-folder.js";
import { newPaper } from "./audit/new-paper.js";
import { auditText } from "./audit/audit-text.js";
import { mutationText } from "./audit/mutation-text.js";
import { watchFolder } from "./audit/watch-folder.js";
import { changeLine } from "./record.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz audit FOLDER`: the ledger of any paper. */
export function register(program: Command): void {
  program
    .command("audit")
    .description("judge the printed numbers of any paper, typed into a folder (docs/a-paper-of-your-own.md)")
    .argument("<folder>", "the paper's folder")
    .option("--new", "write a template into the folder, which must be empty or not there; it runs as it is")
    .option("--watch", "judge again whenever a file is saved, until Ctrl-C")
    .option("--mutations", "change every digit of every number and count the changes that are seen")
    .option(
      "--record",
      "write expected-verdicts.json, from which later runs must not differ, and findings.md",
    )
    .option("--report <folder>", "where the report goes (default: report, in the paper's folder)")
    .option("--overwrite", "replace a report that is there")
    .addOption(languageOption("of what is written"))
    .action(audit);
}

interface AuditFlags {
  new?: boolean;
  watch?: boolean;
  mutations?: boolean;
  record?: boolean;
  report?: string;
  overwrite?: boolean;
  language: Language;
}

async function audit(folder: string, flags: AuditFlags): Promise<void> {
  setLanguage(flags.language);
  if (flags.new) return newPaper(folder);
  if (flags.mutations) return void process.stdout.write(mutationText(folder));
  const report = flags.report ?? join(folder, "report");
  if (!flags.overwrite) refuseReport(report);
  const once = (): boolean => judgeAndWrite(folder, report, flags);
  if (flags.watch) await watchFolder(folder, report, once);
  else if (!once()) process.exitCode = 1;
}

/** @returns false where a verdict is not the recorded one */
function judgeAndWrite(folder: string, report: string, { record }: AuditFlags): boolean {
  const done = auditFolder(folder);
  const recorded = loadRecorded(folder);
  const changes =
    recorded === null || record ? [] : verdictChanges(verdictsOf(done.content.judged), recorded);
  if (record) recordIn(folder, done.content);
  writeReport(report, done.content, changes);
  process.stdout.write(auditText(done));
  process.stdout.write(`Report: ${relative(process.cwd(), resolve(report, "index.html"))}\n`);
  if (changes.length > 0)
    process.stderr.write(
      `${changes.length} verdicts are not those that expected-verdicts.json records ` +
        `(look at them; "egov-kz audit ${folder} --record" takes them over):\n${changes.map(changeLine).join("")}`,
    );
  return changes.length === 0;
}

/** A report may have been worked on: the draft of a codecheck.yml is there to be completed. */
function refuseReport(report: string): void {
  if (!existsSync(report)) return;
  const there = readdirSync(report).filter((name) => REPORT_FILES.includes(name));
  if (there.length > 0)
    throw new UsageError(
      `audit requires --overwrite to replace the report in ${report}, which has ${there.join(", ")}`,
    );
}
