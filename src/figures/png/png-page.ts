import { ownBox, placedBox, type Box, type SvgNode } from "./svg-box.js";

/** The window of a page in memory, as far as it is used here. */
export interface Page {
  eval(source: string): unknown;
  Plotly?: unknown;
  [name: string]: unknown;
}

/** Gives a page in memory what Plotly asks of a browser: sizes and places of text, above all. */
export function preparePage(window: Page): void {
  const prototype = (name: string): object => (window[name] as { prototype: object }).prototype;
  Object.assign(prototype("SVGElement"), {
    getBBox(this: SvgNode): Box {
      return ownBox(this);
    },
    getComputedTextLength(this: SvgNode): number {
      return ownBox(this).width;
    },
    getBoundingClientRect(this: SvgNode): Box {
      return placedBox(this);
    },
  });
  Object.assign(prototype("HTMLCanvasElement"), { getContext: () => null });
  const url = window.URL as { createObjectURL?: () => string; revokeObjectURL?: () => void };
  url.createObjectURL ??= () => "";
  url.revokeObjectURL ??= () => undefined;
  Object.assign(window, { TextDecoder, TextEncoder });
  window.matchMedia ??= () => ({ matches: false, addListener() {}, addEventListener() {} });
}
