import Papa from "papaparse";
import { SIDES, type Judged, type Ruling } from "../ledger/claim.js";
import type { ReportContent } from "./content.js";

/** Number of claims written at a time. */
export const ROWS = 100;
const RULING = ["verdict", "recomputed_low", "recomputed_high", "reason", "working"];

/** The ledger as CSV (RFC 4180), in parts: one row per claim, an interval as its two ends. */
export function* claimsCsv(
  judged: readonly Judged[],
  severity?: ReportContent["severity"],
): Generator<string> {
  const grouped = judged.some(({ group }) => group !== undefined);
  const fields = [
    ...["id", "exhibit", ...(grouped ? ["group"] : []), "row", "column", "role", "statement", "printed"],
    ...SIDES.flatMap((side) => RULING.map((name) => `${side}_${name}`)),
    ...(severity === undefined ? [] : ["stated", "crosses"]),
  ];
  const rowOf = (claim: Judged): (string | number)[] => {
    const { id, exhibit, group = "", row, column, role, statement = "", printed } = claim;
    const how = severity?.get(id);
    return [
      ...[id, exhibit, ...(grouped ? [group] : []), row, column, role, statement, printed],
      ...SIDES.flatMap((side) => rulingColumns(claim[side])),
      ...(severity === undefined ? [] : [how?.stated ?? "", how?.crosses === true ? "yes" : ""]),
    ];
  };
  for (let at = 0; at < judged.length; at += ROWS) {
    const data = judged.slice(at, at + ROWS).map(rowOf);
    // Spreadsheets treat other texts with such a beginning as formulas.
    const escapeFormulae = /^[=+\-@\t\r](?![\d.,·\s]+(?:e[+-]?\d+)?[*†%)]*$)/;
    const lines = Papa.unparse({ fields, data }, { header: at === 0, newline: "\n", escapeFormulae });
    yield at === 0 ? lines : `\n${lines}`;
  }
}

function rulingColumns(ruling?: Ruling): (string | number)[] {
  if (ruling === undefined) return RULING.map(() => "");
  const { verdict, recomputed, reason, working = "" } = ruling;
  const [low, high] = Array.isArray(recomputed) ? recomputed : [recomputed ?? "", recomputed ?? ""];
  return [verdict, low, high, reason, working];
}
