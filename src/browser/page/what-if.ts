/** The page on which printed numbers can be changed: the ledger's own code judges them, here in the page. */
import "./offered.js";
import { assets } from "./locale.js";
import { html, type Html } from "../../base/escape.js";
import { text } from "../../base/text.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import { isGone } from "../../ledger/findings.js";
import { readLedger } from "../../ledger/load-ledger.js";
import { digitChanges } from "../../ledger/mutation.js";
import type { RawFolder } from "../../ledger/read-folder.js";
import { whatIf, type Judgement } from "../../ledger/what-if.js";
import { findingsHtml, numberHtml, spoken } from "../shared/what-if-html.js";
import { isLetter, tools } from "./dom.js";
import { showPanel, stepped, tiesOf } from "./what-if-panel.js";

type Changes = ReadonlyMap<string, string>;

const status = document.getElementById("status")!;
const list = document.getElementById("findings")!;
const panel = document.getElementById("panel")!;
const numbers = [...document.querySelectorAll<HTMLButtonElement>("button.number")];
const buttons = new Map(numbers.map((button) => [button.dataset.id!, button]));

const ledger = whatIf(readLedger((await (await fetch(`${assets}paper.json`)).json()) as RawFolder));
const began = performance.now();
const original = ledger.outcome(new Map());
document.body.dataset.whole = String(Math.ceil(performance.now() - began));
let now = original;
let changes: Changes = new Map();
const history: Changes[] = [];
let chosen: string | null = null;

const buttonOf = tools({
  matters: () => void findOne(),
  undo: () => history.length > 0 && apply(history.pop()!),
  reset: () => changeTo(new Map()),
});

const verdicts = (claim: Judged): string => SIDES.map((side) => claim[side]?.verdict).join();

/** Judges and shows; a change stays in the address, so that it can be sent on. */
function apply(next: Changes): void {
  const began = performance.now();
  const before = now;
  now = ledger.outcome(next);
  changes = next;
  show(before);
  const took = Math.ceil(performance.now() - began);
  document.body.dataset.took = String(took);
  tell(took);
  const hash = [...changes].map(([id, printed]) => `${id}=${printed}`).join("&");
  globalThis.history.replaceState(null, "", hash === "" ? location.pathname : `#${encodeURI(hash)}`);
}

function changeTo(next: Changes): void {
  history.push(changes);
  apply(next);
}

function show(before: Judgement): void {
  now.judged.forEach((claim, at) => {
    const button = buttons.get(claim.id);
    if (!button || (claim === before.judged[at] && !button.classList.contains("changed"))) return;
    button.innerHTML = numberHtml(claim).text;
    button.setAttribute("aria-label", spoken(claim));
    button.classList.toggle("changed", changes.has(claim.id));
    button.classList.toggle("turned", verdicts(claim) !== verdicts(original.judged[at]!));
  });
  list.innerHTML = findingsHtml(now, original.findings).text;
  buttonOf.undo.disabled = history.length === 0;
  buttonOf.reset.disabled = changes.size === 0;
  if (chosen !== null) open(chosen);
}

const turnedIn = ({ judged }: Judgement): number =>
  judged.flatMap((claim, at) =>
    SIDES.filter((side) => claim[side]?.verdict !== original.judged[at]![side]?.verdict),
  ).length;
const goneIn = ({ findings }: Judgement): number =>
  findings.filter((finding, at) => isGone(finding) && !isGone(original.findings[at]!)).length;

function tell(ms: number): void {
  if (changes.size === 0) return void (status.textContent = text("whatIf.nothing"));
  const fresh = now.unexplained.length - original.unexplained.length;
  const counts = Object.entries({ turned: turnedIn(now), gone: goneIn(now), fresh }).filter(([, n]) => n > 0);
  const said = (counts.length > 0 ? counts : [["turned", 0]]).map(
    ([what, count]) => `${text(`whatIf.${what}`)}: ${count}.`,
  );
  const judged = text("whatIf.judged", { again: now.again.size, all: now.judged.length, ms });
  status.textContent = [...said, judged].join(" ");
}

const printedIn = ({ judged }: Judgement, id: string): string => judged.find((one) => one.id === id)!.printed;

function change(id: string, printed: string): void {
  const next = new Map(changes).set(id, printed);
  if (printedIn(original, id) === printed) next.delete(id);
  changeTo(next);
}

function go(id: string): void {
  open(id);
  buttons.get(id)?.scrollIntoView({ block: "center", inline: "center" });
}

function close(): void {
  const button = buttons.get(chosen ?? "");
  chosen = null;
  panel.hidden = true;
  button?.focus();
  mark();
}

/** What a button of the panel, or one that leads to a number, asks for. */
function follow({ target }: Event): void {
  const { step, go: id } = (target as HTMLElement).dataset;
  if (id !== undefined) return go(id);
  if (step === "close") return close();
  if (step === undefined || chosen === null) return;
  change(chosen, step === "back" ? printedIn(original, chosen) : stepped(printedIn(now, chosen), step));
}

function open(id: string): void {
  chosen = id;
  showPanel(panel, { id, ledger, now, original, changes });
  mark();
}

/** Marks the chosen number and those that it is tied to. */
function mark(): void {
  const { on, resting } = chosen === null ? { on: [], resting: [] } : tiesOf(ledger, chosen);
  const ties = { from: on, to: resting.map(({ cell }) => cell.id) };
  for (const [id, button] of buttons) {
    button.classList.toggle("chosen", id === chosen);
    button.classList.toggle("from", ties.from.includes(id));
    button.classList.toggle("to", ties.to.includes(id));
  }
  drawLines(buttons.get(chosen ?? ""), ties);
}

/** Lines over the tables: dashed from the numbers that the chosen one rests on, solid to those that rest on it. */
function drawLines(start: HTMLElement | undefined, ties: Readonly<Record<"from" | "to", string[]>>): void {
  const svg = document.querySelector<SVGSVGElement>("svg.ways")!;
  svg.replaceChildren();
  if (!start) return;
  const field = svg.parentElement!.getBoundingClientRect();
  svg.setAttribute("viewBox", `0 0 ${field.width} ${field.height}`);
  const centre = (node: HTMLElement): [number, number] => {
    const clip = node.closest(".scroll")!.getBoundingClientRect();
    const box = node.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2, clip.left), clip.right);
    return [x - field.left, box.top + box.height / 2 - field.top];
  };
  const [x0, y0] = centre(start);
  const lines = (kind: "from" | "to"): Html[] =>
    ties[kind].flatMap((id) => {
      const end = buttons.get(id);
      if (!end) return [];
      const [x1, y1] = centre(end);
      const bend = Math.min(60, Math.abs(y1 - y0) / 2 + Math.abs(x1 - x0) / 6);
      const bends = `${x0 + bend} ${(2 * y0 + y1) / 3} ${x1 + bend} ${(y0 + 2 * y1) / 3}`;
      return html`<path d="M${x0} ${y0} C${bends} ${x1} ${y1}" class="${kind}" data-id="${id}" />`;
    });
  svg.innerHTML = html`${lines("from")}${lines("to")}`.text;
}

/** Tries random single digits until one removes a finding, breaks its evidence, or turns four verdicts. */
async function findOne(): Promise<void> {
  status.textContent = text("whatIf.searching");
  buttonOf.matters.disabled = true;
  const entries = ledger.claims.filter(({ rules }) => /^(input|result)$/.test(rules[0]!.role));
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;
  let best: { change: [string, string]; weight: number } | undefined;
  for (let tries = 0; tries < 40 && (best?.weight ?? 0) < 10; tries++) {
    await new Promise((resolve) => setTimeout(resolve));
    const { id, printed } = oneOf(entries).cell;
    const change: [string, string] = [id, oneOf(digitChanges(printed))];
    const weight = weightOf(ledger.outcome(new Map([change])));
    if (weight > (best?.weight ?? 0)) best = { change, weight };
  }
  buttonOf.matters.disabled = false;
  ledger.outcome(changes); // the last one tried is not the one shown
  if (!best) return tell(0);
  chosen = best.change[0];
  changeTo(new Map([best.change]));
  go(chosen);
}

function weightOf(outcome: Judgement): number {
  const broken = outcome.findings.flatMap(({ evidence }, at) =>
    evidence.filter(({ holds }, one) => !holds && original.findings[at]!.evidence[one]!.holds),
  ).length;
  return 10 * goneIn(outcome) + 5 * broken + 2.5 * turnedIn(outcome);
}

function changesInAddress(): Changes {
  const pairs = [...new URLSearchParams(location.hash.slice(1))];
  return new Map(
    pairs.filter(([id, printed]) => buttons.has(id) && /^[−-]?\d[\d., ]{0,20}\**$/.test(printed)),
  );
}

document.querySelector(".board")!.addEventListener("click", ({ target }) => {
  const button = (target as HTMLElement).closest<HTMLButtonElement>("button.number");
  if (!button) return;
  open(button.dataset.id!);
  button.scrollIntoView({ block: "nearest" });
});
document.getElementById("guide")!.addEventListener("click", ({ currentTarget }) => {
  const { number: id, printed } = (currentTarget as HTMLElement).dataset;
  chosen = id!;
  change(id!, printed!);
  go(id!);
});
for (const part of [list, panel]) part.addEventListener("click", follow);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
  if (isLetter(event, "z") && (event.ctrlKey || event.metaKey)) buttonOf.undo.click();
});
globalThis.addEventListener("resize", mark);
document.querySelectorAll(".scroll").forEach((node) => node.addEventListener("scroll", mark));
try {
  apply(changesInAddress());
} catch {
  apply(new Map()); // an address that names no number
}
document.body.dataset.state = "ready";
