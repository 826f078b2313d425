import Papa from "papaparse";
import type { Proposal } from "../ledger/paper-folder.js";

/** The columns of `proposed.csv`: those of `claims.csv`, and the evidence for each line. */
const COLUMNS = ["cells", "role", "formula", "law", "family", "support", "chance", "fails"] as const;
type NumberLine = Record<(typeof COLUMNS)[number], string>;

export function proposedCsv(list: readonly Proposal[]): string {
  const lines = list.map(({ cells, formula, law, family, holds, of, chance, fails }): NumberLine => ({
    ...{ cells, role: "result", formula, law, family, support: `${holds} of ${of}` },
    ...{ chance: chance.toExponential(1), fails: fails.join(" | ") },
  }));
  return `${Papa.unparse({ fields: [...COLUMNS], data: lines }, { newline: "\n" })}\n`;
}

/** @throws Error if a line has no support such as "15 of 18" */
export function readProposed(text: string): Proposal[] {
  const { data } = Papa.parse<NumberLine>(text, { header: true, skipEmptyLines: true });
  return data.map((line, at) => {
    const { cells = "", formula = "", law = "", family = "", support = "", chance = "", fails = "" } = line;
    const [, holds, of] = /^(\d+) of (\d+)$/.exec(support) ?? [];
    if (cells === "" || of === undefined)
      throw new Error(
        `proposed.csv line ${at + 2} requires cells and a support such as "15 of 18", got "${support}"`,
      );
    const found = { holds: Number(holds), of: Number(of), chance: Number(chance) };
    return { cells, formula, law, family, ...found, fails: fails.split(" | ").filter(Boolean) };
  });
}

/** Appends proposals to `claims.csv`, in its own columns. */
export function withProposals(
  claims: string,
  accepted: readonly Proposal[],
  note: (one: Proposal) => string,
): string {
  const { data } = Papa.parse<string[]>(claims.replace(/^\ufeff/, ""), { skipEmptyLines: true });
  const [header = ["cells", "role", "formula"], ...rows] = data;
  const columns = [...header];
  for (const name of ["formula", "law", "note"]) if (!columns.includes(name)) columns.push(name);
  const added = accepted.map((one) => {
    const { cells, formula, law } = one;
    const line: Record<string, string> = { cells, role: "result", formula, law, note: note(one) };
    return columns.map((name) => line[name] ?? "");
  });
  const full = rows.map((row) => columns.map((_, at) => row[at] ?? ""));
  return `${Papa.unparse([columns, ...full, ...added], { newline: "\n" })}\n`;
}
