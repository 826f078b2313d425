import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { preparePage, type Page } from "./png-page.js";

/** The parts of plotly.js that are used. */
export interface Plotly {
  toImage(figure: object, options: object): Promise<string>;
  validate(data: object, layout: object): { msg: string }[] | undefined;
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
