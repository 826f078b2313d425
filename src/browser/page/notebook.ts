/** A notebook's page: cells that can be edited and run, a link and a file that carry them, slides. */
import { assets, language, root } from "./locale.js";
import { text } from "../../base/text.js";
import { joined, type SavedCell, type SavedNotebook } from "../shared/notebook.js";
import { CellView, newCellNode, type CellHost } from "./cell-view.js";
import { element, isLetter, tools } from "./dom.js";
import { watchFigures } from "./figures.js";
import { pack, unpack, type Changes } from "./link.js";
import { keepAll } from "./offline.js";
import { cellRunner } from "./run-cells.js";
import { Workers } from "./workers.js";

const file = document.body.dataset.notebook!;
const status = document.getElementById("status")!;
const notices = document.getElementById("notices")!;
const main = document.getElementById("main")!;
const workers = new Workers(assets, main.lang || language);

let notebook: SavedNotebook;
let views: CellView[] = [];
/** The name under which changes are kept in this browser; "" for a reader's own notebook, which is not kept. */
let storage = `egov-kz:${language}:${file}`;
/** The name under which the notebook is saved. */
let name = file;

const say = (message: string): void => void (status.textContent = message);

function notice(message: string, className = ""): HTMLElement {
  const node = element("p", { className: `notice ${className}` }, message);
  notices.append(node);
  return node;
}

const host: CellHost = {
  workers,
  above: (view) => views.slice(0, views.indexOf(view)).map(({ source }) => source),
  changed: () => {
    keep();
    clearTimeout(checking);
    checking = setTimeout(() => views.forEach((view) => view.checkAnew()), 1000);
  },
  run: (view, goOn) => {
    runner.run([view]);
    if (goOn) views[views.indexOf(view) + 1]?.edit();
  },
  add: (view) => addCell(`added-${Math.random().toString(36).slice(2, 10)}`, view).edit(),
  remove: (view) => {
    views = views.filter((one) => one !== view);
    notebook.cells = notebook.cells.filter((cell) => cell !== view.cell);
    view.node.remove();
    keep();
  },
};
let checking: ReturnType<typeof setTimeout> | undefined;

function addCell(id: string, above: CellView): CellView {
  const cell: SavedCell = { id, cell_type: "code", source: "", metadata: {}, outputs: [] };
  const node = newCellNode(cell);
  above.node.after(node);
  const view = new CellView(node, cell, host, true);
  views.splice(views.indexOf(above) + 1, 0, view);
  notebook.cells.splice(notebook.cells.indexOf(above.cell) + 1, 0, cell);
  return view;
}

/** Everything that differs from the original. */
function changes(): Changes {
  const changed = views.filter(({ isChanged }) => isChanged);
  const added = views.filter(({ isAdded }) => isAdded);
  return {
    sources: Object.fromEntries(changed.map(({ id, source }) => [id, source])),
    added: added.map((view) => [view.id, views[views.indexOf(view) - 1]!.id]),
  };
}

function apply({ sources, added = [] }: Changes, mark?: (view: CellView) => void): void {
  for (const [id, above] of added) {
    const place = views.find((view) => view.id === above);
    if (place && !views.some((view) => view.id === id)) addCell(id, place);
  }
  for (const view of views) {
    const source = Object.hasOwn(sources, view.id) ? sources[view.id] : undefined;
    if (source === undefined || source === view.source) continue;
    view.source = source;
    mark?.(view);
  }
}

function keep(): void {
  if (storage === "") return;
  const isChanged = views.some((view) => view.isChanged);
  try {
    if (isChanged) localStorage.setItem(storage, JSON.stringify(changes()));
    else localStorage.removeItem(storage);
  } catch {
    return; // A browser that keeps nothing: the page works all the same.
  }
  if (isChanged) say(text("page.changed"));
}

async function copyLink(): Promise<void> {
  const packed = await pack(changes()).catch(() => undefined);
  if (packed === undefined) return say(text("page.linkTooLong"));
  const address = `${location.href.replace(/#.*/, "")}#cells=${packed}`;
  try {
    await navigator.clipboard.writeText(address);
    say(text("page.linkCopied"));
  } catch {
    notice(`${text("page.linkShown")} `).append(element("code", {}, address));
  }
}

function save(): void {
  const byId = new Map(views.map((view) => [view.id, view]));
  const written = notebook.cells.map((cell): SavedCell => {
    const view = byId.get(cell.id);
    if (view === undefined) return cell;
    const isFresh = view.area.outputs.length > 0 || view.isChanged;
    return {
      ...cell,
      execution_count: cell.execution_count ?? null,
      source: view.source,
      outputs: isFresh ? [...view.area.outputs] : (cell.outputs ?? []),
    };
  });
  const whole = JSON.stringify({ ...notebook, cells: written }, null, 1);
  const href = URL.createObjectURL(new Blob([whole], { type: "application/x-ipynb+json" }));
  element("a", { href, download: name }).click();
}

async function open(chosen: File): Promise<void> {
  if (!chosen.name.endsWith(".ipynb")) return addData(chosen);
  const { openedNotebook, showOpened } = await import("./opened.js");
  const opened = openedNotebook(await chosen.text());
  if (!opened) return void notice(text("page.notNotebook"), "warning");
  notebook = opened;
  notices.replaceChildren();
  notice(text("page.openedFile"), "warning");
  [name, storage] = [chosen.name, ""];
  await showOpened(main, opened);
  makeViews();
  void runner.restart(text("page.restarted"));
}

async function addData(chosen: File): Promise<void> {
  await workers.addFile(chosen.name, await chosen.arrayBuffer());
  notice(
    `${chosen.name} ${text("page.fileAdded")} import { readIndexSeries } from "egov-kz/egov"; readIndexSeries(${JSON.stringify(chosen.name)})`,
    "added",
  );
}

function choose(accept: string): void {
  const input = element("input", { type: "file", accept });
  input.addEventListener("change", () => input.files?.[0] && void open(input.files[0]));
  input.click();
}

async function keepEverything(): Promise<void> {
  say(text("page.keepingOffline"));
  try {
    await keepAll(root);
    say(text("page.offline"));
  } catch (error) {
    notice(`${text("page.notOffline")} (${(error as Error).message})`, "warning");
  }
}

function toOriginal(): void {
  for (const view of [...views]) if (view.isAdded) host.remove(view);
  views.forEach((view) => view.toOriginal());
  keep();
}

const buttons = tools({
  runAll: () => runner.run(views),
  interrupt: () => void runner.restart(text("page.interrupted")),
  restart: () => void runner.restart(text("page.restarted")),
  present: () => void present(),
  save,
  open: () => choose(".ipynb"),
  files: () => choose(".csv,.xlsx,.tsv"),
  link: () => void copyLink(),
  offline: () => void keepEverything(),
  original: toOriginal,
});
const runner = cellRunner(workers, say, (isBusy) => (buttons.interrupt.hidden = !isBusy));

function makeViews(): void {
  const byId = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const nodes = [...main.querySelectorAll<HTMLElement>(".cell.code")];
  views = nodes.map((node) => new CellView(node, byId.get(node.dataset.id!)!, host));
}

/** Shows the code of a link, marks it as somebody else's, and does not run it. */
async function takeLink(packed: string): Promise<void> {
  storage += `:${packed.slice(-16)}`;
  try {
    const linked = await unpack(packed);
    apply(linked, (view) => {
      view.node.classList.add("linked");
      view.node.prepend(element("p", { className: "mark" }, text("page.linkedCell")));
    });
    notice(text("page.linked"), "warning");
  } catch {
    notice(text("page.badLink"), "warning");
  }
}

function takeKept(): void {
  try {
    const kept = localStorage.getItem(storage);
    if (kept === null) return;
    apply(JSON.parse(kept) as Changes);
    say(text("page.changed"));
  } catch {
    localStorage.removeItem(storage);
  }
}

let presenting = false;

/** Loads the code of the slides on first use. */
async function present(): Promise<void> {
  if (presenting) return;
  presenting = true;
  const { startSlides } = await import("./slides.js");
  await startSlides(main, () => (presenting = false));
}

document.addEventListener("keydown", (event) => {
  const typing = (event.target as HTMLElement).closest(".cm-editor, input, textarea, select") !== null;
  if (isLetter(event, "p") && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) void present();
});

/** A link pasted over this page's address, or Back to a slide. */
const began = location.hash;
globalThis.addEventListener("hashchange", () => {
  if (location.hash.startsWith("#cells=") && location.hash !== began) location.reload();
  if (/^#\/\d/.test(location.hash)) void present();
});

/** Another tab changed this notebook; what it keeps would otherwise replace what this one keeps. */
globalThis.addEventListener("storage", ({ key, newValue }) => {
  if (key !== storage) return;
  if (newValue === null) toOriginal();
  else apply(JSON.parse(newValue) as Changes);
});

async function begin(): Promise<void> {
  notebook = (await (await fetch(file)).json()) as SavedNotebook;
  for (const cell of notebook.cells) cell.source = joined(cell.source);
  makeViews();
  const packed = /#cells=([\w-]+)/.exec(location.hash)?.[1];
  if (packed) await takeLink(packed);
  takeKept();
  buttons.original.hidden = !views.some(({ isChanged }) => isChanged);
  main.addEventListener("input", () => (buttons.original.hidden = false));
  if (/^#\/\d/.test(location.hash)) void present();
  document.body.dataset.state = "interactive";
  say(text("page.starting"));
  try {
    await workers.start();
    if (runner.isIdle()) say(text("page.ready"));
    document.body.dataset.state = "ready";
  } catch (error) {
    say(text("page.notLoaded", { error: (error as Error).message }));
  }
  watchFigures(views);
}

for (const kind of ["dragover", "drop"] as const)
  document.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (kind === "dragover") return say(text("page.drop"));
    for (const chosen of event.dataTransfer.files) void open(chosen);
  });

void begin();
