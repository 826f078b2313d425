/** What is said of the chosen number: its digits to change, its verdicts, its rules, and what they tie it to. */
import { escapeHtml } from "../../base/escape.js";
import { shownFormula } from "../../ledger/formula.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import type { Judgement, WhatIf } from "../../ledger/what-if.js";
import { badgeHtml } from "../../show/badge.js";
import { foldedHtml } from "../../show/table-html.js";
import { nameOf } from "../shared/what-if-html.js";
import { text } from "../../base/text.js";

export interface WhatIfPanel {
  change(id: string, printed: string): void;
  go(id: string): void;
  close(): void;
}
interface Shown {
  id: string;
  ledger: WhatIf;
  now: Judgement;
  original: Judgement;
  changes: ReadonlyMap<string, string>;
  panel: WhatIfPanel;
}

export function showPanel(shown: Shown): void {
  const { id, now, original, changes, panel } = shown;
  const at = now.judged.findIndex((claim) => claim.id === id);
  const [claim, before] = [now.judged[at]!, original.judged[at]!];
  const node = document.getElementById("panel")!;
  const focused = node.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.step
    : "close";
  node.setAttribute("aria-label", nameOf(claim));
  node.innerHTML = `<div class="panel-head"><h2>${escapeHtml(nameOf(claim))}</h2><button type="button" data-step="close" aria-label="${text("whatIf.close")}">✕</button></div>
<div class="digits">${digitsHtml(claim.printed)}</div>
<p class="printed-as">${text("whatIf.printedAs")} <b>${escapeHtml(before.printed)}</b>${changes.has(id) ? ` <button type="button" data-step="back">${text("whatIf.back")}</button>` : ""}</p>
${claim.statement ? `<p>${escapeHtml(claim.statement)}</p>` : ""}
${SIDES.map((side) => verdictHtml(text(`whatIf.${side}`), claim[side], before[side])).join("")}
${touchedFindings()}
${tiesHtml(shown)}`;
  node.hidden = false;
  node.querySelectorAll<HTMLElement>("[data-step]").forEach((button) =>
    button.addEventListener("click", () => {
      const step = button.dataset.step!;
      if (step === "close") panel.close();
      else panel.change(id, step === "back" ? before.printed : stepped(claim.printed, step));
    }),
  );
  node
    .querySelectorAll<HTMLElement>("[data-go]")
    .forEach((chip) => chip.addEventListener("click", () => panel.go(chip.dataset.go!)));
  node.querySelector<HTMLElement>(`[data-step="${focused ?? "close"}"]`)?.focus({ preventScroll: true });
}

/** Those of the list that this change has touched. */
function touchedFindings(): string {
  const items = [...document.querySelectorAll("#findings > .gone, #findings > .other")];
  if (items.length === 0) return "";
  return `<h3>${text("whatIf.findings")}</h3><ul class="touched">${items.map((item) => item.outerHTML).join("")}</ul>`;
}

export function digitsHtml(printed: string): string {
  return [...printed]
    .map((sign, at) =>
      /\d/.test(sign)
        ? `<span class="digit"><button type="button" data-step="+${at}" aria-label="${text("whatIf.up")} ${at + 1}">▲</button><b>${sign}</b><button type="button" data-step="-${at}" aria-label="${text("whatIf.down")} ${at + 1}">▼</button></span>`
        : `<span class="digit"><b>${escapeHtml(sign)}</b></span>`,
    )
    .join("");
}

/** @param step "+3": the digit at place 3, one more; nine goes on to nought */
export function stepped(printed: string, step: string): string {
  const at = Number(step.slice(1));
  const digit = (Number(printed[at]) + (step.startsWith("+") ? 1 : 9)) % 10;
  return printed.slice(0, at) + digit + printed.slice(at + 1);
}

function verdictHtml(side: string, now: Judged["internal"], before: Judged["internal"]): string {
  if (!now) return "";
  const was = before && before.verdict !== now.verdict ? `<s>${badgeHtml(before.verdict)}</s> → ` : "";
  return `<h3>${side}</h3><p>${was}${badgeHtml(now.verdict)}</p><p class="reason">${escapeHtml(now.reason)}</p>${foldedHtml(now.working)}`;
}

function tiesHtml({ id, ledger, now, original }: Shown): string {
  const claims = new Map(now.judged.map((claim, at) => [claim.id, { claim, before: original.judged[at]! }]));
  const chip = (one: string): string =>
    `<button type="button" class="chip" data-go="${escapeHtml(one)}">${escapeHtml(claims.has(one) ? nameOf(claims.get(one)!.claim) : one)}</button>`;
  const on = [...ledger.restsOn(id)].filter((one) => one !== id);
  const resting = ledger.entries.filter(({ cell }) => cell.id !== id && ledger.restsOn(cell.id).has(id));
  const lines = resting.map(({ cell, rules }) => {
    const { claim, before } = claims.get(cell.id)!;
    const { formula, law, source } = rules[0]!;
    const by = formula ?? law ?? source;
    const turns = SIDES.flatMap((side) => {
      const [a, b] = [before[side]?.verdict, claim[side]?.verdict];
      return a !== b && b !== undefined
        ? [`${a === undefined ? "" : `<s>${badgeHtml(a)}</s> → `}${badgeHtml(b)}`]
        : [];
    });
    return `<li>${chip(cell.id)}${by ? ` <code>${escapeHtml(shownFormula(by, cell))}</code>` : ""}${turns.length > 0 ? `<br>${turns.join(" ")}` : ""}</li>`;
  });
  const own = ledger.entries.find(({ cell }) => cell.id === id)!;
  const rules = own.rules
    .flatMap(({ formula, law, source }) => [formula, law, source])
    .filter((one) => one !== null);
  return `<h3>${text("whatIf.rule")}</h3>${rules.map((one) => `<p><code>${escapeHtml(shownFormula(one, own.cell))}</code></p>`).join("")}
<h3>${text("whatIf.restOnIt")} (${lines.length})</h3><ul class="ties">${lines.join("") || `<li>${text("whatIf.none")}</li>`}</ul>
<h3>${text("whatIf.restsOn")} (${on.length})</h3><p class="chips">${on.map(chip).join(" ") || text("whatIf.none")}</p>`;
}
