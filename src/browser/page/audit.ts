/** Auditing in the page: a dropped document is read, searched and reported on in a worker; nothing leaves the device. */
import type { Handed, FromWork } from "./audit-work.js";

const language = document.documentElement.lang;
const assets = new URL(`${document.body.dataset.root!}assets/`, location.href).href;
const input = document.querySelector<HTMLInputElement>("#files")!;
const status = document.getElementById("status")!;
const result = document.getElementById("result")!;
const keep = document.getElementById("keep")!;
let worker: Worker | undefined;

input.addEventListener("change", () => void audit(input.files?.[0]));
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  void audit(event.dataTransfer?.files[0]);
});
input.disabled = false;

async function audit(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  worker?.terminate();
  keep.replaceChildren();
  result.replaceChildren();
  status.textContent = file.name;
  // What reads documents is loaded now that there is one.
  worker = new Worker(`${assets}audit-work.js`, { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWork>) => {
    if ("status" in data) status.textContent = data.status;
    else show(data);
  });
  worker.addEventListener("error", ({ message }) => (status.textContent = message));
  const asked: Handed = {
    ...{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    ...{ language, assets, version: document.body.dataset["version"]! },
  };
  worker.postMessage(asked);
  input.value = "";
}

function show({ lines, report, files }: Extract<FromWork, { report: string }>): void {
  const list = document.createElement("ul");
  list.append(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  const frame = Object.assign(document.createElement("iframe"), { title: document.title, srcdoc: report });
  // Without scripts: a document's words are in it.
  frame.setAttribute("sandbox", "");
  result.replaceChildren(list, frame);
  keep.replaceChildren(
    ...files.flatMap(({ name, content }) => [
      Object.assign(document.createElement("a"), { className: "button", download: name, textContent: name, href: URL.createObjectURL(new Blob([content as BlobPart])) }), // prettier-ignore
      " ",
    ]),
  );
  status.textContent = "";
}
