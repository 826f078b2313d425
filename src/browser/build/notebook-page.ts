/** A notebook as a page that shows its stored outputs before any script runs. */
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { html, Html, type HtmlPart } from "../../base/escape.js";
import { getLanguage, type Language } from "../../base/language.js";
import { markdownHtml } from "../shared/markdown.js";
import { joined, type SavedCell, type SavedNotebook } from "../shared/notebook.js";
import { outputHtml } from "../shared/output-html.js";
import { page, pageHtml } from "./page-html.js";
import { text } from "../../base/text.js";

export interface StoredNotebook {
  /** Such as "03-table-3-index-series". */
  name: string;
  notebook: SavedNotebook;
  /** The language of its prose. */
  language: Language;
}

/** Its first heading. */
export function notebookTitle({ notebook, name }: StoredNotebook): string {
  const title = /^#\s+(.*)$/m.exec(joined(notebook.cells[0]?.source))?.[1] ?? name;
  return title.replaceAll(/[$*_`]/g, "");
}

export function notebookPage(stored: StoredNotebook): string {
  const { notebook, name, language } = stored;
  let number = 0;
  const cells = notebook.cells.map((cell) => cellHtml(cell, cell.cell_type === "code" ? ++number : 0));
  const untranslated = language !== getLanguage() && html`<p class="notice">${text("page.englishText")}</p>`;
  return pageHtml({
    title: `${notebookTitle(stored)} – egov-kz`,
    path: `notebooks/${name}.html`,
    body: ["notebook", { cells, untranslated, language }],
    script: "notebook",
    data: { notebook: `${name}.ipynb` },
  });
}

function cellHtml(cell: SavedCell, number: number): Html {
  const { tags = [], slideshow } = cell.metadata;
  const inner = cell.cell_type === "code" ? codeHtml(cell, number) : proseHtml(cell);
  const folded = ["hint", "solution"].find((tag) => tags.includes(tag));
  const summary = folded !== undefined && html`<summary>${text(`page.${folded}`)}</summary>`;
  const whole = summary ? html`<details>${summary}${inner}</details>` : inner;
  return html`<div
    class="cell ${cell.cell_type}"
    data-id="${cell.id}"
    data-slide="${slideshow?.slide_type ?? "-"}"
  >
    ${whole}
  </div>`;
}

function proseHtml(cell: SavedCell): Html {
  const prose = markdownHtml(joined(cell.source))
    .replaceAll(/(href="[^":]*)\.ipynb"/g, '$1.html"')
    // The site has none of the project's other files.
    .replaceAll(/<a href="[^":]*\.\w+(?<!\.html)">([^]*?)<\/a>/g, "$1");
  return html`<div class="markdown">${new Html(prose)}</div>`;
}

function codeHtml(cell: SavedCell, number: number): Html {
  const outputs = (cell.outputs ?? []).map(
    (output) => html`<div class="output">${new Html(outputHtml(output, markdownHtml))}</div>`,
  );
  return page("code-cell", { number, code: highlighted(joined(cell.source)), outputs });
}

/** The same classes as the editor's. */
export function highlighted(source: string): Html {
  const parts: HtmlPart[] = [];
  const put = (text: string, classes: string): void =>
    void parts.push(classes === "" ? text : html`<span class="${classes}">${text}</span>`);
  highlightCode(source, typescriptLanguage.parser.parse(source), classHighlighter, put, () =>
    parts.push("\n"),
  );
  return html`${parts}`;
}
