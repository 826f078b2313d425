import { existsSync } from "node:fs";
import { dataPath } from "../base/project.js";
import { getLanguage } from "../base/language.js";
import { onceARun } from "../base/once-a-run.js";
import { claimOf, openBook, type Book } from "../ledger/book.js";
import type { Claim, Judged } from "../ledger/claim.js";
import { findingsOf, type Finding } from "../ledger/findings.js";
import { judgeClaim, judgeLedger } from "../ledger/judge.js";
import { ledgerIn } from "../ledger/load-ledger.js";
import { mutationsOf, withPrinted, type Mutation } from "../ledger/mutation.js";
import type { Ledger } from "../ledger/paper-folder.js";
import { paperFolder } from "./paper.js";
import { text } from "../base/text.js";

/**
 * Loads a paper's ledger from its folder.
 *
 * @param folder a folder, or the name of one in `data/papers`. Default: this paper's
 * @example loadLedger("student-1908").rules.length
 */
export function loadLedger(folder: string = paperFolder()): Ledger {
  const known = dataPath("papers", folder);
  if (folder === paperFolder()) return ledgerIn(folder, true);
  return ledgerIn(/^[\w-]+$/.test(folder) && !existsSync(folder) && existsSync(known) ? known : folder);
}

/**
 * Computes the verdicts of all claims of a ledger, on each call; in a run of many notebooks, once for all of them.
 *
 * @param ledger default: this paper's
 * @example judge().filter((claim) => claim.internal?.verdict === "impossible")
 */
export function judge(ledger: Ledger = loadLedger()): Judged[] {
  const file = ledger.folder.replaceAll(/\W/g, "-").slice(-100);
  return onceARun(file, [getLanguage(), ledger], () => judgeLedger(ledger));
}

/**
 * Computes the findings (root causes) listed in a paper's folder, each with its evidence and the verdicts that it
 * explains.
 *
 * @param ledger default: this paper's
 * @example findings().map(({ title }) => title.en)
 */
export function findings(
  ledger: Ledger = loadLedger(),
  judged: readonly Judged[] = judge(ledger),
): Finding[] {
  return findingsOf(ledger, judged);
}

/**
 * Lists the paper's claims: every number that it prints as a result, input, copy or label.
 *
 * @example loadClaims().find((claim) => claim.id === "T4.OSI.EGDI")
 */
export function loadClaims(ledger: Ledger = loadLedger()): Claim[] {
  return openBook(ledger).claims.map(claimOf);
}

/**
 * Computes the verdicts of the paper's claims; the notebooks use this name.
 *
 * @param claims default: all; a claim whose `printed` differs from the paper's is judged as if the paper printed that
 * @throws RangeError naming a claim whose id the ledger lacks
 * @example judgeClaims().filter((claim) => claim.internal?.verdict === "impossible")
 */
export function judgeClaims(claims?: readonly Claim[], ledger: Ledger = loadLedger()): Judged[] {
  if (claims === undefined) return judge(ledger);
  const book = openBook(ledger);
  return claims.map((claim) => ({ ...claim, ...rulingsOf(book, claim) }));
}

function rulingsOf(book: Book, { id, printed }: Claim): Pick<Judged, "internal" | "source"> {
  const claimIn = ({ claims }: Book) => claims.find(({ cell }) => cell.id === id);
  const claim = claimIn(book);
  if (claim === undefined) throw new RangeError(text("error.judgeClaimsIdsLedger", { id }));
  const other = claim.cell.printed === printed ? book : withPrinted(book, id, printed);
  const { internal, source } = judgeClaim(other, claimIn(other)!);
  return { ...(internal && { internal }), ...(source && { source }) };
}

/**
 * Changes every digit of every claim to each other digit and judges the claim again: this shows that the verdicts can
 * fail.
 *
 * @example mutations().filter((mutation) => mutation.leaves && mutation.verdictChanged).length
 */
export function mutations(ledger: Ledger = loadLedger()): Mutation[] {
  return mutationsOf(ledger);
}
