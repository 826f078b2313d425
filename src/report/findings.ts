import type { Conclusion } from "../claims/conclusions.js";
import type { Finding, Judged } from "../claims/claim.js";
import { parseNumber } from "../data/parse-number.js";
import { CAVEATS } from "./caveats.js";
import type { Provenance } from "./provenance.js";
import { recomputedText } from "./recomputed.js";
import { exhibitsOf, headline } from "./summary.js";

const AGREES = ["reproduced", "matches source"];

/** The findings as a data editor reports them: exhibit, printed, replicated, difference, note; Markdown. */
export function findingsMarkdown(
  judged: readonly Judged[],
  conclusions: readonly Conclusion[],
  made: Provenance,
): string {
  const parts = exhibitsOf(judged).map((exhibit) => exhibitPart(exhibit, judged));
  return [
    "# Findings of the re-execution",
    headline(judged),
    `Made ${made.made} with ${made.software.map(({ name, version }) => `${name} ${version}`).join(", ")}; commit ${made.commit}.`,
    "The tables list the numbers that do not agree. \"Replicated\" is the value recomputed from the paper's own inputs, or the published one where the note says so.",
    ...parts,
    "## Conclusions",
    markdownTable(
      ["conclusion", "on the paper's inputs", "on the published figures"],
      conclusions.map(({ statement, recomputed, official }) => [
        statement,
        ...[recomputed, official].map(({ holds, evidence }) => `${holds ? "holds" : "does not hold"}: ${evidence}`),
      ]),
    ),
    "## What this does not prove",
    CAVEATS.map((caveat) => `- ${caveat}`).join("\n"),
    "## Data",
    markdownTable(
      ["file", "SHA-256"],
      made.data.map(({ file, sha256 }) => [file, sha256]),
    ),
  ].join("\n\n") + "\n";
}

function exhibitPart(exhibit: string, judged: readonly Judged[]): string {
  const claims = judged.filter((claim) => claim.exhibit === exhibit);
  const rows = claims
    .flatMap((claim) => [row(claim, claim.internal), row(claim, claim.source)])
    .filter((cells) => cells !== null);
  const table =
    rows.length === 0
      ? "All numbers agree."
      : markdownTable(["number", "printed", "replicated", "difference", "verdict", "note"], rows);
  return `## ${exhibit}\n\n${claims.length} numbers.\n\n${table}`;
}

function row(claim: Judged, finding: Finding | undefined): string[] | null {
  if (finding === undefined || AGREES.includes(finding.verdict)) return null;
  return [
    `${claim.id}${claim.statement === undefined ? "" : `: ${claim.statement}`}`,
    claim.printed,
    recomputedText(finding, claim.decimals),
    difference(claim, finding),
    finding.verdict,
    finding.reason,
  ];
}

/** Printed less replicated, at the printed precision; from the middle of an interval. */
function difference({ printed, decimals }: Judged, { recomputed }: Finding): string {
  const value = Array.isArray(recomputed) ? (recomputed[0] + recomputed[1]) / 2 : recomputed;
  return typeof value === "number" ? (parseNumber(printed)! - value).toFixed(decimals) : "–";
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
