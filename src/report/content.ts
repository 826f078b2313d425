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

/** In what way a number disagrees. */
export interface Severity {
  /** Whether more is printed than was recomputed (a larger size, more stars, a smaller p) or less; null if neither. */
  stated: "over" | "under" | null;
  /** The printed and recomputed values are on different sides of a significance limit stated in a rule. */
  crosses: boolean;
}

/** The content of a report on any paper. */
export interface ReportContent {
  paper: PaperInfo;
  judged: readonly Judged[];
  findings: readonly Finding[];
  /** Numbers that each explain several verdicts, if they were searched for. */
  slips?: readonly Slip[];
  conclusions: readonly Conclusion[];
  figures: readonly ReportFigure[];
  /** Forecasts of the index from different data and axes. */
  forecasts?: readonly IndexForecast[];
  made: Provenance;
  /** In what way each disagreeing number disagrees, by id. */
  severity?: ReadonlyMap<string, Severity>;
  /** The authors' reply, if there is one. */
  reply?: string;
  /** Relations that a search found in the tables and nobody has confirmed: shown separately, never counted. */
  proposals?: readonly Proposal[];
  /** A link from the report to the notebook that covers a claim. */
  notebookOf?: (claim: Judged) => string | undefined;
}

/** Most disagreeing numbers of an exhibit shown on a page, worst first; claims.csv has all. */
export const MOST_TOLD = 5000;

/** Whether headline counts include the number: copies and labels are only judged and listed. */
export const isCounted = ({ role }: Judged): boolean => role === "result" || role === "input";

/** What the verdicts do not prove, and the rule of chance if a verdict depends on it. */
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
