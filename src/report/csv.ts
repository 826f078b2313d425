import type { Judged } from "../ledger/claim.js";
import Papa from "papaparse";
import type { Finding } from "../ledger/claim.js";

/** The ledger as CSV (RFC 4180): one row a claim, an interval as its two ends. */
export function claimsCsv(judged: readonly Judged[]): string {
  return Papa.unparse(
    judged.map(({ id, exhibit, row, column, printed, role, statement, internal, source }) => ({
      id,
      exhibit,
      row,
      column,
      role,
      statement: statement ?? "",
      printed,
      ...findingColumns("internal", internal),
      ...findingColumns("source", source),
    })),
    { newline: "\n" },
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
