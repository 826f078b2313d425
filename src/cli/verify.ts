import { join, relative } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { languageOption, notebooksIn } from "./options.js";
import { setLanguage, text } from "../base/text.js";
import { forecastsOf2026 } from "../paper/forecasts.js";
import { loadExpected, verdictChanges, verdictsOf, type Expected } from "../ledger/expected.js";
import { judge } from "../paper/judge.js";
import { paperFolder } from "../paper/paper.js";
import { projectRoot } from "../base/project.js";
import { headline } from "../report/summary.js";
import { requireReportPlace, writeReport } from "../report/write-report.js";
import { executeNotebooks } from "./execute.js";
import { recordVerdicts, reportChanges } from "./record.js";
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
    .action(async ({ record, kernel, report, language }) => {
      setLanguage(language);
      asUsageError(() => requireReportPlace(report, paperFolder(), true));
      const judged = judge();
      const changes = verdictChanges(verdictsOf(judged), recordedBefore(record));
      const runs = await executeNotebooks(notebooksIn(language), {
        kernel,
        outputDir: join(report, "notebooks"),
      });
      if (process.exitCode === INTERRUPTED) return;
      const { reportContent } = await import("./report-content.js");
      const content = { ...(await reportContent(judged)), forecasts: await forecastsOf2026() };
      writeReport(report, content, record ? [] : changes);
      if (record) await recordVerdicts(judged, changes);
      process.stdout.write(`\n${summaryTable(runs)}\n${verdictTable(judged)}\n${headline(judged)}\n`);
      process.stdout.write(
        `${text("report.file", { file: relative(process.cwd(), join(report, "index.html")) })}\n`,
      );
      if (!record) reportChanges(changes, "data/expected-verdicts.json", "verify");
      const failed = runs.some((run) => !run.ok) || (!record && changes.length > 0);
      if (failed && process.exitCode === undefined) process.exitCode = 1;
    });
}

/** What `executeNotebooks` leaves as exit code after Ctrl-C. */
const INTERRUPTED = 130;

/** If they are about to be recorded, there may be none yet. */
function recordedBefore(record?: boolean): Expected {
  try {
    return loadExpected();
  } catch (error) {
    if (record) return {};
    throw error;
  }
}
