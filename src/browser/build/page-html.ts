/**
 * The parts common to all pages: head, policy, navigation. The policy allows no other host, and no script but the site's
 * own files. Cells run in workers made from blobs, under the same policy: so it lets code be evaluated, as a kernel does.
 */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { html, Html, type HtmlPart } from "../../base/escape.js";
import { filled } from "../../base/filled.js";
import { folderOf, getLanguage, languages } from "../../base/language.js";
import { projectRoot } from "../../base/project.js";
import { text, withLanguage } from "../../base/text.js";

export interface PageParts {
  title: string;
  /** Its path below the language's folder, such as "notebooks/03.html". */
  path: string;
  /** Its body: a file of src/browser/pages, and the values in it other than texts. */
  body: [name: string, values: Record<string, HtmlPart>];
  script: string;
  data?: Record<string, string>;
  /** A stylesheet for this page alone. */
  css?: string;
}

const file = (...path: string[]): string => readFileSync(join(projectRoot(), "src/browser", ...path), "utf8");

/** A file of src/browser/pages, with its values and texts filled in. */
export const page = (name: string, values: Record<string, HtmlPart>): Html =>
  filled(file("pages", `${name}.html`), values);

export function pageHtml({ title, path, body, script, data = {}, css }: PageParts): string {
  const lang = getLanguage();
  const up = "../".repeat(posix.join(folderOf(lang), path).split("/").length - 1);
  const links = languages().map((one) => {
    const name = withLanguage(one, () => text("page.languageName"));
    const here = one === lang && html`aria-current="page"`;
    return html`<a href="${up}${posix.join(folderOf(one), path)}" hreflang="${one}" lang="${one}" ${here}
      >${name}</a
    > `;
  });
  return page("page", {
    ...{ lang, title, up, script, languages: links },
    data: Object.entries({ root: up || "./", ...data }).map(
      ([name, value]) => html` data-${name}="${value}"`,
    ),
    home: "../".repeat(path.split("/").length - 1),
    css: new Html(file("page", "page.css") + (css === undefined ? "" : file("page", css))),
    body: page(...body),
  }).text;
}
