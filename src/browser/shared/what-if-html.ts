/** Numbers and findings as HTML: the same in the built site and after a change in the page. */
import { html, type Html } from "../../base/escape.js";
import { inLanguage } from "../../base/language.js";
import { VERDICT_STYLE } from "../../figures/verdict-style.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import { isGone, type Finding } from "../../ledger/findings.js";
import type { Judgement } from "../../ledger/what-if.js";
import { label, text } from "../../base/text.js";

/** A number in a sentence is named by its statement, one in a table by its place. */
export function nameOf({ exhibit, row, column, statement }: Judged): string {
  const place = [row, column === "year" ? "" : column].filter(Boolean).map(label);
  return [label(exhibit), ...(statement === undefined ? place : [statement])].join(" · ");
}

/** Drawn by the style sheet: as text in a button, a sign that is a letter would become part of its name. */
export const signHtml = (verdict = ""): Html | false => {
  const style = VERDICT_STYLE[verdict];
  return (
    style !== undefined &&
    html`<span class="sign" data-sign="${style.sign}" style="background:${style.colour}"></span>`
  );
};

/** The number, and below it the signs of its verdicts. */
export function numberHtml(claim: Judged): Html {
  const signs = SIDES.map((side) => signHtml(claim[side]?.verdict));
  return html`<span class="printed">${claim.printed}</span
    ><span class="signs" aria-hidden="true">${signs}</span>`;
}

/** A button that leads to a number. */
export const chip = (id: string, name: string): Html =>
  html`<button type="button" class="chip" data-go="${id}">${name}</button>`;

/** A number as a screen reader reads it. */
export function spoken(claim: Judged): string {
  const verdicts = SIDES.flatMap((side) => (claim[side] ? [label(claim[side].verdict)] : []));
  return [`${nameOf(claim)}: ${claim.printed}`, ...verdicts].join("; ");
}

/** @param original the findings on the numbers as printed, whose order is kept */
export function findingsHtml(
  { judged, findings, unexplained }: Omit<Judgement, "again">,
  original: readonly Finding[],
): Html {
  const items = findings.map((finding, at) => findingHtml(finding, original[at]!));
  const ids = new Set(unexplained.map(({ id }) => id));
  const chips = judged
    .filter(({ id }) => ids.has(id))
    .map((claim) => html` ${chip(claim.id, nameOf(claim))}`);
  return html`${items}${
    ids.size > 0 &&
    html`<li class="other" data-finding="none">
      ${text("whatIf.unexplained")}: ${unexplained.length}${chips}
    </li>`
  }`;
}

function findingHtml(finding: Finding, before: Finding): Html {
  const { id, title, explains, evidence } = finding;
  // A finding about the paper as a whole explains no single verdict to begin with.
  const gone = isGone(finding) && !isGone(before);
  const broken = evidence.filter(({ holds }, one) => !holds && before.evidence[one]!.holds).length;
  const isOther = broken > 0 || explains.length !== before.explains.length;
  const was =
    explains.length !== before.explains.length && ` (${text("whatIf.before")} ${before.explains.length})`;
  const count = html`${text("whatIf.explains")}: ${explains.length}${was}`;
  const weaker = broken > 0 && `; ${text("whatIf.weaker")}: ${broken}`;
  const name = inLanguage(title);
  return html`<li data-finding="${id}" class="${gone ? "gone" : isOther ? "other" : ""}">
    ${gone ? html`<s>${name}</s>` : name} <small>${gone ? text("whatIf.vanished") : count}${weaker}</small>
  </li>`;
}
