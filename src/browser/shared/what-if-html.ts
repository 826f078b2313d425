/** Numbers and findings as HTML: the same when the site is built and when a number has changed. */
import { escapeHtml } from "../../base/escape.js";
import { inLanguage } from "../../base/language.js";
import { VERDICT_STYLE } from "../../figures/verdict-style.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import type { Finding, VerdictPlace } from "../../ledger/findings.js";
import { label, text } from "../../base/text.js";

export const nameOf = ({ exhibit, row, column }: Pick<Judged, "exhibit" | "row" | "column">): string =>
  [label(exhibit), row, ...(column === "" || column === "year" ? [] : [column])].join(" · ");

/** The number, and below it the signs of its verdicts. */
export function numberHtml(claim: Judged): string {
  const signs = SIDES.flatMap((side) => {
    const style = VERDICT_STYLE[claim[side]?.verdict ?? ""];
    return style ? [`<span class="sign" style="border-color:${style.colour}">${style.sign}</span>`] : [];
  });
  return `<span class="printed">${escapeHtml(claim.printed)}</span><span class="signs" aria-hidden="true">${signs.join("")}</span>`;
}

/** As it is read aloud. */
export function spoken(claim: Judged): string {
  const verdicts = SIDES.flatMap((side) => (claim[side] ? [label(claim[side].verdict)] : []));
  return [`${nameOf(claim)}: ${claim.printed}`, ...verdicts].join("; ");
}

export interface FindingsShown {
  findings: readonly Finding[];
  unexplained: readonly VerdictPlace[];
}

/** Nothing is left that it explains, or nothing that speaks for it. */
export const isGone = ({ explains, evidence }: Finding): boolean =>
  explains.length === 0 || evidence.every(({ holds }) => !holds);

/** @param original the findings on the numbers as printed, whose order is kept */
export function findingsHtml({ findings, unexplained }: FindingsShown, original: readonly Finding[]): string {
  const items = findings.map((finding, at) => {
    const { id, title, explains, evidence } = finding;
    const before = original[at]!;
    // A finding about the paper as a whole explains no single verdict to begin with.
    const gone = isGone(finding) && !isGone(before);
    const broken = evidence.filter(({ holds }, one) => !holds && before.evidence[one]!.holds).length;
    const count = `${text("whatIf.explains")}: ${explains.length}${explains.length === before.explains.length ? "" : ` (${text("whatIf.before")} ${before.explains.length})`}`;
    const notes = [
      gone ? text("whatIf.vanished") : count,
      ...(broken > 0 ? [`${text("whatIf.weaker")}: ${broken}`] : []),
    ];
    return `<li data-finding="${escapeHtml(id)}" class="${gone ? "gone" : broken > 0 || explains.length !== before.explains.length ? "other" : ""}">${gone ? `<s>${escapeHtml(inLanguage(title))}</s>` : escapeHtml(inLanguage(title))} <small>${notes.join("; ")}</small></li>`;
  });
  const places = unexplained.map(
    ({ id }) => `<button type="button" class="chip" data-go="${escapeHtml(id)}">${escapeHtml(id)}</button>`,
  );
  const rest = `<li class="other" data-finding="none">${text("whatIf.unexplained")}: ${unexplained.length} ${[...new Set(places)].join(" ")}</li>`;
  return items.join("") + (unexplained.length > 0 ? rest : "");
}
