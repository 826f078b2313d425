import { wrongSides, type Judged, type Ruling } from "../ledger/claim.js";
import { unexplained, type Finding } from "../ledger/findings.js";
import { escapeMarkdown } from "../base/escape.js";
import { inLanguage } from "../base/language.js";
import { paperCitation, reportCitation } from "./cite.js";
import { caveatsOf, MOST_TOLD, type ReportContent } from "./content.js";
import { differenceText, recomputedText } from "./recomputed.js";
import { agreementText, byExhibit, headline } from "./summary.js";
import { label, text } from "../base/text.js";

/** A text from the folder. */
const said = (texts: Parameters<typeof inLanguage>[0]): string => escapeMarkdown(inLanguage(texts));

/**
 * A report for a data editor to forward, in Markdown: root causes, tally, then by exhibit the disagreeing numbers, each
 * printed, recomputed, difference, note; how to cite it and what it was made with.
 */
export function findingsMarkdown(content: ReportContent): string {
  const { paper, conclusions, made, judged } = content;
  const heads = ["report.conclusion", "report.side.internal", "report.side.source"].map((key) => text(key));
  const answers = conclusions.map(({ place, statement, limits, recomputed, official }) => [
    `${statement} (${place}). ${limits}`,
    ...[recomputed, official].map(({ said, evidence }) => `${said}: ${evidence}`),
  ]);
  const files = made.data.map(({ file, sha256 }) => [file, sha256]);
  return [
    findingsPage(content),
    ...(answers.length > 0 ? [`## ${text("report.conclusions")}`, markdownTable(heads, answers)] : []),
    `## ${text("report.limits")}`,
    listOf(caveatsOf(judged)),
    `## ${text("report.cite")}`,
    escapeMarkdown(reportCitation(paper, made)),
    `## ${text("report.madeWith")}`,
    made.software.map(({ name, version }) => `${name} ${version}`).join(", "),
    markdownTable([text("report.file"), "SHA-256"], files),
    "",
  ].join("\n\n");
}

const listOf = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** The part that depends only on the paper's folder and can be stored there. */
export function findingsPage({ paper, judged, findings }: ReportContent): string {
  return [
    `# ${text("report.title", { paper: said(paper.title) })}`,
    escapeMarkdown(paperCitation(paper)),
    ...(paper.transcription === undefined ? [] : [escapeMarkdown(paper.transcription)]),
    `## ${text("report.findings")}`,
    ...(findings.length === 0
      ? [unexplained(judged, []).length === 0 ? agreementText(judged) : text("report.noneWritten")]
      : findings.map(findingPart)),
    ...(paper.remarks === undefined ? [] : [said(paper.remarks)]),
    `## ${text("report.numbers")}`,
    headline(judged),
    ...[...byExhibit(judged)].map(exhibitPart),
  ].join("\n\n");
}

function findingPart({ title, evidence, explains, reach, reading, settles, correction }: Finding): string {
  const ids = [...new Set(explains.map(({ id }) => id))];
  const proofs = evidence.map(({ formula, says, holds }) => {
    const answer = text(holds ? "report.holds" : "report.fails");
    return `${answer}: ${said(says)} \`${formula.replace(/[\n`]/g, " ")}\``;
  });
  const parts = [
    `${text("report.reach")}: ${text(`report.reaches.${reach}`)}`,
    `${text("report.reading")}: ${said(reading)}`,
    `${text("report.settles")}: ${said(settles)}`,
    `${text("report.correction")}: ${said(correction)}`,
    ...(ids.length === 0 ? [] : [`${text("report.explains")}: ${ids.join(", ")}`]),
  ];
  return [`### ${said(title)}`, listOf(proofs), listOf(parts)].join("\n\n");
}

function exhibitPart([exhibit, claims]: [string, Judged[]]): string {
  const rows = claims.flatMap((claim) => wrongSides(claim).map((side) => ({ claim, ruling: claim[side]! })));
  const told = rows.slice(0, MOST_TOLD).map(({ claim, ruling }) => row(claim, ruling));
  const left = rows.length - told.length;
  const more = left > 0 ? `\n\n${text("audit.more", { left, file: "claims.csv" })}` : "";
  const keys = ["number", "printed", "head.recomputed", "difference", "verdict", "why"];
  const heads = keys.map((key) => text(`report.${key}`));
  const body = rows.length === 0 ? text("report.allAgree") : markdownTable(heads, told);
  return `### ${escapeMarkdown(label(exhibit))} (${claims.length})\n\n${body}${more}`;
}

function row(claim: Judged, ruling: Ruling): string[] {
  return [
    `${claim.id}${claim.statement === undefined ? "" : `: ${claim.statement}`}`,
    claim.printed,
    recomputedText(ruling, claim.decimals),
    differenceText(claim, ruling),
    label(ruling.verdict),
    ruling.working === undefined ? ruling.reason : `${ruling.reason} [${ruling.working}]`,
  ];
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => escapeMarkdown(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
