/** The page on which a teacher grades without a server: files in, the class's table out. */
import { escapeHtml } from "../../base/escape.js";
import { text } from "../../base/text.js";
import { pageHtml } from "./page-html.js";

export function gradePage(): string {
  const of = (key: string): string => escapeHtml(text(`grade.page.${key}`));
  const body = `<main id="main">
<h1>${of("title")}</h1>
<p>${of("intro")}</p>
<p><label>${of("choose")} <input id="files" type="file" accept=".ipynb,.yaml,.yml" multiple disabled></label></p>
<p id="status" role="status"></p>
<p id="keep"></p>
<div id="result"></div>
</main>`;
  const css = `#result table { width: 100%; border-collapse: collapse } #result :is(th, td) { text-align: left; vertical-align: top; padding: 0.3em 0.6em } #result details { overflow-x: auto }`;
  return pageHtml({
    title: `${text("grade.page.title")} – egov-kz`,
    path: "grade.html",
    body,
    script: "grade",
    css,
  });
}
