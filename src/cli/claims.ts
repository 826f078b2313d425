import { SIDES } from "../ledger/claim.js";
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Claim } from "../ledger/claim.js";
import { loadInventory, ledgerGaps, paperGap } from "../ledger/coverage.js";
import { judgeClaims, loadClaims, loadLedger, mutations } from "../paper/judge.js";
import { paperFolder } from "../paper/paper.js";
import { asCall } from "./audit/audit-folder.js";
import { claimsCsv } from "../report/csv.js";
import { recomputedText } from "../report/recomputed.js";
import { headline } from "../report/summary.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz claims`: the ledger in the terminal, and the proofs that it is whole and can fail. */
export function register(program: Command): void {
  program
    .command("claims")
    .description("judge the printed numbers and list them; or check the ledger itself")
    .argument("[id...]", "only claims whose id begins so, such as T4 or T3.2018")
    .option("--csv", "as CSV")
    .option("--coverage", "check that every numeral of the paper is claimed or excluded with a reason")
    .option("--paper <file>", "with --coverage: hold the inventory of numerals against this text too")
    .option("--folder <folder>", "with --coverage: of this paper's folder", paperFolder())
    .option("--mutations", "change every digit of every claim and count the changes that are caught")
    .action((ids: string[], flags: ClaimsFlags) => {
      if (flags.paper !== undefined && !flags.coverage)
        throw new UsageError("claims requires --coverage with --paper");
      if (flags.coverage) coverage(flags.folder, flags.paper);
      else if (flags.mutations) mutate();
      else list(ids, flags.csv === true);
    });
}

interface ClaimsFlags {
  csv?: boolean;
  coverage?: boolean;
  paper?: string;
  folder: string;
  mutations?: boolean;
}

function list(ids: readonly string[], csv: boolean): void {
  const judged = judgeClaims().filter(
    ({ id }) => ids.length === 0 || ids.some((start) => id.startsWith(start)),
  );
  if (judged.length === 0) throw new UsageError(`claims found no id that begins with ${ids.join(" or ")}`);
  if (csv) {
    process.stdout.write(claimsCsv(judged) + "\n");
    return;
  }
  for (const claim of judged) {
    process.stdout.write(`${claim.id}  ${claim.printed}  ${claim.statement ?? ""}\n`);
    for (const side of SIDES) {
      const finding = claim[side];
      if (finding !== undefined)
        process.stdout.write(
          `    ${finding.verdict} (${recomputedText(finding, claim.decimals)}): ${finding.reason}\n`,
        );
    }
  }
  process.stdout.write(`\n${headline(judged)}\n`);
}

function coverage(folder: string, paper: string | undefined): void {
  const inventory = asCall(() => loadInventory(folder));
  const gaps = ledgerGaps(
    inventory,
    asCall(() => loadClaims(loadLedger(folder))),
  );
  if (paper !== undefined) {
    const gap = paperGap(readPaper(paper), inventory);
    if (gap !== null) gaps.push(`${paper}: ${gap}`);
  }
  const excluded = inventory.numerals.filter((entry) => entry.excluded !== undefined);
  process.stdout.write(
    `${inventory.numerals.length} numerals: ${inventory.numerals.length - excluded.length} claimed, ${excluded.length} excluded\n`,
  );
  for (const [reason, text] of Object.entries(inventory.reasons))
    process.stdout.write(`  ${excluded.filter((entry) => entry.excluded === reason).length}  ${text}\n`);
  for (const gap of gaps) process.stderr.write(`${gap}\n`);
  if (gaps.length > 0) process.exitCode = 1;
}

function readPaper(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`claims cannot read the paper's text: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function mutate(): void {
  const all = mutations();
  const leaving = all.filter(({ leaves }) => leaves);
  const missed = leaving.filter(({ verdictChanged, evidenceChanged }) => !verdictChanged && !evidenceChanged);
  const verdicts = leaving.filter(({ verdictChanged }) => verdictChanged).length;
  const percent = (count: number): string => `${((100 * count) / leaving.length).toFixed(1)} %`;
  process.stdout.write(
    `${all.length} digits changed, ${leaving.length} leave the rounding interval: ` +
      `${percent(leaving.length - missed.length)} caught (${percent(verdicts)} by the verdict, the rest by the evidence)\n`,
  );
  for (const claim of loadClaims()) {
    const own = missed.filter(({ id }) => id === claim.id);
    if (own.length > 0)
      process.stdout.write(
        `  not caught: ${claim.id} ${claim.printed} (${own.length}): ${whyMissed(claim)}\n`,
      );
  }
}

/** Why a change of digit may go unseen. */
function whyMissed({ role, exhibit }: Claim): string {
  if (exhibit === "Text") return "the statement holds of many numbers";
  if (role === "label") return "another tick fits as well between its neighbours";
  return exhibit === "Table 2" ? "no published figure to compare with" : "unexplained";
}
