import { readFileSync } from "node:fs";
import { escapeHtml, escapeScript } from "../base/escape.js";
import { dataPath } from "../base/project.js";
import { altText, type Figure } from "../figures/figure.js";

/** The script that draws figures on a page, without its comments, as statements before others. */
export const drawScript = (): string =>
  readFileSync(dataPath("figures", "draw.js"), "utf8").replace(/^\s*(\/?\*|\/\/).*\n|^export /gm, "");

/**
 * A figure as HTML for a live JupyterLab without the plotly extension. Plotly is not inlined, since it would add 4.8 MB
 * to each notebook. If none is found, the description stays.
 */
export function figureHtml(figure: Figure, id: string): string {
  const alt = escapeHtml(altText(figure));
  return (
    `<div id="${id}" class="egov-kz live-only" role="img" aria-label="${alt}" style="min-height: 3em"><p>${alt}</p></div>\n` +
    `<script>(() => {${drawScript()}drawInPage(${JSON.stringify(id)}, ${escapeScript(figure)});})();</script>`
  );
}
