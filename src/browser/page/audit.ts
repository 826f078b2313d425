/** Auditing in the page: a worker reads, searches and reports on a dropped document; nothing leaves the device. */
import { proxy, wrap } from "comlink";
import type { AuditWork } from "./audit-work.js";
import { downloads, element, takeFiles } from "./dom.js";

const language = document.documentElement.lang;
const assets = new URL(`${document.body.dataset.root!}assets/`, location.href).href;
const status = document.getElementById("status")!;
const result = document.getElementById("result")!;
const keep = document.getElementById("keep")!;
const say = (message: string): void => void (status.textContent = message);
let worker: Worker | undefined;

const input = takeFiles(async ([file]) => {
  if (file === undefined) return;
  worker?.terminate();
  keep.replaceChildren();
  result.replaceChildren();
  say(file.name);
  // The code that reads documents is loaded only now.
  worker = new Worker(`${assets}audit-work.js`, { type: "module" });
  worker.addEventListener("error", ({ message }) => say(message));
  const audit = wrap<AuditWork>(worker);
  const bytes = new Uint8Array(await file.arrayBuffer());
  input.value = "";
  try {
    const asked = { name: file.name, bytes, language, assets, version: document.body.dataset["version"]! };
    const { lines, report, files } = await audit(asked, proxy(say));
    const list = element("ul", {}, ...lines.map((line) => element("li", {}, line)));
    const frame = element("iframe", { title: document.title, srcdoc: report });
    // Without scripts, since it contains a document's text.
    frame.setAttribute("sandbox", "");
    result.replaceChildren(list, frame);
    keep.replaceChildren(...downloads(files));
    say("");
  } catch (error) {
    say((error as Error).message);
  }
});
