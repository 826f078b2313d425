/** A notebook as a page that shows its stored outputs before any script has run. */
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { escapeHtml } from "../../base/escape.js";
import { getLanguage, type Language } from "../../base/language.js";
import { markdownHtml } from "../shared/markdown.js";
import { joined, type SavedCell, type SavedNotebook } from "../shared/notebook.js";
import { outputHtml } from "../shared/output-html.js";
import { pageHtml } from "./page-html.js";
import { text } from "../../base/text.js";

export interface StoredNotebook {
  /** Such as "03-table-3-index-series". */
  name: string;
  notebook: SavedNotebook;
  /** That of its prose. */
  language: Language;
}

/** Its first heading. */
export function titleOf({ notebook, name }: StoredNotebook): string {
  const title = /^#\s+(.*)$/m.exec(joined(notebook.cells[0]?.source))?.[1] ?? name;
  return title.replaceAll(/[$*_`]/g, "");
}

export function notebookPage({ notebook, name, language }: StoredNotebook): string {
  const translated = language === getLanguage();
  let number = 0;
  const cells = notebook.cells.map((cell) => cellHtml(cell, cell.cell_type === "code" ? ++number : 0));
  const body = `<section class="above" aria-label="${text("page.notebooks")}">
<div class="toolbar" role="toolbar" aria-label="${text("page.notebooks")}">
<span id="tools"></span><span id="status" role="status"></span>
</div>
<p id="as-file" class="notice">${text("page.asFile")}</p>
${translated ? "" : `<p class="notice">${text("page.englishText")}</p>`}
<div id="notices" aria-live="polite"></div>
</section>
<main id="main"${translated ? "" : ` lang="${language}"`}>
${cells.join("\n")}
</main>`;
  return pageHtml({
    title: `${titleOf({ notebook, name, language })} – egov-kz`,
    path: `notebooks/${name}.html`,
    body,
    script: "notebook",
    data: { notebook: `${name}.ipynb` },
  });
}

function cellHtml(cell: SavedCell, number: number): string {
  const tags = cell.metadata.tags ?? [];
  const inner = cell.cell_type === "code" ? codeHtml(cell, number) : proseHtml(cell);
  const summary = tags.includes("hint")
    ? text("page.hint")
    : tags.includes("solution")
      ? text("page.solution")
      : undefined;
  const whole = summary === undefined ? inner : `<details><summary>${summary}</summary>${inner}</details>`;
  const slide = cell.metadata.slideshow?.slide_type ?? "-";
  return `<div class="cell ${cell.cell_type}" data-id="${escapeHtml(cell.id)}" data-slide="${slide}">${whole}</div>`;
}

function proseHtml(cell: SavedCell): string {
  const html = markdownHtml(joined(cell.source))
    .replaceAll(/(href="[^":]*)\.ipynb"/g, '$1.html"')
    // Of the project's other files the site has none.
    .replaceAll(/<a href="[^":]*\.\w+(?<!\.html)">([^]*?)<\/a>/g, "$1");
  return `<div class="markdown">${html}</div>`;
}

function codeHtml(cell: SavedCell, number: number): string {
  const outputs = (cell.outputs ?? []).map(
    (output) => `<div class="output">${outputHtml(output, markdownHtml)}</div>`,
  );
  const label = `${text("page.code")} ${number}`;
  return `<div class="source"><pre class="code" tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label="${label}"><code>${highlighted(joined(cell.source))}</code></pre></div>
<div class="outputs stored" role="region" aria-label="${text("page.output")} ${number}, ${text("page.stored")}">${outputs.join("")}</div>`;
}

/** The same classes as the editor's. */
export function highlighted(source: string): string {
  let html = "";
  const put = (text: string, classes: string): void => {
    html += classes === "" ? escapeHtml(text) : `<span class="${classes}">${escapeHtml(text)}</span>`;
  };
  highlightCode(source, typescriptLanguage.parser.parse(source), classHighlighter, put, () => (html += "\n"));
  return html;
}
