/** The first page: one printed number that can be changed, and its verdict, which turns. */
import "./offered.js";
import { assets } from "./locale.js";
import { readLedger } from "../../ledger/load-ledger.js";
import type { RawFolder } from "../../ledger/read-folder.js";
import { whatIf } from "../../ledger/what-if.js";
import { badgeHtml } from "../../show/badge.js";
import { digitsHtml, stepped } from "./what-if-panel.js";

const box = document.getElementById("try")!;
const id = box.dataset.id!;
const [digits, verdict] = [...box.children] as [HTMLElement, HTMLElement];
const paper = await fetch(`${assets}paper.json`);
const ledger = whatIf(readLedger((await paper.json()) as RawFolder));

function show(printed?: string): void {
  const { judged } = ledger.outcome(new Map(printed === undefined ? [] : [[id, printed]]));
  const claim = judged.find((one) => one.id === id)!;
  const focused = (document.activeElement as HTMLElement | null)?.dataset.step;
  digits.innerHTML = digitsHtml(claim.printed).text;
  verdict.innerHTML = badgeHtml(claim.internal!.verdict).text;
  for (const button of digits.querySelectorAll<HTMLElement>("[data-step]"))
    button.addEventListener("click", () => show(stepped(claim.printed, button.dataset.step!)));
  digits.querySelector<HTMLElement>(`[data-step="${focused}"]`)?.focus();
}

show();
document.body.dataset.state = "ready";
