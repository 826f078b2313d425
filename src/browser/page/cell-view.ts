/** A code cell of the page: its source, which becomes an editor on entering it, and its outputs. */
import { forceLinting } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { joined, type SavedCell } from "../shared/notebook.js";
import { button, element } from "./dom.js";
import { makeEditor } from "./editor.js";
import { OutputArea } from "./outputs.js";
import type { Workers } from "./workers.js";
import { text } from "../../base/text.js";

export interface CellHost {
  workers: Workers;
  /** The sources of the code cells above. */
  above(view: CellView): string[];
  changed(view: CellView): void;
  run(view: CellView, goOn: boolean): void;
  add(view: CellView): void;
  remove(view: CellView): void;
}

export class CellView {
  readonly node: HTMLElement;
  readonly cell: SavedCell;
  readonly area: OutputArea;
  /** Whether the cell is not in the original notebook. */
  readonly isAdded: boolean;
  readonly #host: CellHost;
  readonly #original: string;
  #source: string;
  #editor: EditorView | undefined;

  constructor(node: HTMLElement, cell: SavedCell, host: CellHost, isAdded = false) {
    this.node = node;
    this.cell = cell;
    this.isAdded = isAdded;
    this.#host = host;
    this.#original = this.#source = joined(cell.source);
    this.area = new OutputArea(node.querySelector<HTMLElement>(".outputs")!);
    const code = this.#code();
    code.addEventListener("focus", () => this.edit());
    code.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || globalThis.getSelection()?.type === "Range") return;
      event.preventDefault();
      this.edit({ x: event.clientX, y: event.clientY });
    });
    this.#addButtons();
  }

  #code(): HTMLElement {
    return this.node.querySelector<HTMLElement>("pre.code")!;
  }

  get id(): string {
    return this.cell.id;
  }

  get source(): string {
    return this.#source;
  }

  get isChanged(): boolean {
    return this.isAdded || this.#source !== this.#original;
  }

  set source(text: string) {
    this.#source = text;
    if (this.#editor)
      this.#editor.dispatch({ changes: { from: 0, to: this.#editor.state.doc.length, insert: text } });
    else this.#code().firstElementChild!.textContent = text;
    this.node.classList.toggle("changed", this.isChanged);
  }

  toOriginal(): void {
    this.source = this.#original;
  }

  /** Replaces the source with an editor. */
  edit(at?: { x: number; y: number }): void {
    this.node.querySelector("details")?.setAttribute("open", "");
    if (!this.#editor) {
      const code = this.#code();
      this.#editor = makeEditor({
        parent: code.parentElement!,
        source: this.#source,
        label: code.getAttribute("aria-label") ?? "",
        workers: this.#host.workers,
        before: () => this.#host.above(this),
        changed: (source) => {
          this.#source = source;
          this.node.classList.toggle("changed", this.isChanged);
          this.#host.changed(this);
        },
        run: (goOn) => this.#host.run(this, goOn),
      });
      code.remove();
    }
    const place = at && this.#editor.posAtCoords(at);
    if (place !== undefined && place !== null) this.#editor.dispatch({ selection: { anchor: place } });
    this.#editor.focus();
  }

  /** Rechecks errors here after a change above. */
  checkAnew(): void {
    if (this.#editor) forceLinting(this.#editor);
  }

  #addButtons(): void {
    const buttons = element("div", { className: "cell-buttons" });
    const add = (sign: string, title: string, className: string, work: () => void): void =>
      buttons.append(button(sign, work, { className, title, ariaLabel: title }));
    add("▶", text("page.runCell"), "run", () => this.#host.run(this, false));
    buttons.firstElementChild!.setAttribute("aria-keyshortcuts", "Shift+Enter");
    add("+", text("page.add"), "add", () => this.#host.add(this));
    if (this.isAdded) add("×", text("page.remove"), "remove", () => this.#host.remove(this));
    this.node.querySelector(".source")!.append(buttons);
  }
}

/** The element of a new cell, from the page's template. */
export function newCellNode({ id, source }: SavedCell): HTMLElement {
  const { content } = document.querySelector<HTMLTemplateElement>("#new-cell")!;
  const node = content.firstElementChild!.cloneNode(true) as HTMLElement;
  node.dataset.id = id;
  node.querySelector("code")!.textContent = joined(source);
  return node;
}
