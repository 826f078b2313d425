import { readFileSync } from "node:fs";
import { html, type Html, type HtmlPart } from "../base/escape.js";
import { dataPath } from "../base/project.js";
import { label, text } from "../base/text.js";
import { verdictStyle } from "../figures/verdict-style.js";
import { SIDES, VERDICTS } from "../ledger/claim.js";
import { isCounted, type ReportContent } from "./content.js";

/** The files below data/report that a report is made of. */
export const REPORT_PARTS = ["page.html", "filters.html", "page.css", "page.js"];
export const reportPart = (name: string): string => readFileSync(dataPath("report", name), "utf8");

/** One line that unfolds. */
export function fold(line: Html | string, body: HtmlPart, { id, open, kind = "" }: Fold = {}): Html {
  return html`<details ${id !== undefined && html`id="${id}"`} class="${kind}" ${open && "open"}>
    <summary>${line}</summary>
    ${body}
  </details> `;
}

interface Fold {
  id?: string;
  kind?: string;
  open?: boolean | undefined;
}

/** Results and inputs, side by side. */
export function tally({ judged }: ReportContent): Html {
  const columns = SIDES.flatMap((side) => (["result", "input"] as const).map((role) => ({ side, role })));
  const counts = new Map<string, number>();
  for (const claim of judged.filter(isCounted))
    for (const side of SIDES) {
      const key = `${claim[side]?.verdict} ${side} ${claim.role}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const rows = VERDICTS.flatMap((verdict) => {
    const own = columns.map(({ side, role }) => counts.get(`${verdict} ${side} ${role}`));
    if (own.every((count) => count === undefined)) return [];
    return html`<tr>
      <th scope="row">${badge(verdict)}</th>
      ${own.map((count) => html`<td class="number">${count ?? "–"}</td>`)}
    </tr>`;
  });
  const sides = SIDES.map(
    (side) => html`<th scope="colgroup" colspan="2">${text(`report.side.${side}`)}</th>`,
  );
  const roles = columns.map(
    ({ role }) => html`<th scope="col" class="number">${text(`report.${role}s`)}</th>`,
  );
  const heads = [sides, roles].map((cells) => html`<tr><td></td>${cells}</tr>`); // prettier-ignore
  return html`<table class="tally">
    <thead>
      ${heads}
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

const badges = new Map<string, Html>();

/** A verdict as a framed word: sign and word identify it, color only helps. */
export function badge(verdict: string): Html {
  const { sign, colour } = verdictStyle(verdict);
  const key = label(verdict);
  const known =
    badges.get(key) ??
    html`<span class="badge"
      ><span aria-hidden="true" style="background: ${colour}">${sign}</span>${key}</span
    >`;
  badges.set(key, known);
  return known;
}
