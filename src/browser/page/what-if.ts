/** The page on which printed numbers can be changed: the ledger's own code judges them, here in the page. */
import "../node/process.js";
import { offer } from "../node/module.js";
import "./locale.js";
import { type Language } from "../../base/language.js";
import { setLanguage, text } from "../../base/text.js";
import { SIDES, type Judged } from "../../ledger/claim.js";
import { readLedger } from "../../ledger/load-ledger.js";
import { digitChanges } from "../../ledger/mutation.js";
import type { RawFolder } from "../../ledger/read-folder.js";
import { whatIf, type Judgement, type WhatIf } from "../../ledger/what-if.js";
import { modules } from "virtual:modules";
import { isGone } from "../../ledger/findings.js";
import { findingsHtml, numberHtml, spoken } from "../shared/what-if-html.js";
import { button } from "./dom.js";
import { drawWays } from "./what-if-ways.js";
import { showPanel, stepped } from "./what-if-panel.js";

document.getElementById("as-file")?.remove();
offer(modules);
setLanguage(document.documentElement.lang as Language);
const { root } = document.body.dataset;
const status = document.getElementById("status")!;
const list = document.getElementById("findings")!;
const panel = document.getElementById("panel")!;
const buttons = new Map<string, HTMLButtonElement>();
for (const button of document.querySelectorAll<HTMLButtonElement>("button.number"))
  buttons.set(button.dataset.id!, button);

let ledger: WhatIf;
let original: Judgement;
let now: Judgement;
let changes = new Map<string, string>();
const history: Map<string, string>[] = [];
let chosen: string | null = null;

const key = (claim: Judged): string => SIDES.map((side) => claim[side]?.verdict).join();

/** Judges and shows; a change stays in the address, so that it can be sent on. */
function apply(next: Map<string, string>): void {
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

function show(before: Judgement): void {
  now.judged.forEach((claim, at) => {
    const button = buttons.get(claim.id);
    const old = before.judged[at]!;
    if (!button || (claim === old && !button.classList.contains("changed"))) return;
    button.innerHTML = numberHtml(claim).text;
    button.setAttribute("aria-label", spoken(claim));
    button.classList.toggle("changed", changes.has(claim.id));
    button.classList.toggle("turned", key(claim) !== key(original.judged[at]!));
  });
  list.innerHTML = findingsHtml(now, original.findings).text;
  tools.undo!.disabled = history.length === 0;
  tools.reset!.disabled = changes.size === 0;
  if (chosen !== null) open(chosen);
}

const turnedIn = ({ judged }: Judgement): number =>
  judged.reduce(
    (sum, claim, at) =>
      sum + SIDES.filter((side) => claim[side]?.verdict !== original.judged[at]![side]?.verdict).length,
    0,
  );
const goneIn = ({ findings }: Judgement): number =>
  findings.filter((finding, at) => isGone(finding) && !isGone(original.findings[at]!)).length;

function tell(took: number): void {
  if (changes.size === 0) return void (status.textContent = text("whatIf.nothing"));
  const fresh = now.unexplained.length - original.unexplained.length;
  const parts: [string, number][] = [
    [text("whatIf.turned"), turnedIn(now)],
    [text("whatIf.gone"), goneIn(now)],
    [text("whatIf.fresh"), fresh],
  ];
  const counts = parts.filter(([, count]) => count > 0).map(([what, count]) => `${what}: ${count}.`);
  status.textContent = [
    ...(counts.length > 0 ? counts : [`${text("whatIf.turned")}: 0.`]),
    text("whatIf.judged", { again: now.again.size, all: now.judged.length, ms: took }),
  ].join(" ");
}

function change(id: string, printed: string): void {
  history.push(changes);
  const next = new Map(changes).set(id, printed);
  if (original.judged.find((claim) => claim.id === id)?.printed === printed) next.delete(id);
  apply(next);
}

function go(id: string): void {
  open(id);
  buttons.get(id)?.scrollIntoView({ block: "center", inline: "center" });
}

function close(): void {
  const button = chosen === null ? undefined : buttons.get(chosen);
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
  const printed = (of: Judgement): string => of.judged.find((claim) => claim.id === chosen)!.printed;
  change(chosen, step === "back" ? printed(original) : stepped(printed(now), step));
}

function open(id: string): void {
  chosen = id;
  showPanel(panel, { id, ledger, now, original, changes });
  mark();
}

const restOn = (id: string): string[] =>
  ledger.claims.flatMap(({ cell }) => (cell.id !== id && ledger.restsOn(cell.id).has(id) ? [cell.id] : []));

function mark(): void {
  for (const [id, button] of buttons) button.classList.toggle("chosen", id === chosen);
  const from = chosen === null ? [] : [...ledger.restsOn(chosen)].filter((id) => id !== chosen);
  drawWays(chosen === null ? null : { chosen, from, to: restOn(chosen) }, buttons);
}

/** Random single digits, until one lets a finding vanish, breaks its evidence or turns four verdicts. */
async function findOne(): Promise<void> {
  status.textContent = text("whatIf.searching");
  tools.matters!.disabled = true;
  const entries = ledger.claims.filter(
    ({ rules }) => rules[0]!.role === "input" || rules[0]!.role === "result",
  );
  let best: { change: [string, string]; weight: number } | undefined;
  for (let tries = 0; tries < 40 && (best?.weight ?? 0) < 10; tries++) {
    await new Promise((resolve) => setTimeout(resolve));
    const { cell } = entries[Math.floor(Math.random() * entries.length)]!;
    const others = digitChanges(cell.printed);
    const printed = others[Math.floor(Math.random() * others.length)]!;
    const weight = weightOf(ledger.outcome(new Map([[cell.id, printed]])));
    if (weight > (best?.weight ?? 0)) best = { change: [cell.id, printed], weight };
  }
  tools.matters!.disabled = false;
  ledger.outcome(changes); // the last one tried is not the one shown
  if (!best) return tell(0);
  history.push(changes);
  chosen = best.change[0];
  apply(new Map([best.change]));
  go(chosen);
}

function weightOf(outcome: Judgement): number {
  const broken = outcome.findings.flatMap(({ evidence }, at) =>
    evidence.filter(({ holds }, one) => !holds && original.findings[at]!.evidence[one]!.holds),
  ).length;
  return 10 * goneIn(outcome) + 5 * broken + 2.5 * turnedIn(outcome);
}

const tools: Record<string, HTMLButtonElement> = {};
function makeTools(): void {
  const add = (name: string, text: string, work: () => void): void => {
    tools[name] = button(text, work, { dataset: { tool: name } });
    document.getElementById("tools")!.append(tools[name], " ");
  };
  add("matters", text("whatIf.matters"), () => void findOne());
  add("undo", `↶ ${text("whatIf.undo")}`, () => history.length > 0 && apply(history.pop()!));
  add("reset", text("whatIf.reset"), () => {
    history.push(changes);
    apply(new Map());
  });
}

function changesInAddress(): Map<string, string> {
  const pairs = decodeURI(location.hash.slice(1))
    .split("&")
    .map((pair) => pair.split("=") as [string, string]);
  return new Map(
    pairs.filter(([id, printed]) => buttons.has(id) && /^[−-]?\d[\d., ]{0,20}\**$/.test(printed ?? "")),
  );
}

async function begin(): Promise<void> {
  ledger = whatIf(readLedger((await (await fetch(`${root}assets/paper.json`)).json()) as RawFolder));
  const began = performance.now();
  original = now = ledger.outcome(new Map());
  document.body.dataset.whole = String(Math.ceil(performance.now() - began));
  makeTools();
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
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) tools.undo!.click();
  });
  globalThis.addEventListener("resize", mark);
  document.querySelectorAll(".scroll").forEach((node) => node.addEventListener("scroll", mark));
  try {
    apply(changesInAddress());
  } catch {
    apply(new Map()); // an address that names no number
  }
  document.body.dataset.state = "ready";
}

void begin();
