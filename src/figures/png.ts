import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { requireThat } from "../check.js";
import type { Figure } from "./figure.js";
import { FONT_OPTIONS, loadResvg } from "./png-font.js";
import { preparePage, type Page } from "./png-page.js";

/** Size of a picture in pixels. */
export interface PngSize {
  width?: number;
  height?: number;
}

interface Plotly {
  toImage(figure: object, options: object): Promise<string>;
}

let plotlyOnce: Promise<Plotly> | undefined;

/**
 * Draws a figure as a PNG without a browser: Plotly draws SVG into a page that exists in memory only, and
 * resvg makes pixels of it with the DejaVu fonts. The first picture takes some seconds, further ones a fraction.
 * @param size in pixels; default 900 x the height that the layout asks for, or 500.
 */
export async function figureToPng(figure: Figure, size: PngSize = {}): Promise<Buffer> {
  const svg = await figureToSvg(figure, size);
  const { Resvg } = loadResvg();
  return Buffer.from(new Resvg(svg, { font: FONT_OPTIONS, background: "#ffffff" }).render().asPng());
}

async function figureToSvg(figure: Figure, size: PngSize): Promise<string> {
  const asked = figure.layout.height;
  const width = size.width ?? 900;
  const height = size.height ?? (typeof asked === "number" ? asked : 500);
  requireThat(width > 0 && height > 0, "figureToPng", "a width and a height above 0", `${width} x ${height}`);
  plotlyOnce ??= loadPlotly();
  const plotly = await plotlyOnce;
  const own = structuredClone({
    data: figure.data,
    layout: { ...figure.layout, width, height, autosize: false },
  });
  return plotly.toImage(own, { format: "svg", imageDataOnly: true, width, height });
}

async function loadPlotly(): Promise<Plotly> {
  const require = createRequire(import.meta.url);
  const { JSDOM, VirtualConsole } = require("jsdom") as {
    JSDOM: new (html: string, options: object) => { window: Page };
    VirtualConsole: new () => object;
  };
  const { window } = new JSDOM("<!doctype html><body></body>", {
    virtualConsole: new VirtualConsole(),
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  preparePage(window);
  window.eval(await readFile(require.resolve("plotly.js-dist-min/plotly.min.js"), "utf8"));
  return window.Plotly as Plotly;
}
