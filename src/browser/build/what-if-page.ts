/** The paper's tables as printed, with a button for each number; shown before any script runs. */
import { html, type Html } from "../../base/escape.js";
import { getLanguage } from "../../base/language.js";
import { VERDICTS, type Judged } from "../../ledger/claim.js";
import { ledgerIn } from "../../ledger/load-ledger.js";
import type { Ledger } from "../../ledger/paper-folder.js";
import { readFolder, type RawFolder } from "../../ledger/read-folder.js";
import { whatIf } from "../../ledger/what-if.js";
import { caption } from "../../paper/captions.js";
import { paperFolder } from "../../paper/paper.js";
import { findingsHtml, numberHtml, signHtml, spoken } from "../shared/what-if-html.js";
import { page, pageHtml } from "./page-html.js";
import { label, text } from "../../base/text.js";

/** The paper's files as the page reads them. */
export const rawPaper = (): RawFolder => ({ ...readFolder(paperFolder(), true), where: "paper" });

export function whatIfPage(): string {
  const ledger = ledgerIn(paperFolder(), true);
  const raw = readFolder(paperFolder(), true);
  const outcome = whatIf(ledger).outcome(new Map());
  const claims = new Map(outcome.judged.map((claim) => [claim.id, claim]));
  const exhibits = ledger.paper.exhibits.map(({ key, name, transposed }) => {
    const grid = gridHtml(raw, ledger, key, transposed === true, claims);
    return page("exhibit", { key, name: label(name), ...grid, caption: caption(name, getLanguage()) });
  });
  const signs = VERDICTS.map((verdict) => html`<li>${signHtml(verdict)} ${label(verdict)}</li>`);
  const findings = findingsHtml(outcome, outcome.findings);
  return pageHtml({
    title: `${text("whatIf.title")} – egov-kz`,
    path: "what-if.html",
    body: ["what-if", { signs, exhibits: [...exhibits, textHtml(claims)], findings }],
    script: "what-if",
    css: "what-if.css",
  });
}

type Claims = ReadonlyMap<string, Judged>;

const numberOf = (claim: Judged | undefined, printed: string): Html | string =>
  claim === undefined
    ? printed
    : html`<button
        type="button"
        class="number ${claim.role}"
        data-id="${claim.id}"
        aria-label="${spoken(claim)}"
      >
        ${numberHtml(claim)}
      </button>`;

/** A table as printed: a transposed table's file has its rows side by side, as columns. */
function gridHtml(raw: RawFolder, ledger: Ledger, key: string, turned: boolean, claims: Claims) {
  const { header, rows } = raw.tables[key]!;
  const sheet = ledger.exhibits.find((one) => one.key === key)!;
  const at = (row: string, column: string, printed: string): Html | string =>
    numberOf(claims.get(sheet.cells.get(row)?.get(column)?.id ?? ""), printed);
  const heading = (name: string): Html | string => at(name, sheet.rowName, name);
  const head = header.map(
    (name, place) => html`<th scope="col">${place > 0 && turned ? heading(name) : label(name)}</th>`,
  );
  const lines = rows.map(({ cells }) => {
    const [first = "", ...rest] = cells.map(String);
    const tds = rest.map((printed, place) => {
      const name = header[place + 1]!;
      return html`<td>${turned ? at(name, first, printed) : at(first, name, printed)}</td>`;
    });
    return html`<tr>
      <th scope="row">${turned ? label(first) : heading(first)}</th>
      ${tds}
    </tr>`;
  });
  return { head, lines };
}

function textHtml(claims: Claims): Html {
  const lines = [...claims.values()]
    .filter(({ where }) => where !== undefined)
    .map(
      (claim) =>
        html`<tr>
          <td>${numberOf(claim, "")}</td>
          <th scope="row">${claim.statement ?? claim.row}</th>
        </tr>`,
    );
  const head = ["whatIf.number", "whatIf.says"].map((name) => html`<th scope="col">${text(name)}</th>`);
  return page("exhibit", { key: "text", name: text("whatIf.text"), caption: "", head, lines });
}
