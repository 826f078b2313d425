/** The paper's tables as printed, each number to touch: what stands before any script runs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../base/escape.js";
import { getLanguage } from "../../base/language.js";
import { projectRoot } from "../../base/project.js";
import { VERDICT_STYLE } from "../../figures/verdict-style.js";
import type { Judged } from "../../ledger/claim.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import type { Ledger } from "../../ledger/paper-folder.js";
import { readFolder, type RawFolder } from "../../ledger/read-folder.js";
import { whatIf } from "../../ledger/what-if.js";
import { caption } from "../../paper/captions.js";
import { paperFolder } from "../../paper/paper.js";
import { findingsHtml, numberHtml, spoken } from "../shared/what-if-html.js";
import { pageHtml } from "./page-html.js";
import { label, text } from "../../base/text.js";

/** The paper's files as the page reads them. */
export const rawPaper = (): RawFolder => ({ ...readFolder(paperFolder(), true), where: "paper" });

export function whatIfPage(): string {
  const ledger = ledgerIn(paperFolder(), true);
  const raw = readFolder(paperFolder(), true);
  const outcome = whatIf(ledger).outcome(new Map());
  const claims = new Map(outcome.judged.map((claim) => [claim.id, claim]));
  const exhibits = ledger.paper.exhibits.map(({ key, name, transposed }) =>
    exhibitHtml(ledger, key, name, gridHtml(raw, ledger, key, transposed === true, claims)),
  );
  const signs = Object.entries(VERDICT_STYLE).map(
    ([verdict, { sign, colour }]) =>
      `<li><span class="sign" style="border-color:${colour}">${sign}</span> ${escapeHtml(label(verdict))}</li>`,
  );
  const body = `<main id="main" class="what-if">
<p id="as-file" class="notice">${text("whatIf.asFile")}</p>
<h1>${text("whatIf.title")}</h1>
<p>${text("whatIf.intro")}</p>
<p class="guide"><span>${escapeHtml(text("whatIf.guide"))}</span> <button type="button" id="guide" data-number="T3.2018.EGDI" data-printed="0,8375">${escapeHtml(text("whatIf.guideButton"))}</button></p>
<div class="bar" role="toolbar" aria-label="${text("whatIf.title")}"><span id="tools"></span> <span id="status" role="status"></span></div>
<details class="legend" open><summary>${text("whatIf.signs")}</summary><ul>${signs.join("")}</ul></details>
<div class="board">
<div class="tables">${exhibits.join("\n")}${textHtml(claims)}
<svg class="ways" aria-hidden="true"></svg></div>
<aside id="panel" aria-label="${text("whatIf.choose")}" hidden></aside>
</div>
<section><h2>${text("whatIf.findings")}</h2><ul id="findings">${findingsHtml(outcome, outcome.findings)}</ul></section>
</main>`;
  const css = readFileSync(join(projectRoot(), "src/browser/page/what-if.css"), "utf8");
  return pageHtml({
    title: `${text("whatIf.title")} – egov-kz`,
    path: "what-if.html",
    body,
    script: "what-if",
    css,
  });
}

function exhibitHtml({ paper }: Ledger, key: string, name: string, table: string): string {
  const title = paper.key === "doskeeva-ulasbek" ? caption(name, getLanguage()) : "";
  return `<section class="exhibit" id="${key}"><h2>${escapeHtml(label(name))}</h2><p class="caption">${escapeHtml(title)}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(label(name))}"><table>${table}</table></div></section>`;
}

type Claims = ReadonlyMap<string, Judged>;

const numberOf = (claim: Judged | undefined, printed: string): string =>
  claim
    ? `<button type="button" class="number ${claim.role}" data-id="${escapeHtml(claim.id)}" aria-label="${escapeHtml(spoken(claim))}">${numberHtml(claim)}</button>`
    : escapeHtml(printed);

/** As the page has it: a transposed table's file has its rows side by side, as columns. */
function gridHtml(raw: RawFolder, ledger: Ledger, key: string, turned: boolean, claims: Claims): string {
  const { header, rows } = raw.tables[key]!;
  const sheet = ledger.exhibits.find((one) => one.key === key)!;
  const at = (row: string, column: string, printed: string): string =>
    numberOf(claims.get(sheet.cells.get(row)?.get(column)?.id ?? ""), printed);
  const heading = (name: string): string => at(name, sheet.rowName, name);
  const head = header.map(
    (name, place) => `<th scope="col">${place > 0 && turned ? heading(name) : escapeHtml(label(name))}</th>`,
  );
  const lines = rows.map(({ cells }) => {
    const [first = "", ...rest] = cells.map(String);
    const tds = rest.map((printed, place) => {
      const name = header[place + 1]!;
      return `<td>${turned ? at(name, first, printed) : at(first, name, printed)}</td>`;
    });
    return `<tr><th scope="row">${turned ? escapeHtml(label(first)) : heading(first)}</th>${tds.join("")}</tr>`;
  });
  return `<thead><tr>${head.join("")}</tr></thead><tbody>${lines.join("")}</tbody>`;
}

function textHtml(claims: Claims): string {
  const lines = [...claims.values()]
    .filter(({ where }) => where !== undefined)
    .map(
      (claim) =>
        `<tr><td>${numberOf(claim, "")}</td><th scope="row">${escapeHtml(claim.statement ?? claim.row)}</th></tr>`,
    );
  return `<section class="exhibit" id="text"><h2>${text("whatIf.text")}</h2><div class="scroll" tabindex="0" role="group" aria-label="${text("whatIf.text")}"><table><thead><tr><th scope="col">${text("whatIf.number")}</th><th scope="col">${text("whatIf.says")}</th></tr></thead><tbody>${lines.join("")}</tbody></table></div></section>`;
}
