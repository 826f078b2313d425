/** A cell's outputs, as its messages come. */
import DOMPurify from "dompurify";
import { joined, type SavedOutput } from "../shared/notebook.js";
import { outputHtml, PLOTLY, type SetMarkdown } from "../shared/output-html.js";
import { element } from "./dom.js";
import { drawFigure } from "./figures.js";
import type { CellMessage } from "../worker/messages.js";
import { text } from "../../base/text.js";

interface Shown {
  output: SavedOutput;
  node: HTMLElement;
  displayId?: string;
}

/** Which outputs have an id that others may write over, in any cell. */
const displays = new Map<string, { area: OutputArea; shown: Shown }[]>();

export class OutputArea {
  readonly node: HTMLElement;
  readonly #shown: Shown[] = [];
  #clearNext = false;

  constructor(node: HTMLElement) {
    this.node = node;
  }

  get outputs(): SavedOutput[] {
    return this.#shown.map(({ output }) => output);
  }

  clear(): void {
    this.#shown.splice(0);
    this.node.replaceChildren();
    if (!this.node.classList.contains("stored")) return;
    this.node.classList.remove("stored");
    this.node.ariaLabel =
      this.node.ariaLabel?.replace(text("page.stored"), text("page.fresh")) ?? text("page.fresh");
  }

  /** @param trusted run here, and not stored by who knows whom */
  show(outputs: readonly SavedOutput[], trusted: boolean): void {
    this.clear();
    for (const output of outputs) this.#add(output, trusted);
  }

  hear({ msgType, content }: CellMessage): void {
    if (msgType === "clear_output") {
      if (content.wait) this.#clearNext = true;
      else this.clear();
      return;
    }
    if (msgType === "update_display_data") return update(content);
    const output = { output_type: msgType, ...content } as unknown as SavedOutput & {
      transient?: { display_id?: string };
    };
    if (!["stream", "display_data", "execute_result", "error"].includes(output.output_type)) return;
    if (this.#clearNext) this.clear();
    this.#clearNext = false;
    const { transient, ...kept } = output;
    if (!this.#joins(kept as SavedOutput)) {
      const shown = this.#add(kept as SavedOutput, true);
      const id = transient?.display_id;
      if (id !== undefined) displays.set(id, [...(displays.get(id) ?? []), { area: this, shown }]);
    }
  }

  /** Text of the same stream stands in one piece. */
  #joins(output: SavedOutput): boolean {
    const last = this.#shown.at(-1);
    if (output.output_type !== "stream" || last?.output.output_type !== "stream") return false;
    if (last.output.name !== output.name) return false;
    last.output = { ...last.output, text: joined(last.output.text) + joined(output.text) };
    last.node.innerHTML = outputHtml(last.output);
    return true;
  }

  #add(output: SavedOutput, trusted: boolean): Shown {
    const node = element("div", { className: "output" });
    const shown = { output, node };
    this.#shown.push(shown);
    this.node.append(node);
    void render(shown, trusted);
    return shown;
  }
}

function update(content: Record<string, unknown>): void {
  const { data, transient } = content as { data: object; transient?: { display_id?: string } };
  for (const { shown } of displays.get(transient?.display_id ?? "") ?? []) {
    shown.output = { ...shown.output, data } as SavedOutput;
    void render(shown, true);
  }
}

/** What a stranger's HTML may be here: no style of the page's. */
export const untrusted = (html: string): string =>
  DOMPurify.sanitize(html, { ADD_ATTR: ["tabindex"], FORBID_TAGS: ["style"] });

/** Nothing in it is drawn outside of it, over what the page has to say. */
export function contain(node: HTMLElement, isStranger: boolean): void {
  node.style.contain = isStranger ? "content" : "";
}

async function render({ output, node }: Shown, trusted: boolean): Promise<void> {
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
