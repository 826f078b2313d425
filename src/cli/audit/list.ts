import { readText } from "../../base/read-regular.js";
import { SIDES } from "../../ledger/claim.js";
import { ledgerGaps, loadInventory, paperGap } from "../../ledger/coverage.js";
import { judgeLedger } from "../../ledger/judge.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import { loadClaims, loadLedger } from "../../paper/judge.js";
import { recomputedText } from "../../report/recomputed.js";
import { headline } from "../../report/summary.js";
import { asUsageError, UsageError } from "../usage-error.js";

/** The output of `audit --list`: the printed numbers whose ids begin as given, with verdicts and reasons. */
export function listText(folder: string, ids: readonly string[]): string {
  const judged = asUsageError(() => judgeLedger(ledgerIn(folder))).filter(
    ({ id }) => ids.length === 0 || ids.some((start) => id.startsWith(start)),
  );
  if (judged.length === 0)
    throw new UsageError(`audit --list found no id that begins with ${ids.join(" or ")}`);
  const lines = judged.flatMap((claim) => [
    `${claim.id}  ${claim.printed}  ${claim.statement ?? ""}`,
    ...SIDES.flatMap((side) => {
      const ruling = claim[side];
      if (ruling === undefined) return [];
      return [
        `    ${ruling.verdict} (${recomputedText(ruling, claim.decimals)}): ${ruling.reason}`,
        ...(ruling.working === undefined ? [] : [`      ${ruling.working}`]),
      ];
    }),
  ]);
  return `${lines.join("\n")}\n\n${headline(judged)}\n`;
}

/**
 * The output of `audit --coverage`: whether every numeral of the paper is claimed or excluded with a reason.
 *
 * @param paper a file with the paper's text, which is also compared with the inventory of numerals
 */
export function coverageText(folder: string, paper?: string): { text: string; gaps: string[] } {
  const inventory = asUsageError(() => loadInventory(folder));
  const gaps = ledgerGaps(
    inventory,
    asUsageError(() => loadClaims(loadLedger(folder))),
  );
  const gap = paper === undefined ? null : paperGap(readPaper(paper), inventory);
  if (gap !== null) gaps.push(`${paper}: ${gap}`);
  const excluded = inventory.numerals.filter((entry) => entry.excluded !== undefined);
  const { length } = inventory.numerals;
  const lines = [
    `${length} numerals: ${length - excluded.length} claimed, ${excluded.length} excluded`,
    ...Object.entries(inventory.reasons).map(
      ([reason, text]) => `  ${excluded.filter((entry) => entry.excluded === reason).length}  ${text}`,
    ),
  ];
  return { text: `${lines.join("\n")}\n`, gaps };
}

function readPaper(path: string): string {
  try {
    return readText(path);
  } catch (error) {
    throw new UsageError(`audit cannot read the paper's text: ${(error as Error).message}`, { cause: error });
  }
}
