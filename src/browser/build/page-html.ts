/** What every page has: head, policy, navigation. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../base/escape.js";
import { getLanguage, languages, type Language } from "../../base/language.js";
import { projectRoot } from "../../base/project.js";
import { text, withLanguage } from "../../base/text.js";

/**
 * No other host, no script but the site's own files. Cells run in workers made from blobs, under the same policy: so it
 * lets code be evaluated, as a kernel does.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' blob: 'unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export interface PageParts {
  title: string;
  /** Its path below the language's folder, such as "notebooks/03.html". */
  path: string;
  body: string;
  script?: string;
  data?: Record<string, string>;
  /** Rules of this page alone. */
  css?: string;
}

/** The folder of a language's pages: English at the root. */
export const folderOf = (language: Language): string => (language === "en" ? "" : `${language}/`);

export function pageHtml({ title, path, body, script, data = {}, css: own = "" }: PageParts): string {
  const language = getLanguage();
  const up = "../".repeat((folderOf(language) + path).split("/").length - 1);
  const home = "../".repeat(path.split("/").length - 1);
  const attributes = Object.entries({ root: up || "./", ...data }).map(
    ([name, value]) => ` data-${name}="${escapeHtml(value)}"`,
  );
  const css = readFileSync(join(projectRoot(), "src", "browser", "page", "page.css"), "utf8");
  const other = languages()
    .map(
      (one) =>
        `<a href="${up}${folderOf(one)}${path}" hreflang="${one}" lang="${one}"${one === language ? ' aria-current="page"' : ""}>${withLanguage(one, () => text("page.languageName"))}</a>`,
    )
    .join(" ");
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${css}${own}</style>
${script ? `<script type="module" src="${up}assets/${script}.js"></script>` : ""}
</head>
<body${attributes.join("")}>
<a class="skip" href="#main">${text("page.skip")}</a>
<header class="top">
<nav aria-label="${text("page.home")}"><a href="${home}index.html">egov-kz</a> <a href="${home}index.html#notebooks">${text("page.notebooks")}</a> <a href="${home}what-if.html">${text("page.whatIf")}</a> <a href="${home}report.html">${text("page.report")}</a></nav>
<nav aria-label="${text("page.language")}" class="languages">${other}</nav>
</header>
${body}
</body>
</html>
`;
}
