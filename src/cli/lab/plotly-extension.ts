import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DARK, inDark, keepDrawn, onPhone } from "../../figures/adapt.js";

/** Of the extension inside the pip package plotly: of two folders that have one of this name, JupyterLab takes JUPYTER_PATH's. */
const NAME = "jupyterlab-plotly";

/**
 * Writes an extension that adapts charts to JupyterLab's theme and the cell's width; plotly's own draws on white with a
 * fixed layout.
 * @param folder one of JUPYTER_PATH
 */
export async function writePlotlyExtension(folder: string): Promise<void> {
  const place = join(folder, "labextensions", NAME);
  await mkdir(join(place, "static"), { recursive: true });
  const build = { load: "static/remoteEntry.js", mimeExtension: "./mimeExtension" };
  const jupyterlab = { mimeExtension: true, _build: build };
  await writeFile(join(place, "package.json"), JSON.stringify({ name: NAME, version: "0.0.0", jupyterlab }));
  const ways = `{ colours: ${JSON.stringify(DARK)}, inDark: ${inDark.toString()}, onPhone: ${onPhone.toString()} }`;
  const script = `(${registerRenderer.toString()})(${JSON.stringify(NAME)}, ${keepDrawn.toString()}, ${ways});\n`;
  await writeFile(join(place, "static", "remoteEntry.js"), script);
  const library = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
  await copyFile(library, join(place, "static", "plotly.min.js"));
}

/* eslint-disable @typescript-eslint/no-explicit-any */
/** Runs in JupyterLab as a webpack federation module; its own source text is written out. */
function registerRenderer(name: string, draw: typeof keepDrawn, ways: Parameters<typeof draw>[4]): void {
  const page = globalThis as any;
  const mime = "application/vnd.plotly.v1+json";
  const library = new URL("plotly.min.js", page.document.currentScript.src).href;
  let plotly: Promise<any> | undefined;
  const load = (): Promise<any> =>
    (plotly ??= new Promise((resolve, reject) => {
      const script = page.document.createElement("script");
      Object.assign(script, { src: library, onload: () => resolve(page.Plotly), onerror: reject });
      page.document.head.appendChild(script);
    }));
  const isDark = (): boolean => page.document.body.dataset.jpThemeLight === "false";
  const rendererOf = (Widget: any): any => {
    const widget = new Widget();
    let drawn: unknown;
    widget.addClass("jp-RenderedPlotly");
    widget.renderModel = async (model: any) => {
      const figure = model.data[mime];
      if (drawn === JSON.stringify(figure)) return;
      drawn = JSON.stringify(figure);
      const host = page.document.createElement("div");
      widget.node.replaceChildren(host);
      const library = await load();
      draw(library, host, figure, isDark, ways);
      if (model.data["image/png"]) return;
      // Saved output is shown where no script runs.
      const { data, layout } = JSON.parse(JSON.stringify(figure));
      const size = { width: 900, height: layout.height ?? 500 };
      const image: string = await library.toImage({ data, layout }, { format: "png", ...size });
      model.setData({ data: { ...model.data, "image/png": image.slice(image.indexOf(",") + 1) } });
    };
    return widget;
  };
  let shared: any;
  (page._JUPYTERLAB ??= {})[name] = {
    init: (scope: any) => void (shared = scope),
    get: async () => {
      const [widgets] = Object.values<any>(shared["@lumino/widgets"]);
      const { Widget } = (await widgets.get())();
      const rendererFactory = { safe: true, mimeTypes: [mime], createRenderer: () => rendererOf(Widget) };
      const extension = {
        id: "@jupyterlab/plotly-extension:factory",
        rendererFactory,
        rank: 1,
        dataType: "json",
      };
      return () => ({ __esModule: true, default: [extension] });
    },
  };
}
