import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { languageFolder, languageOption } from "./language.js";
import { type Language } from "../base/language.js";
import { setLanguage } from "../base/text.js";
import { findingsOf } from "../ledger/findings.js";
import { checkConclusions } from "../paper/conclusions.js";
import { forecastsOf2026 } from "../paper/forecasts.js";
import { loadExpected, verdictChanges, verdictsOf, type VerdictChange } from "../ledger/expected.js";
import { judge, loadLedger } from "../paper/judge.js";
import { notebookOf, paperFolder } from "../paper/paper.js";
import type { Judged } from "../ledger/claim.js";
import { projectRoot } from "../base/project.js";
import { provenance } from "../report/provenance.js";
import type { ReportContent } from "../report/content.js";
import { headline } from "../report/summary.js";
import { requireReportPlace, writeReport } from "../report/write-report.js";
import { executeNotebooks } from "./execute.js";
import { changeLine, recordedBefore, recordVerdicts } from "./record.js";
import { summaryTable } from "./run/describe.js";
import { asUsageError } from "./usage-error.js";
import { verdictTable } from "./verdict-table.js";

/** `egov-kz verify`, which `npm start` calls. */
export function register(command: Command): void {
  command
    .option("--record", "save the computed verdicts as the new baseline")
    .option("--kernel <name>", "kernel to use: egov-kz (default) or tslab, the stock one")
    .option("--report <folder>", "where the report goes", join(projectRoot(), "report"))
    .addOption(languageOption("of the report"))
    .action(async ({ record, kernel, report, language }: VerifyFlags) => {
      setLanguage(language);
      asUsageError(() => requireReportPlace(report, paperFolder(), true));
      const judged = judge();
      const changes = verdictChanges(verdictsOf(judged), record ? recordedBefore() : loadExpected());
      const runs = await executeNotebooks(notebooks(language), {
        kernel,
        outputDir: join(report, "notebooks"),
      });
      if (process.exitCode === INTERRUPTED) return;
      await writeWholeReport(report, judged, record ? [] : changes);
      if (record) await recordVerdicts(judged, changes);
      process.stdout.write(`\n${summaryTable(runs)}\n${verdictTable(judged)}\n${headline(judged)}\n`);
      process.stdout.write(`Report: ${relative(process.cwd(), join(report, "index.html"))}\n`);
      if (!record) complain(changes);
      const failed = runs.some((run) => !run.ok) || (!record && changes.length > 0);
      if (failed && process.exitCode === undefined) process.exitCode = 1;
    });
}

/** What `executeNotebooks` leaves as exit code after Ctrl-C. */
const INTERRUPTED = 130;

interface VerifyFlags {
  record?: boolean;
  kernel?: string;
  report: string;
  language: Language;
}

/** The notebooks in the report's language. */
function notebooks(language: Language): string[] {
  const folder = join(projectRoot(), "notebooks", languageFolder(language));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => join(folder, name));
}

async function writeWholeReport(folder: string, judged: Judged[], changes: VerdictChange[]): Promise<void> {
  const { reportFigures } = await import("../report/figures.js");
  const figures = await reportFigures(judged);
  const ledger = loadLedger();
  const content: ReportContent = {
    ...{ paper: ledger.paper, judged, findings: findingsOf(ledger, judged), figures, notebookOf },
    ...{ conclusions: checkConclusions(), forecasts: await forecastsOf2026(), made: provenance() },
  };
  writeReport(folder, content, changes);
}

function complain(changes: VerdictChange[]): void {
  if (changes.length === 0) return;
  process.stderr.write(
    `${changes.length} verdicts are not those that data/expected-verdicts.json records ` +
      `(look at them; "egov-kz verify --record" saves them as the new baseline):\n${changes.map(changeLine).join("")}`,
  );
}
