import { text } from "../base/text.js";
import { evidencePlace, openBook, type Book } from "./book.js";
import { wrongSides, type Judged, type Side } from "./claim.js";
import { evaluate } from "./evaluate.js";
import { misfit, parseFormula } from "./formula.js";
import { kindName } from "./value.js";
import { judgeLedger } from "./judge.js";
import type { FindingInfo, Ledger, Texts } from "./paper-folder.js";

/** One of a claim's two verdicts. */
export interface VerdictPlace {
  id: string;
  side: Side;
}

/** A finding of `findings.json`, with its computed evidence and the verdicts that it explains. */
export interface Finding extends Omit<FindingInfo, "evidence" | "explains"> {
  evidence: Evidence[];
  explains: VerdictPlace[];
}

export interface Evidence {
  formula: string;
  says: Texts;
  holds: boolean;
  /** The deciding figures. */
  detail?: string;
}

/** Computes a finding's evidence. */
type Compute = (finding: string, one: FindingInfo["evidence"][number]) => Evidence;

/**
 * Computes the findings (root causes) listed in a folder, each with its evidence and the verdicts that it explains,
 * which are those other than agreements. A verdict named by two findings belongs to the first.
 *
 * @throws RangeError on a finding that names no claim; FormulaError on unreadable evidence; TypeError on evidence that
 *   is not a statement
 * @example findings(loadLedger(folder)).map(({ id, explains }) => [id, explains.length])
 */
export function findingsOf(
  ledger: Ledger,
  judged: readonly Judged[] = judgeLedger(ledger),
  compute: Compute = evidenceIn(openBook(ledger)),
): Finding[] {
  let left = disagreements(judged);
  return ledger.findings.map((info) => {
    const wanted = info.explains.map((pattern) => matcher(pattern, info.id, judged));
    const explains = left.filter((place) => wanted.some((matches) => matches(place)));
    left = left.filter((place) => !explains.includes(place));
    return { ...info, evidence: info.evidence.map((one) => compute(info.id, one)), explains };
  });
}

/** Whether it explains nothing any more and no evidence supports it, for instance after a digit was corrected. */
export const isGone = ({ explains, evidence }: Finding): boolean =>
  explains.length === 0 && evidence.every(({ holds }) => !holds);

/** Returns the verdicts that are not agreements and belong to no finding. */
export function unexplained(judged: readonly Judged[], causes: readonly Finding[]): VerdictPlace[] {
  const places = causes.flatMap(({ explains }) => explains);
  const explained = new Set(places.map(({ id, side }) => `${id}/${side}`));
  return disagreements(judged).filter(({ id, side }) => !explained.has(`${id}/${side}`));
}

/** Returns every verdict that is neither an agreement nor due to a missing source. */
export const disagreements = (judged: readonly Judged[]): VerdictPlace[] =>
  judged.flatMap((claim) => wrongSides(claim).map((side) => ({ id: claim.id, side })));

/** Parses "T1.*.laevo/source": an id, "*" for any part of it, and which verdict; both if none is named. */
function matcher(
  pattern: string,
  finding: string,
  judged: readonly Judged[],
): (place: VerdictPlace) => boolean {
  const [id = "", side] = pattern.split("/");
  const parts = id.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const form = new RegExp(`^${parts.join(".*")}$`);
  if (!judged.some((claim) => form.test(claim.id)))
    throw new RangeError(text("error.findingsJsonExplainsNoClaims", { finding, pattern }));
  return (place) => form.test(place.id) && (side === undefined || side === place.side);
}

export function evidenceIn(book: Book): Compute {
  return (id, { formula, says }) => {
    const where = evidencePlace(id);
    const value = evaluate({ ...book, formula: parseFormula(formula, where), cell: null });
    // With another number in a heading, such as a year, there is nothing to examine.
    if (value.kind === "missing") return { formula, says, holds: false, detail: value.what };
    if (value.kind !== "truth")
      throw misfit({ text: formula, where }, text("formula.statement", { got: kindName(value.kind) }));
    return { formula, says, holds: value.truth === "yes", detail: value.detail };
  };
}
