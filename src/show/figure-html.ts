import { escapeHtml, escapeScript } from "../base/escape.js";
import { DARK, inDark, keepDrawn, onPhone } from "../figures/adapt.js";
import { altText, type Figure } from "../figures/figure.js";

/**
 * A figure as HTML for a live JupyterLab without the plotly extension. The library is not inlined (it would add 4.8 MB
 * to each notebook): the script uses a Plotly that is already loaded, else asks the Jupyter server for the project's
 * own copy, walking up from the notebook's folder, else (for a page on disk) looks next to the page. If all fail, the
 * description stays. The colors follow JupyterLab's theme.
 */
export function figureHtml(figure: Figure, id: string): string {
  const alt = escapeHtml(altText(figure));
  const ways = `{ colours: ${JSON.stringify(DARK)}, inDark: ${inDark.toString()}, onPhone: ${onPhone.toString()} }`;
  return (
    `<div id="${id}" class="egov-kz live-only" role="img" aria-label="${alt}" style="min-height: 3em"><p>${alt}</p></div>\n` +
    `<script>(${drawInPage.toString()})(${JSON.stringify(id)}, ${escapeScript(figure)}, ${keepDrawn.toString()}, ${ways});</script>`
  );
}

/**
 * Runs in the page, not here: its source text is written out, so it may use nothing from outside. It requests the
 * server's `files/` in the notebook's folder and each folder above it up to the root.
 */
function drawInPage(
  id: string,
  figure: Figure,
  draw: typeof keepDrawn,
  ways: Parameters<typeof draw>[4],
): void {
  /* eslint-disable @typescript-eslint/no-explicit-any */
  const page = globalThis as any;
  const file = "node_modules/plotly.js-dist-min/plotly.min.js";
  const places: string[] = [];
  const config = page.document.getElementById("jupyter-config-data");
  if (config) {
    const base = JSON.parse(config.textContent).baseUrl as string;
    const path = decodeURIComponent(page.location.pathname)
      .replace(/^.*?\/(tree|notebooks|doc)\//, "")
      .split("/");
    for (let depth = path.length - 1; depth >= 0; depth--)
      places.push([`${base}files`.replace(/\/+/g, "/"), ...path.slice(0, depth), file].join("/"));
  } else if (page.location.protocol === "file:") {
    for (const up of ["", "../", "../../"]) places.push(up + file);
  }
  const load = (at: number): Promise<any> => {
    if (page.Plotly) return Promise.resolve(page.Plotly);
    if (at >= places.length) return Promise.reject(new Error("no plotly.js here"));
    return new Promise((resolve, reject) => {
      const script = page.document.createElement("script");
      script.src = places[at];
      script.onload = () => resolve(page.Plotly);
      script.onerror = reject;
      page.document.head.appendChild(script);
    }).catch(() => load(at + 1));
  };
  page.egovKzPlotly ??= load(0);
  page.egovKzPlotly.then(
    (plotly: any) => {
      const host = page.document.getElementById(id);
      if (!host) return;
      host.textContent = "";
      draw(plotly, host, figure, () => page.document.body.dataset.jpThemeLight === "false", ways);
    },
    () => undefined,
  );
}
