/** A cell's outputs, as its messages come. */
import type { CellMessage } from "../worker/session.js";
import DOMPurify from "dompurify";
import { collectOutputs } from "../../jupyter/notebook/outputs.js";
import type { Message } from "../../jupyter/wire/wire.js";
import type { SavedOutput } from "../shared/notebook.js";
import { outputHtml, PLOTLY, type SetMarkdown } from "../shared/output-html.js";
import { element } from "./dom.js";
import { drawFigure } from "./figures.js";
import { text } from "../../base/text.js";

/** Characters of a cell's output; a phone cannot lay out many more. */
const MOST = 2e6;
/** Milliseconds between two showings of what a cell prints; each lays out all of it. */
const PAUSE = 100;

/** Outputs that have an id: a message of any cell may replace them. */
const displays: Parameters<typeof collectOutputs>[0] = new Map();
const areas = new Set<OutputArea>();

export class OutputArea {
  readonly node: HTMLElement;
  #shownAt = 0;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #collector = collectOutputs(displays, MOST);
  /** What is shown of each output, and where. */
  readonly #shown: { content: unknown; node: HTMLElement }[] = [];

  constructor(node: HTMLElement) {
    this.node = node;
    areas.add(this);
  }

  get outputs(): readonly SavedOutput[] {
    return this.#collector.outputs;
  }

  clear(): void {
    this.#collector = collectOutputs(displays, MOST);
    this.#shown.length = 0;
    this.node.replaceChildren();
    if (!this.node.classList.contains("stored")) return;
    this.node.classList.remove("stored");
    const [label, fresh] = [this.node.ariaLabel, text("page.fresh")];
    this.node.ariaLabel = label?.replace(text("page.stored"), fresh) ?? fresh;
  }

  hear({ msgType, content }: CellMessage): void {
    this.#collector.add({ header: { msg_type: msgType }, content } as Message);
    const changed = msgType === "update_display_data" ? [...areas] : [this];
    for (const area of changed)
      if (performance.now() - area.#shownAt > PAUSE) area.show();
      else area.#showing ??= setTimeout(() => area.show(), PAUSE);
  }

  /** Shows outputs that are new or have changed. */
  show(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    this.#shownAt = performance.now();
    this.outputs.forEach((output, at) => {
      const content = "data" in output ? output.data : "text" in output ? output.text : output;
      const before = this.#shown[at];
      if (before?.content === content) return;
      const node = shownOutput(output, true);
      if (before) before.node.replaceWith(node);
      else this.node.append(node);
      this.#shown[at] = { content, node };
    });
    for (const { node } of this.#shown.splice(this.outputs.length)) node.remove();
  }
}

/** A stranger's HTML, reduced to what is harmless here; it cannot restyle the page. */
export const untrusted = (html: string): string =>
  DOMPurify.sanitize(html, { ADD_ATTR: ["tabindex"], FORBID_TAGS: ["style"] });

/** Keeps a stranger's output from drawing over the page. */
export function contain(node: HTMLElement, isStranger: boolean): void {
  node.style.contain = isStranger ? "content" : "";
}

/** @param trusted whether it was run here, and not stored by a stranger */
export function shownOutput(output: SavedOutput, trusted: boolean): HTMLElement {
  const node = element("div", { className: "output" });
  void render(output, node, trusted);
  return node;
}

async function render(output: SavedOutput, node: HTMLElement, trusted: boolean): Promise<void> {
  const isMarkdown = "data" in output && "text/markdown" in output.data && !("text/html" in output.data);
  const html = outputHtml(output, isMarkdown ? await loadMarkdown() : undefined);
  node.innerHTML = trusted ? html : untrusted(html);
  contain(node, !trusted);
  const figure = "data" in output ? output.data[PLOTLY] : undefined;
  const place = node.querySelector<HTMLElement>(".figure");
  if (figure && place) await drawFigure(place, figure as object);
}

let markdown: Promise<SetMarkdown> | undefined;
const loadMarkdown = (): Promise<SetMarkdown> =>
  (markdown ??= import("../shared/markdown.js").then(({ markdownHtml }) => markdownHtml));
