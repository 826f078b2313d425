import type { Judged } from "../ledger/claim.js";
import { CHANCE_LIMIT } from "../ledger/explain.js";
import type { Finding } from "../ledger/findings.js";
import type { Slip } from "../ledger/slips.js";
import { sensitivity } from "../ledger/sensitivity.js";
import type { PaperInfo, Proposal } from "../ledger/paper-folder.js";
import type { Conclusion } from "../paper/conclusions.js";
import type { IndexForecast } from "../paper/forecasts.js";
import type { Provenance } from "./provenance.js";
import { text } from "../base/text.js";

/** A picture in the report. */
export interface ReportFigure {
  title: string;
  alt: string;
  png: Uint8Array;
}

/** How a number that disagrees does so. */
export interface Severity {
  /** More is printed than was recomputed: a larger size, more stars, a smaller p; null where neither. */
  stated: "over" | "under" | null;
  /** It is printed on one side of a limit of significance that a rule states, and recomputed on the other. */
  crosses: boolean;
}

/** All that a report tells, of whatever paper. */
export interface ReportContent {
  paper: PaperInfo;
  judged: readonly Judged[];
  findings: readonly Finding[];
  /** Numbers that explain several verdicts each, as far as they were looked for. */
  slips?: readonly Slip[];
  conclusions: readonly Conclusion[];
  figures: readonly ReportFigure[];
  /** What the index is forecast to be, by different data and axes. */
  forecasts?: readonly IndexForecast[];
  made: Provenance;
  /** How each number disagrees that does, by id. */
  severity?: ReadonlyMap<string, Severity>;
  /** The authors' reply, where one has come. */
  reply?: string;
  /** Relations that a search found in the tables and nobody has confirmed: shown apart, counted nowhere. */
  proposals?: readonly Proposal[];
  /** Where a claim is walked through, as a link from the report. */
  notebookOf?: (claim: Judged) => string | undefined;
}

/** Numbers of an exhibit that disagree, the worst of them, are told so many of on a page; claims.csv has all. */
export const MOST_TOLD = 5000;

/** Whether headlines count the number: copies and labels are judged and listed only. */
export function isCounted({ role }: Judged): boolean {
  return role === "result" || role === "input";
}

/** What the verdicts do not prove, and the rule of chance where one of them rests on it. */
export function caveatsOf(judged: readonly Judged[]): string[] {
  const percent = (limit: number): string => `${100 * limit} %`;
  const others = sensitivity(judged).map(({ limit, changed }) => `${percent(limit)}: ${changed.length}`);
  const rests = judged.some(({ source }) => source?.chance !== undefined);
  return [
    ...["rounding", "notReproduced", "mislabelled", "reproduced"].map((name) =>
      text(`report.caveat.${name}`),
    ),
    ...(rests ? [text("report.chance", { limit: percent(CHANCE_LIMIT), others: others.join("; ") })] : []),
  ];
}
