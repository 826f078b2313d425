import type { Judged } from "../ledger/claim.js";
import type { ReportContent } from "./content.js";
import Papa from "papaparse";
import type { Ruling } from "../ledger/claim.js";

/** Rows that are made at a time. */
const ROWS = 1000;

/** The ledger as CSV (RFC 4180), part by part: one row a claim, an interval as its two ends. */
export function* claimsCsv(
  judged: readonly Judged[],
  severity?: ReportContent["severity"],
): Generator<string> {
  const grouped = judged.some(({ group }) => group !== undefined);
  for (let at = 0; at < judged.length; at += ROWS)
    yield (at === 0 ? "" : "\n") + rowsOf(judged.slice(at, at + ROWS), grouped, at === 0, severity);
}

function rowsOf(
  judged: readonly Judged[],
  grouped: boolean,
  header: boolean,
  severity: ReportContent["severity"],
): string {
  return Papa.unparse(
    judged.map(({ id, exhibit, group, row, column, printed, role, statement, internal, source }) => ({
      id,
      exhibit,
      ...(grouped && { group: group ?? "" }),
      row,
      column,
      role,
      statement: statement ?? "",
      printed,
      ...rulingColumns("internal", internal),
      ...rulingColumns("source", source),
      ...(severity !== undefined && {
        stated: severity.get(id)?.stated ?? "",
        crosses: severity.get(id)?.crosses === true ? "yes" : "",
      }),
    })),
    // A spreadsheet takes other texts that begin so for formulas.
    { header, newline: "\n", escapeFormulae: /^[=+\-@\t\r](?![\d.,·\s]+(?:e[+-]?\d+)?[*†%)]*$)/ },
  );
}

function rulingColumns(side: string, ruling?: Ruling): Record<string, string | number> {
  const [low, high] = Array.isArray(ruling?.recomputed)
    ? ruling.recomputed
    : [ruling?.recomputed ?? "", ruling?.recomputed ?? ""];
  return {
    [`${side}_verdict`]: ruling?.verdict ?? "",
    [`${side}_recomputed_low`]: low,
    [`${side}_recomputed_high`]: high,
    [`${side}_reason`]: ruling?.reason ?? "",
    [`${side}_working`]: ruling?.working ?? "",
  };
}
