import { checkCorrelationMatrix } from "../../stats/check-correlation-matrix.js";
import type { Claim } from "../claim.js";
import { cell, type Evidence } from "../evidence.js";
import { text } from "../finding.js";
import { valueOf } from "./check.js";

const VARIABLES = ["EGDI", "OSI", "TII", "HCI"];

/** An entry's name that does not depend on the order of its two variables. */
const entryOf = (a: string, b: string): string => [a, b].sort().join(" ");

/**
 * The law that the claim's entry of Table 4 breaks, as a sentence; null when none is proven.
 *
 * Three variables' correlations form a matrix that is positive semi-definite. A triple whose smallest eigenvalue is
 * below what rounding can explain is impossible as a whole (the proof is with `checkCorrelationMatrix`), so at least
 * one of its three entries is not the correlation of those data. The entries that all impossible triples share are the
 * ones without which none remains: those are called impossible. Where no entry is shared, every entry of an impossible
 * triple is.
 */
export function impossibleEntry(claim: Claim, evidence: Evidence): string | null {
  const value = (a: string, b: string): number => printedEntry(claim, evidence, a, b);
  const broken = triples().flatMap((names) => {
    const { possible, smallestEigenvalue, roundingSlack } = checkCorrelationMatrix(
      names.map((a) => names.map((b) => (a === b ? 1 : value(a, b)))),
      { decimals: claim.decimals },
    );
    return possible ? [] : [{ names, smallestEigenvalue, roundingSlack }];
  });
  const shared = entries().filter((entry) => broken.every(({ names }) => hasEntry(names, entry)));
  const own = entryOf(claim.row, claim.column);
  const mine = broken.filter(({ names }) => hasEntry(names, own));
  if (mine.length === 0 || (shared.length > 0 && !shared.includes(own))) return null;
  const proof = mine
    .map(
      ({ names, smallestEigenvalue, roundingSlack }) =>
        `${names.join(", ")}: smallest eigenvalue ${text(smallestEigenvalue, 4)}, rounding explains down to ${text(-roundingSlack, 4)}`,
    )
    .join("; ");
  return `No data can have ${claim.printed} together with the other entries printed, a correlation matrix being positive semi-definite (${proof}).`;
}

/** The claim's own entry as the claim prints it, the others as the table does. */
function printedEntry(claim: Claim, evidence: Evidence, a: string, b: string): number {
  if (entryOf(a, b) === entryOf(claim.row, claim.column)) return valueOf(claim);
  const [row, column] = VARIABLES.indexOf(a) > VARIABLES.indexOf(b) ? [a, b] : [b, a];
  return cell(evidence, "Table 4", row!, column!).value;
}

function triples(): string[][] {
  return VARIABLES.map((left) => VARIABLES.filter((name) => name !== left));
}

function entries(): string[] {
  return VARIABLES.flatMap((a, i) => VARIABLES.slice(0, i).map((b) => entryOf(a, b)));
}

function hasEntry(names: readonly string[], entry: string): boolean {
  return entry.split(" ").every((name) => names.includes(name));
}
