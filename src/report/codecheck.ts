import { Html } from "../base/escape.js";
import { filled } from "../base/filled.js";
import { inLanguage } from "../base/language.js";
import { type ReportContent } from "./content.js";
import { reportPart } from "./html-parts.js";
import { headline } from "./summary.js";

/**
 * Drafts the configuration file of a CODECHECK (version 2.0) from data/report/codecheck.yml. What only people know is
 * left out and marked as missing by a comment; nothing is filled in to satisfy a rule. The YAML is JSON except for its
 * layout: every text is in double quotes.
 */
export function codecheckYaml({ paper, judged, made }: ReportContent): string {
  const quoted = (text: string): Html => new Html(JSON.stringify(text));
  return filled(reportPart("codecheck.yml"), {
    title: quoted(inLanguage(paper.title)),
    authors: (paper.authors ?? []).map((name) => ({ name: quoted(inLanguage(name)) })),
    doi: paper.doi !== undefined && { address: quoted(`https://doi.org/${paper.doi}`) },
    summary: quoted(headline(judged)),
    time: quoted(made.made),
  }).text;
}
