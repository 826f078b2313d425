import { inLanguage } from "../base/language.js";
import type { PaperInfo } from "../ledger/paper-folder.js";
import type { Provenance } from "./provenance.js";
import { text } from "../base/text.js";

/** The paper's citation: details that its folder lacks are left out or marked as missing, never invented. */
export function paperCitation(paper: PaperInfo): string {
  const { authors = [], journal, volume, issue, pages, year, doi } = paper;
  const known = (value: unknown, said: string): string => (value === undefined ? "" : said);
  const number = known(volume, ` ${volume}${known(issue, `(${issue})`)}`);
  const place = `${journal}${number}${known(year, ` (${year})`)}${known(pages, `: ${pages}`)}`;
  const head = `${authors.map(inLanguage).join(", ")}: ${inLanguage(paper.title)}`;
  return `${head}. ${journal === undefined ? text("report.unknownJournal") : place}.${known(doi, ` https://doi.org/${doi}`)}`;
}

/** The report's citation: software, commit and date. */
export function reportCitation(paper: PaperInfo, { software, commit, made }: Provenance): string {
  const [own] = software;
  return `${own!.name} ${own!.version}: ${text("report.of")} ${paperCitation(paper)} ${made.slice(0, 10)}, ${text("report.commit")} ${commit}.`;
}
