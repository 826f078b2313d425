import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { dataPath } from "../../base/project.js";
import { drawScript } from "../../show/figure-html.js";

/** As the extension inside the pip package plotly: of two with one name, JupyterLab takes the one in JUPYTER_PATH. */
const NAME = "jupyterlab-plotly";

/**
 * Writes an extension that adapts charts to JupyterLab's theme and the cell's width; plotly's own draws on white with a
 * fixed layout.
 * @param folder one of JUPYTER_PATH
 */
export function writePlotlyExtension(folder: string): void {
  const place = join(folder, "labextensions", NAME);
  mkdirSync(join(place, "static"), { recursive: true });
  const build = { load: "static/remoteEntry.js", mimeExtension: "./mimeExtension" };
  const jupyterlab = { mimeExtension: true, _build: build };
  writeFileSync(join(place, "package.json"), JSON.stringify({ name: NAME, version: "0.0.0", jupyterlab }));
  const register = readFileSync(dataPath("lab", "register-renderer.js"), "utf8");
  const script = `(() => {${drawScript()}${register}registerRenderer(${JSON.stringify(NAME)});})();\n`;
  writeFileSync(join(place, build.load), script);
  const library = createRequire(import.meta.url).resolve("plotly.js-dist-min/plotly.min.js");
  copyFileSync(library, join(place, "static", "plotly.min.js"));
}
