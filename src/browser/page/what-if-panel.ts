/** The panel of the chosen number: its digits to change, its verdicts, its rules, and the numbers they tie it to. */
import { html, Html } from "../../base/escape.js";
import { shownFormula, type Formula } from "../../ledger/formula.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import type { Judgement, WhatIf } from "../../ledger/what-if.js";
import { badgeHtml } from "../../show/badge.js";
import { foldedHtml } from "../../show/table-html.js";
import { chip, nameOf } from "../shared/what-if-html.js";
import { text } from "../../base/text.js";

interface Shown {
  id: string;
  ledger: WhatIf;
  now: Judgement;
  original: Judgement;
  changes: ReadonlyMap<string, string>;
}

/** Writes the panel into `node`; a button that had the focus gets it again. */
export function showPanel(node: HTMLElement, shown: Shown): void {
  const { id, now, original, changes } = shown;
  const at = now.judged.findIndex((claim) => claim.id === id);
  const [claim, before] = [now.judged[at]!, original.judged[at]!];
  const focused = node.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.step
    : "close";
  node.setAttribute("aria-label", nameOf(claim));
  node.innerHTML = html`<div class="panel-head">
      <h2>${nameOf(claim)}</h2>
      <button type="button" data-step="close" aria-label="${text("whatIf.close")}">✕</button>
    </div>
    <div class="digits">${digitsHtml(claim.printed)}</div>
    <p>
      ${text("whatIf.printedAs")} <b>${before.printed}</b>
      ${changes.has(id) && html`<button type="button" data-step="back">${text("whatIf.back")}</button>`}
    </p>
    ${SIDES.map((side) => claim[side] && verdictHtml(text(`whatIf.${side}`), claim[side], before[side]))}
    ${touchedFindings()}${tiesHtml(shown)}`.text;
  node.hidden = false;
  node.querySelector<HTMLElement>(`[data-step="${focused ?? "close"}"]`)?.focus({ preventScroll: true });
}

/** The findings that this change has touched. */
function touchedFindings(): Html | false {
  const items = [...document.querySelectorAll("#findings > .gone, #findings > .other")];
  return (
    items.length > 0 &&
    html`<h3>${text("whatIf.findings")}</h3>
      <ul class="touched">
        ${items.map((item) => new Html(item.outerHTML))}
      </ul>`
  );
}

export function digitsHtml(printed: string): Html {
  const step = (name: string, at: number, sign: string): Html =>
    html`<button
      type="button"
      data-step="${name}${at}"
      aria-label="${text(name === "+" ? "whatIf.up" : "whatIf.down")} ${at + 1}"
    >
      ${sign}
    </button>`;
  const digits = [...printed].map((sign, at) => {
    const isDigit = /\d/.test(sign);
    return html`<span class="digit"
      >${isDigit && step("+", at, "▲")}<b>${sign}</b>${isDigit && step("-", at, "▼")}</span
    >`;
  });
  return html`${digits}`;
}

/** @param step "+3": raises the digit at place 3 by one; nine becomes zero */
export function stepped(printed: string, step: string): string {
  const at = Number(step.slice(1));
  const digit = (Number(printed[at]) + (step.startsWith("+") ? 1 : 9)) % 10;
  return printed.slice(0, at) + digit + printed.slice(at + 1);
}

type Verdict = NonNullable<Judged["internal"]>;

function verdictHtml(side: string, now: Verdict, before: Verdict | undefined): Html {
  return html`<h3>${side}</h3>
    <p>${turned(now, before) || badgeHtml(now.verdict)}</p>
    <p class="reason">${now.reason}</p>
    ${new Html(foldedHtml(now.working))}`;
}

/** The change from one verdict to another; false if it is the same. */
function turned(now: Verdict | undefined, before: Verdict | undefined): Html | false {
  if (now === undefined || now.verdict === before?.verdict) return false;
  return html`${before && html`<s>${badgeHtml(before.verdict)}</s> → `}${badgeHtml(now.verdict)}`;
}

/** The numbers that a number rests on, and the claims that rest on it. */
export const tiesOf = (ledger: WhatIf, id: string) => ({
  on: [...ledger.restsOn(id)].filter((one) => one !== id),
  resting: ledger.claims.filter(({ cell }) => cell.id !== id && ledger.restsOn(cell.id).has(id)),
});

function tiesHtml({ id, ledger, now, original }: Shown): Html {
  const claims = new Map(now.judged.map((claim, at) => [claim.id, { claim, before: original.judged[at]! }]));
  const go = (one: string): Html => chip(one, claims.has(one) ? nameOf(claims.get(one)!.claim) : one);
  const code = (formula: Formula, cell: Parameters<typeof shownFormula>[1]): Html =>
    html`<code>${shownFormula(formula, cell)}</code>`;
  const { on, resting } = tiesOf(ledger, id);
  const lines = resting.map(({ cell, rules }) => {
    const { claim, before } = claims.get(cell.id)!;
    const by = rules[0]!.formula ?? rules[0]!.law ?? rules[0]!.source;
    const turns = SIDES.map((side) => turned(claim[side], before[side])).filter((one) => one !== false);
    return html`<li>${go(cell.id)} ${by && code(by, cell)}${turns.map((one) => html`<br />${one}`)}</li>`;
  });
  const own = ledger.claims.find(({ cell }) => cell.id === id)!;
  const rules = own.rules.flatMap(({ formula, law, source }) => [formula, law, source]);
  const none = text("whatIf.none");
  return html`<h3>${text("whatIf.rule")}</h3>
    ${rules.map((one) => one && html`<p>${code(one, own.cell)}</p>`)}
    <h3>${text("whatIf.restOnIt")} (${lines.length})</h3>
    <ul class="ties">
      ${lines.length > 0 ? lines : html`<li>${none}</li>`}
    </ul>
    <h3>${text("whatIf.restsOn")} (${on.length})</h3>
    <p>${on.length > 0 ? on.map((one) => html`${go(one)} `) : none}</p>`;
}
