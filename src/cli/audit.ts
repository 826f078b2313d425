import { join, relative, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Command } from "@commander-js/extra-typings";
import { languageOption } from "./options.js";
import { plainText } from "../base/escape.js";
import { setLanguage, text } from "../base/text.js";
import { verdictChanges, verdictsOf } from "../ledger/expected.js";
import { paperFolder } from "../paper/paper.js";
import { requireReportPlace, writeReport } from "../report/write-report.js";
import { auditFolder, loadRecorded, recordIn } from "./audit/audit-folder.js";
import { coverageText, listText } from "./audit/list.js";
import { auditDocument, newPaper, newPaperFrom } from "./audit/new-paper.js";
import { isDocument } from "../documents/read-document.js";
import { auditText } from "./audit/audit-text.js";
import { acceptProposals, proposalsText, proposeRules } from "./audit/propose-rules.js";
import { mutationText } from "./audit/mutation-text.js";
import { watchFolder } from "./audit/watch-folder.js";
import { reportChanges } from "./record.js";
import { asUsageError, UsageError } from "./usage-error.js";

/** `egov-kz audit FOLDER`: audits the ledger of any paper. */
export function register(command: Command): void {
  optionsOf(command).action(audit);
}

const optionsOf = (command: Command) =>
  command
    .argument("[folder]", "the paper's folder; by default this paper's")
    .option(
      "--list [id...]",
      "list numbers with verdict and reason: all, or those whose ids begin with these (T4, T3.2018)",
    )
    .option("--coverage", "check that every numeral of the paper is claimed or excluded with a reason")
    .option("--paper <file>", "with --coverage: also check the inventory of numerals against this text")
    .option("--new", "write a template into a new or empty folder; it can be judged as it is")
    .option(
      "--from <document>",
      "with --new: import the paper (.html, JATS .xml, .docx, .tex, .md, .xlsx, .ipynb, .log, .pdf)",
    )
    .option("--propose", "search the tables for rules and write them to proposed.csv, each with its support")
    .option("--accept [numbers...]", "add proposals to claims.csv: all, or those with these numbers")
    .option("--watch", "judge again whenever a file is saved, until Ctrl-C")
    .option("--mutations", "change every digit of every number and count the changes that are detected")
    .option(
      "--record",
      "save the computed verdicts as the new baseline (expected-verdicts.json), and findings.md",
    )
    .option("--report <folder>", "where the report goes (default: report, in the paper's folder)")
    .option("--overwrite", "replace an existing report")
    .addOption(languageOption("of the output"));
type Flags = ReturnType<ReturnType<typeof optionsOf>["opts"]>;

async function audit(named: string | undefined, flags: Flags): Promise<void> {
  // V8 would otherwise treat what a rule creates for each row as long-lived: a third more time and twice the
  // memory.
  setFlagsFromString("--no-allocation-site-pretenuring");
  setLanguage(flags.language);
  const folder = named ?? paperFolder();
  if (flags.paper !== undefined && !flags.coverage)
    throw new UsageError("audit requires --coverage with --paper");
  if (flags.list) return print(listText(folder, flags.list === true ? [] : flags.list));
  if (flags.coverage) return coverage(folder, flags.paper);
  if (flags.new && named === undefined) throw new UsageError("audit --new requires a folder");
  if (flags.new)
    return print(flags.from === undefined ? newPaper(folder) : await newPaperFrom(flags.from, folder));
  if (isDocument(folder)) return print(await auditDocument(folder));
  if (flags.propose) return print(proposalsText(folder, proposeRules(folder)));
  if (flags.accept) {
    const count = acceptProposals(folder, flags.accept);
    return print(`${text("proposal.accepted", { count })}\n`);
  }
  if (flags.mutations) return print(mutationText(folder));
  const report = flags.report ?? (named === undefined ? "report" : join(named, "report"));
  asUsageError(() => requireReportPlace(report, folder, flags.overwrite === true));
  const once = (): boolean => judgeAndWrite(folder, report, flags);
  if (flags.watch) await watchFolder(folder, report, once);
  else if (!once()) process.exitCode = 1;
}

/** Prints without control characters from a folder's files, which could move the cursor. */
const print = (text: string): void => void process.stdout.write(plainText(text));

function coverage(folder: string, paper: string | undefined): void {
  const { text: found, gaps } = coverageText(folder, paper);
  print(found);
  process.stderr.write(plainText(gaps.map((gap) => `${gap}\n`).join("")));
  if (gaps.length > 0) process.exitCode = 1;
}

/** @returns false if a verdict differs from the recorded one */
function judgeAndWrite(folder: string, report: string, { record }: Flags): boolean {
  const done = auditFolder(folder);
  const recorded = record ? undefined : loadRecorded(folder);
  const changes = recorded ? verdictChanges(verdictsOf(done.content.judged), recorded) : [];
  writeReport(report, done.content, changes);
  if (record) recordIn(folder, done.content);
  print(auditText(done));
  print(`${text("report.file", { file: relative(process.cwd(), resolve(report, "index.html")) })}\n`);
  reportChanges(changes, "expected-verdicts.json", `audit ${folder}`);
  return changes.length === 0;
}
