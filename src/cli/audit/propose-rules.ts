import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../base/read-regular.js";
import { text } from "../../base/text.js";
import { writeAtomically } from "../../base/write-atomically.js";
import { propose, type Proposals, type Told } from "../../documents/propose.js";
import { proposedCsv, readProposed, withProposals } from "../../documents/proposed.js";
import { openBook } from "../../ledger/book.js";
import { ledgerIn, readLedger } from "../../ledger/load-ledger.js";
import type { Proposal } from "../../ledger/paper-folder.js";
import { readFolder } from "../../ledger/read-folder.js";
import { asUsageError, UsageError } from "../usage-error.js";
import { csvGrid } from "./audit-of.js";

const FILE = "proposed.csv";

/** Searches a folder's tables for rules and writes them next to the folder's own. */
export function proposeRules(folder: string): Proposals {
  const ledger = asUsageError(() => ledgerIn(folder));
  const ruled = asUsageError(() => openBook(ledger)).claims.map(({ cell }) => cell.id);
  const found = propose(ledger, showSearch(), ruled);
  writeAtomically(join(folder, FILE), proposedCsv(found.list));
  return found;
}

/** Shows which table is being searched, in a terminal line that disappears at the end. */
export const showSearch = (): Told => (name, at, of) => {
  if (!process.stderr.isTTY) return;
  const line = text("proposal.searching", { name: name.slice(0, 50), at, of });
  process.stderr.write(`\r${at < of ? line : ""}\u001b[K`);
};

/** The terminal output for proposals: each with its support, its failures, and the chance. */
export function proposalsText(folder: string, { list, tried, kinds }: Proposals): string {
  const lines = list.flatMap((one, at) => [
    `${String(at + 1).padStart(3)}. ${proposalText(one)}`,
    `     ${one.cells.slice(0, 60)}${one.cells.length > 60 ? " …" : ""} = ${(one.formula || one.law).slice(0, 100)}`,
  ]);
  return [
    text("proposal.found", { tried, count: list.length }),
    ...lines,
    ...[...kinds].map(([key, kind]) => text("proposal.kind", { key, kind })),
    ...(list.length > 0 ? [text("proposal.accept", { folder })] : []),
    "",
  ].join("\n");
}

/** "15 of 18 hold (sum); these 3 do not: ...". It never says that a number is wrong. */
function proposalText({ holds, of, family, fails, chance }: Proposal): string {
  const said = text("proposal.holds", { holds, of, family, chance: chance.toExponential(0) });
  return fails.length === 0
    ? said
    : `${said} ${text("proposal.fails", { count: fails.length, list: fails.slice(0, 8).join(", ") })}`;
}

/**
 * Adds proposals to `claims.csv`: all, or those with the given numbers.
 *
 * @throws UsageError if there is no such proposal, or a cell already has a rule; nothing is then written
 */
export function acceptProposals(folder: string, which: true | readonly string[]): number {
  const all = proposalsIn(folder);
  if (all === undefined) throw new UsageError(text("proposal.none", { folder }));
  const numbers =
    which === true ? all.map((_, at) => at + 1) : which.flatMap((one) => one.split(",")).map(Number);
  const accepted = numbers.map((number) => all[number - 1]);
  const absent = numbers.find((_, at) => accepted[at] === undefined);
  if (absent !== undefined)
    throw new UsageError(text("proposal.absent", { number: absent, count: all.length }));
  const claims = withProposals(readText(join(folder, "claims.csv")), accepted as Proposal[], proposalText);
  asUsageError(() => {
    const { tables, ...raw } = readFolder(folder);
    openBook(readLedger({ ...raw, tables: { ...tables, claims: csvGrid("claims.csv", claims) } }));
  });
  writeAtomically(join(folder, "claims.csv"), claims);
  writeAtomically(join(folder, FILE), proposedCsv(all.filter((_, at) => !numbers.includes(at + 1))));
  return accepted.length;
}

/** The folder's proposals that have not been accepted yet. */
export const proposalsIn = (folder: string): Proposal[] | undefined =>
  inFolder(folder, FILE, (path) => readProposed(readText(path)));

/** Reads a file of a folder if it exists. */
export function inFolder<T>(folder: string, name: string, read: (path: string) => T): T | undefined {
  const path = join(folder, name);
  return existsSync(path) ? asUsageError(() => read(path)) : undefined;
}
