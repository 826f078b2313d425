import type { Judged } from "../ledger/claim.js";
import type { ReportContent } from "./content.js";
import Papa from "papaparse";
import type { Finding } from "../ledger/claim.js";

/** The ledger as CSV (RFC 4180): one row a claim, an interval as its two ends. */
export function claimsCsv(judged: readonly Judged[], severity?: ReportContent["severity"]): string {
  const grouped = judged.some(({ group }) => group !== undefined);
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
      ...findingColumns("internal", internal),
      ...findingColumns("source", source),
      ...(severity !== undefined && {
        stated: severity.get(id)?.stated ?? "",
        crosses: severity.get(id)?.crosses === true ? "yes" : "",
      }),
    })),
    // A spreadsheet takes other texts that begin so for formulas.
    { newline: "\n", escapeFormulae: /^[=+\-@\t\r](?![\d.,·\s]+(?:e[+-]?\d+)?[*†%)]*$)/ },
  );
}

function findingColumns(side: string, finding?: Finding): Record<string, string | number> {
  const [low, high] = Array.isArray(finding?.recomputed)
    ? finding.recomputed
    : [finding?.recomputed ?? "", finding?.recomputed ?? ""];
  return {
    [`${side}_verdict`]: finding?.verdict ?? "",
    [`${side}_recomputed_low`]: low,
    [`${side}_recomputed_high`]: high,
    [`${side}_reason`]: finding?.reason ?? "",
  };
}
