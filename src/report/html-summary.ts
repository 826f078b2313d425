import { html, type Html } from "../base/escape.js";
import { inLanguage } from "../base/language.js";
import { label, text } from "../base/text.js";
import { VERDICT_STYLE } from "../figures/verdict-style.js";
import { SIDES, VERDICTS } from "../ledger/claim.js";
import { isCounted, type ReportContent } from "./content.js";
import { countedText, lead, reachText, sizes } from "./summary.js";

/** What a reader needs on one page: how many numbers got which verdict, and the root causes. */
export function summarySection(content: ReportContent): Html {
  const { judged } = content;
  return html`<p class="lead">${lead(judged)} ${countedText(judged)} ${sizes(judged)}</p>
    ${findingList(content)}${tally(content)}`;
}

function findingList({ findings }: ReportContent): Html | false {
  const items = findings.map(
    ({ id, title, reach, explains }) =>
      html`<li>
        <a href="#finding-${id}">${inLanguage(title)}</a>
        <span class="soft">(${text("report.reach")}: ${reachText(reach, explains.length)})</span>
      </li>`,
  );
  return (
    items.length > 0 &&
    html`<h3>${text("report.findings")}</h3>
      <ol class="findings">
        ${items}
      </ol>`
  );
}

/** Results and inputs apart, side by side. */
function tally({ judged }: ReportContent): Html {
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
  return html`<table class="tally">
    <thead>
      <tr>
        <td></td>
        ${sides}
      </tr>
      <tr>
        <td></td>
        ${roles}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

const badges = new Map<string, Html>();

/** A verdict as a framed word: the sign and the word carry it, the colour only helps. */
export function badge(verdict: string): Html {
  const { sign, colour } = VERDICT_STYLE[verdict] ?? { sign: "•", colour: "#999999" };
  const key = label(verdict);
  const known =
    badges.get(key) ??
    html`<span class="badge" style="border-color: ${colour}"
      ><span aria-hidden="true">${sign}${"\u00a0"}</span>${key}</span
    >`;
  badges.set(key, known);
  return known;
}
