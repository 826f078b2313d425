import type { Conclusion } from "../claims/conclusions.js";
import { VERDICTS, type Finding, type Judged } from "../claims/claim.js";
import { VERDICT_STYLE } from "../notebook/badge.js";
import { escapeHtml } from "../notebook/escape.js";
import { CAVEATS } from "./caveats.js";
import { SCRIPT, STYLE } from "./page-style.js";
import type { Provenance } from "./provenance.js";
import { notebookOf, recomputedText } from "./recomputed.js";
import { exhibitsOf, headline, SIDE_NAMES, SIDES, summarise } from "./summary.js";

/** A picture in the report. */
export interface ReportFigure {
  title: string;
  alt: string;
  png: Uint8Array;
}

export interface ReportContent {
  judged: readonly Judged[];
  conclusions: readonly Conclusion[];
  figures: readonly ReportFigure[];
  made: Provenance;
}

const TITLE = "Re-execution of “Electronic government in Kazakhstan”";

/** The report as one page that stands alone: no network, no other file needed to read it. */
export function reportHtml({ judged, conclusions, figures, made }: ReportContent): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE}</title><style>${STYLE}</style></head><body>
<h1>${TITLE}</h1>
<p class="soft">G. Zh. Doskeeva, A. G. Ulasbek: Electronic government in Kazakhstan: current state and directions of digitalization of public services. Every number that the paper prints, recomputed.</p>
<p class="lead">${escapeHtml(headline(judged))}</p>
<h2>Summary by exhibit</h2>${summaryTable(judged)}
${figures.map(figureHtml).join("\n")}
<h2>Do the conclusions hold?</h2>${conclusionTable(conclusions)}
<h2>What this does not prove</h2><ul>${CAVEATS.map((caveat) => `<li>${escapeHtml(caveat)}</li>`).join("")}</ul>
<h2>Every number</h2>${filters(judged)}
<div class="scroll"><table class="claims"><thead><tr>${["number", "printed", "recomputed", "verdict", "why"].map((name) => `<th scope="col"${name === "printed" || name === "recomputed" ? ' class="number"' : ""}>${name}</th>`).join("")}</tr></thead>
${judged.map(claimRows).join("\n")}</table></div>
<h2>Made with</h2>${madeWith(made)}
<script>${SCRIPT}</script></body></html>
`;
}

function summaryTable(judged: readonly Judged[]): string {
  const exhibits = exhibitsOf(judged);
  const numbers = exhibits.map((exhibit) => judged.filter((claim) => claim.exhibit === exhibit).length);
  const cells = (counts: readonly number[]): string =>
    counts.map((count) => `<td class="number">${count === 0 ? "–" : count}</td>`).join("");
  const line = (name: string, counts: readonly number[], total: number): string =>
    `<tr><th scope="row">${name}</th>${cells([...counts, total])}</tr>`;
  const sides = SIDES.map((side) => {
    const own = summarise(judged).filter((row) => row.side === side);
    const head = `<tr><th scope="rowgroup" colspan="${exhibits.length + 2}">${escapeHtml(SIDE_NAMES[side])}</th></tr>`;
    return `<tbody>${head}${own.map((row) => line(badge(row.verdict), row.counts, row.total)).join("")}</tbody>`;
  });
  const heads = [...exhibits, "all"].map((name) => `<th scope="col" class="number">${name}</th>`).join("");
  return `<div class="scroll"><table><thead><tr><td></td>${heads}</tr>${line("numbers", numbers, judged.length)}</thead>${sides.join("")}</table></div>`;
}

function figureHtml({ title, alt, png }: ReportFigure): string {
  const data = Buffer.from(png).toString("base64");
  return `<figure><img src="data:image/png;base64,${data}" alt="${escapeHtml(alt)}"><figcaption>${escapeHtml(title)}</figcaption></figure>`;
}

function conclusionTable(conclusions: readonly Conclusion[]): string {
  const cell = ({ holds, evidence }: Conclusion["official"]): string =>
    `<td><strong>${holds ? "✓ holds" : "✗ does not hold"}</strong><br>${escapeHtml(evidence)}</td>`;
  const rows = conclusions.map(
    ({ statement, recomputed, official }) =>
      `<tr><th scope="row">${escapeHtml(statement)}</th>${cell(recomputed)}${cell(official)}</tr>`,
  );
  return `<table class="wrap"><thead><tr><th scope="col">conclusion</th><th scope="col">on the paper's own inputs</th><th scope="col">on the published figures</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function filters(judged: readonly Judged[]): string {
  const options = (values: readonly string[]): string =>
    ["", ...values].map((value) => `<option value="${value}">${value || "all"}</option>`).join("");
  const exhibits = exhibitsOf(judged);
  const found = VERDICTS.filter((verdict) => judged.some((claim) => SIDES.some((side) => claim[side]?.verdict === verdict)));
  return `<div class="filters"><label>exhibit <select id="exhibit">${options(exhibits)}</select></label>
<label>verdict <select id="verdict">${options(found)}</select></label>
<label>search <input id="search" type="search" placeholder="for instance 2018 TII"></label><output id="shown">${judged.length} numbers</output></div>`;
}

/** A claim is a body of its own, so that its one or two verdicts are filtered and printed together. */
function claimRows(claim: Judged): string {
  const findings = SIDES.flatMap((side) => claim[side] ?? []);
  const note = claim.note === undefined ? "" : `<br><small>${escapeHtml(claim.note)}</small>`;
  const id = escapeHtml(claim.id);
  const span = findings.length > 1 ? ` rowspan="${findings.length}"` : "";
  const number = `<td${span}>${escapeHtml(claim.statement ?? claim.id)}${note}<br><small>${claim.exhibit}, <a href="notebooks/${notebookOf(claim)}">${id}</a></small></td>`;
  const rows = findings.map(
    (finding, at) =>
      `<tr>${at === 0 ? `${number}<td class="number"${span}>${escapeHtml(claim.printed)}</td>` : ""}<td class="number">${recomputedText(finding, claim.decimals)}</td><td>${badge(finding.verdict)}</td><td>${escapeHtml(finding.reason)}</td></tr>`,
  );
  return `<tbody id="${id}" data-exhibit="${claim.exhibit}" data-verdicts="${findings.map(({ verdict }) => verdict).join("|")}">${rows.join("")}</tbody>`;
}

function badge(verdict: Finding["verdict"]): string {
  const { sign, colour } = VERDICT_STYLE[verdict]!;
  return `<span class="badge" style="border-color: ${colour}"><span aria-hidden="true">${sign} </span>${verdict}</span>`;
}

function madeWith({ software, commit, data, made }: Provenance): string {
  return `<p>${made}, commit <code>${escapeHtml(commit)}</code>; ${software.map(({ name, version }) => `${name} ${version}`).join(", ")}.</p>
<table><thead><tr><th scope="col">data file</th><th scope="col">SHA-256</th></tr></thead><tbody>${data.map(({ file, sha256 }) => `<tr><td>${escapeHtml(file)}</td><td><code>${sha256}</code></td></tr>`).join("")}</tbody></table>`;
}
