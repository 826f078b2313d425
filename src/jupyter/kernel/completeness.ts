/** Whether a piece of TypeScript can be run as it stands. */
import { pagedName } from "./paged-name.js";
import { parseCell } from "./parse-cell.js";
import { loadTslab } from "./tslab-internals.js";

export type Completeness =
  { status: "complete" | "invalid" | "unknown" } | { status: "incomplete"; indent: string };

/** TypeScript's number for a string that does not end on its line. */
const UNTERMINATED_STRING = 1002;

/**
 * `complete`: it parses. `incomplete`: all that is missing is missing at the end. `invalid`: no further line can mend
 * it. (Jupyter's fourth answer, `unknown`, is the server's while the compiler is not loaded.)
 */
export function completeness(code: string): Completeness {
  const faults = parseCell(code).parseDiagnostics;
  if (faults.length === 0 || pagedName(code) !== undefined) return { status: "complete" };
  const end = code.trimEnd().length;
  if (faults.some(({ start, code }) => start < end || code === UNTERMINATED_STRING))
    return { status: "invalid" };
  return { status: "incomplete", indent: loadTslab().isCompleteCode(code).indent ?? "" };
}
