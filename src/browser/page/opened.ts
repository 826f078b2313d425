/** A notebook of the reader's own: none of it is trusted until it has run here. */
import { markdownHtml } from "../shared/markdown.js";
import { joined, type SavedNotebook } from "../shared/notebook.js";
import { newCellNode } from "./cell-view.js";
import { element } from "./dom.js";
import { contain, shownOutput, untrusted } from "./outputs.js";

/** @returns undefined if the text is not a notebook of format 4 */
export function openedNotebook(text: string): SavedNotebook | undefined {
  try {
    const notebook = JSON.parse(text) as SavedNotebook;
    if (notebook.nbformat !== 4 || !Array.isArray(notebook.cells)) return undefined;
    const seen = new Set<string>();
    notebook.cells.forEach((cell, at) => {
      if (typeof cell.id !== "string" || seen.has(cell.id)) cell.id = `cell-${at}`;
      seen.add(cell.id);
      cell.source = joined(cell.source);
      cell.metadata = Object(cell.metadata) as typeof cell.metadata;
    });
    return notebook;
  } catch {
    return undefined;
  }
}

export async function showOpened(main: HTMLElement, notebook: SavedNotebook): Promise<void> {
  main.replaceChildren();
  for (const cell of notebook.cells) {
    const slide = cell.metadata.slideshow?.slide_type ?? "-";
    if (cell.cell_type !== "code") {
      const node = element("div", { className: "cell markdown", dataset: { id: cell.id, slide } });
      node.innerHTML = `<div class="markdown">${untrusted(markdownHtml(joined(cell.source)))}</div>`;
      contain(node, true);
      main.append(node);
      continue;
    }
    const node = newCellNode(cell);
    node.classList.remove("changed");
    node.dataset.slide = slide;
    main.append(node);
    const outputs = Array.isArray(cell.outputs) ? cell.outputs.filter((one) => Object(one) === one) : [];
    node.querySelector(".outputs")!.append(...outputs.map((output) => shownOutput(output, false)));
  }
}
