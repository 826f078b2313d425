import { SIDES } from "../ledger/claim.js";
import type { Judged } from "../ledger/claim.js";
import { unexplained, type RootCause } from "../ledger/findings.js";
import { label, inLanguage } from "../base/language.js";
import type { Finding } from "../ledger/claim.js";
import { paperCitation, reportCitation } from "./cite.js";
import { agrees, caveatsOf, type ReportContent } from "./content.js";
import { differenceText, recomputedText } from "./recomputed.js";
import { exhibitsOf, headline } from "./summary.js";
import { texts } from "./texts.js";

/**
 * What a data editor sends on, in Markdown: the root causes, the tally, then exhibit by exhibit the numbers that do not
 * agree, each printed, recomputed, difference, note; how to cite it and what it was made with.
 */
export function findingsMarkdown(content: ReportContent): string {
  const { paper, conclusions, made } = content;
  const say = texts();
  const conclusionRows = conclusions.map(({ place, statement, limits, recomputed, official }) => [
    `${statement} (${place}). ${limits}`,
    ...[recomputed, official].map(
      ({ holds, evidence }) => `${holds === null ? say.open : holds ? say.holds : say.fails}: ${evidence}`,
    ),
  ]);
  return [
    findingsPage(content),
    ...(conclusions.length > 0
      ? [`## ${say.conclusions}`, markdownTable([say.conclusion, say.internal, say.source], conclusionRows)]
      : []),
    `## ${say.limits}`,
    caveatsOf(content.judged)
      .map((caveat) => `- ${caveat}`)
      .join("\n"),
    `## ${say.cite}`,
    reportCitation(paper, made),
    `## ${say.madeWith}`,
    made.software.map(({ name, version }) => `${name} ${version}`).join(", "),
    markdownTable(
      [say.file, "SHA-256"],
      made.data.map(({ file, sha256 }) => [file, sha256]),
    ),
    "",
  ].join("\n\n");
}

/** The part of it that depends on the paper's folder alone, which can stand beside it. */
export function findingsPage({ paper, judged, findings }: ReportContent): string {
  const say = texts();
  return [
    `# ${say.title(inLanguage(paper.title))}`,
    paperCitation(paper),
    ...(paper.transcription === undefined ? [] : [paper.transcription]),
    `## ${say.findings}`,
    ...(findings.length === 0
      ? [unexplained(judged, []).length === 0 ? say.noFindings : say.noneWritten]
      : findings.map(findingPart)),
    ...(paper.remarks === undefined ? [] : [inLanguage(paper.remarks)]),
    `## ${say.summary}`,
    headline(judged),
    ...exhibitsOf(judged).map((exhibit) => exhibitPart(exhibit, judged)),
  ].join("\n\n");
}

function findingPart({ title, evidence, explains, reach, reading, settles, correction }: RootCause): string {
  const say = texts();
  const ids = [...new Set(explains.map(({ id }) => id))];
  return [
    `### ${inLanguage(title)}`,
    evidence
      .map(
        ({ formula, says, holds }) =>
          `- ${holds ? say.holds : say.fails}: ${inLanguage(says)} \`${formula}\``,
      )
      .join("\n"),
    [
      `- ${say.reach}: ${say.reaches[reach]}`,
      `- ${say.reading}: ${inLanguage(reading)}`,
      `- ${say.settles}: ${inLanguage(settles)}`,
      `- ${say.correction}: ${inLanguage(correction)}`,
      `- ${say.explains}: ${ids.join(", ")}`,
    ].join("\n"),
  ].join("\n\n");
}

function exhibitPart(exhibit: string, judged: readonly Judged[]): string {
  const say = texts();
  const claims = judged.filter((claim) => claim.exhibit === exhibit);
  const rows = claims.flatMap((claim) =>
    SIDES.flatMap((side) =>
      claim[side] === undefined || agrees(claim[side].verdict) ? [] : [row(claim, claim[side])],
    ),
  );
  const heads = [say.number, say.printed, say.recomputed, say.difference, say.verdict, say.why];
  return `### ${label(exhibit)} (${claims.length})\n\n${rows.length === 0 ? say.allAgree : markdownTable(heads, rows)}`;
}

function row(claim: Judged, finding: Finding): string[] {
  return [
    `${claim.id}${claim.statement === undefined ? "" : `: ${claim.statement}`}`,
    claim.printed,
    recomputedText(finding, claim.decimals),
    differenceText(claim, finding),
    label(finding.verdict),
    finding.reason,
  ];
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
