import { inLanguage } from "../base/language.js";
import { type ReportContent } from "./content.js";
import { headline } from "./summary.js";

/** The specification that the draft follows. */
export const CODECHECK_VERSION = "https://codecheck.org.uk/spec/config/2.0/";

/** Files of the report that a CODECHECK would recreate, with descriptions. */
const MANIFEST: readonly [file: string, comment: string][] = [
  ["index.html", "the report: findings, tally, every printed number recomputed"],
  ["claims.csv", "every printed number with its verdicts, a row each"],
  ["claims.json", "the same, with intervals and what it was made with"],
  ["junit.xml", "the verdicts held against the recorded ones"],
  ["findings.md", "findings and disagreements for the authors"],
  ["exhibits.md", "exhibits and in-text numbers with program and line"],
];

/**
 * Drafts the configuration file of a CODECHECK (version 2.0). What only people know is left out and marked as missing
 * by a comment; nothing is filled in to satisfy a rule. The YAML is JSON except for its layout: every text is in double
 * quotes.
 */
export function codecheckYaml({ paper, judged, made }: ReportContent): string {
  const quote = (text: string): string => JSON.stringify(text);
  const missing = (field: string, rule: string, why: string): string =>
    `# MISSING ${field} (${rule}): ${why}`;
  const authors = (paper.authors ?? []).map((name) => `    - name: ${quote(inLanguage(name))}`);
  const reference =
    paper.doi === undefined
      ? [`  ${missing("paper.reference", "CC-CFG-021", "the paper's folder states no DOI")}`]
      : [`  reference: ${quote(`https://doi.org/${paper.doi}`)}`];
  return [
    "---",
    "# Draft made by egov-kz; a codechecker completes what is named MISSING and removes these comments.",
    `version: ${CODECHECK_VERSION}`,
    "",
    "manifest:",
    ...MANIFEST.flatMap(([file, comment]) => [`  - file: ${file}`, `    comment: ${quote(comment)}`]),
    "",
    "paper:",
    `  title: ${quote(inLanguage(paper.title))}`,
    "  authors:",
    ...authors,
    `    ${missing("ORCID of each author", "CC-CFG-020", "not known from the paper's folder")}`,
    ...reference,
    "",
    missing("codechecker", "CC-CFG-008 to 010", "name and ORCID of the person who answers for the check"),
    missing("certificate", "CC-CFG-025", "the register gives it"),
    missing("report", "CC-CFG-011", "the certificate's DOI, once it is published"),
    missing("repository", "CC-BUN-004", "where this bundle is published"),
    "",
    `summary: ${quote(headline(judged))}`,
    `check_time: ${quote(made.made)}`,
    "",
  ].join("\n");
}
