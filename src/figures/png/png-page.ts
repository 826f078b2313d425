import { ownBox, placedBox, type Box, type SvgNode } from "./svg-box.js";

/** The parts of an in-memory page's window that are used here. */
export interface Page {
  eval(source: string): unknown;
  Plotly?: unknown;
  [name: string]: unknown;
}

/** Gives an in-memory page what Plotly needs from a browser, mainly text sizes and positions. */
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
