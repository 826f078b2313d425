/** The page into which a paper's document is dropped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../base/project.js";
import { escapeHtml } from "../../base/escape.js";
import { text } from "../../base/text.js";
import { pageHtml } from "./page-html.js";

export function auditPage(): string {
  const of = (key: string): string => escapeHtml(text(`audit.page.${key}`));
  const { version } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
    version: string;
  };
  const body = `<main id="main">
<h1>${of("title")}</h1>
<p>${of("intro")}</p>
<p><label>${of("choose")} <input id="files" type="file" accept=".html,.htm,.xml,.nxml,.docx,.tex,.md,.xlsx,.ipynb,.log,.txt" disabled></label></p>
<p id="status" role="status"></p>
<div id="result"></div>
<p id="keep"></p>
</main>`;
  const css = `#result iframe { width: 100%; height: 70vh; border: 1px solid; background: #fff } #result li { overflow-wrap: anywhere }`;
  return pageHtml({
    title: `${text("audit.page.title")} – egov-kz`,
    path: "audit.html",
    body,
    script: "audit",
    data: { version },
    css,
  });
}
