import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { table } from "table";
import { checkConclusions } from "../claims/conclusions.js";
import { loadExpected, verdictChanges, verdictsOf, type VerdictChange } from "../claims/expected.js";
import { judgeClaims } from "../claims/judge.js";
import type { Judged } from "../claims/claim.js";
import { projectRoot } from "../project.js";
import { provenance } from "../report/provenance.js";
import { exhibitsOf, headline, summarise } from "../report/summary.js";
import { writeReport } from "../report/write-report.js";
import { executeNotebooks } from "./execute.js";
import { changeLine, recordedBefore, recordVerdicts } from "./record.js";
import { summaryTable } from "./run/describe.js";

/** `egov-kz verify`, which `npm start` calls. */
export function register(program: Command): void {
  program
    .command("verify")
    .description("judge every printed number, execute every notebook, write the report")
    .option("--record", "take the computed verdicts for those that the repository records")
    .option("--kernel <name>", "kernel to use: egov-kz (default) or tslab, the stock one")
    .option("--report <folder>", "where the report goes", join(projectRoot(), "report"))
    .action(async ({ record, kernel, report }: VerifyFlags) => {
      const judged = judgeClaims();
      const changes = verdictChanges(verdictsOf(judged), record ? recordedBefore() : loadExpected());
      if (record) await recordVerdicts(judged, changes);
      const runs = await executeNotebooks(notebooks(), { kernel, outputDir: join(report, "notebooks") });
      if (process.exitCode === INTERRUPTED) return;
      await writeWholeReport(report, judged, record ? [] : changes);
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
}

function notebooks(): string[] {
  const folder = join(projectRoot(), "notebooks");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => join(folder, name));
}

async function writeWholeReport(folder: string, judged: Judged[], changes: VerdictChange[]): Promise<void> {
  const { reportFigures } = await import("../report/figures.js");
  const figures = await reportFigures(judged);
  const content = { judged, conclusions: checkConclusions(), figures, made: provenance() };
  writeReport(folder, content, changes);
}

function complain(changes: VerdictChange[]): void {
  if (changes.length === 0) return;
  process.stderr.write(
    `${changes.length} verdicts are not those that data/expected-verdicts.json records ` +
      `(look at them; "egov-kz verify --record" takes them over):\n${changes.map(changeLine).join("")}`,
  );
}

/** Verdicts by exhibit; rows are verdicts so that the table is no wider than a terminal. */
function verdictTable(judged: Judged[]): string {
  const exhibits = exhibitsOf(judged);
  const numbers = exhibits.map((exhibit) => judged.filter((claim) => claim.exhibit === exhibit).length);
  const line = (name: string, counts: readonly number[], total: number): string[] => [
    name,
    ...counts.map((count) => (count === 0 ? "" : String(count))),
    String(total),
  ];
  const rows = summarise(judged).map(({ verdict, counts, total }) => line(verdict, counts, total));
  const own = summarise(judged).filter(({ side }) => side === "internal").length;
  return table([["", ...exhibits, "all"], line("numbers", numbers, judged.length), ...rows], {
    columnDefault: { alignment: "right" },
    columns: { 0: { alignment: "left" } },
    header: { content: "Verdicts: from the paper's own inputs, then against the published figures" },
    drawHorizontalLine: (index, size) => index <= 3 || index === own + 3 || index === size,
  });
}
