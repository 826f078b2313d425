import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { ownBox, placedBox, type SvgNode } from "./svg-box.js";

/** The parts of plotly.js that are used. */
export interface Plotly {
  toImage(figure: object, options: object): Promise<string>;
  validate(data: object, layout: object): { msg: string }[] | undefined;
}

/** The parts of an in-memory page's window that are used here. */
interface Page {
  eval(source: string): unknown;
  Plotly?: unknown;
  [name: string]: unknown;
}

let once: Promise<Plotly> | undefined;

/** Loads plotly.js into an in-memory page, once; this takes some seconds. */
export const plotlyInMemory = (): Promise<Plotly> => (once ??= load());

async function load(): Promise<Plotly> {
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

/** Gives an in-memory page what Plotly needs from a browser, mainly text sizes and positions. */
function preparePage(window: Page): void {
  const prototype = (name: string): object => (window[name] as { prototype: object }).prototype;
  const ofNode = <T>(compute: (node: SvgNode) => T) =>
    function (this: SvgNode): T {
      return compute(this);
    };
  Object.assign(prototype("SVGElement"), {
    getBBox: ofNode(ownBox),
    getComputedTextLength: ofNode((node) => ownBox(node).width),
    getBoundingClientRect: ofNode(placedBox),
  });
  Object.assign(prototype("HTMLCanvasElement"), { getContext: () => null });
  Object.assign(window.URL as object, { createObjectURL: () => "", revokeObjectURL: () => undefined });
  Object.assign(window, { TextDecoder, TextEncoder });
  window.matchMedia ??= () => ({ matches: false, addListener() {}, addEventListener() {} });
}
