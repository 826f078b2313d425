import { ownBox, placedBox, type SvgNode } from "./svg-box.js";

/** The parts of an in-memory page's window that are used here. */
export interface Page {
  eval(source: string): unknown;
  Plotly?: unknown;
  [name: string]: unknown;
}

/** Gives an in-memory page what Plotly needs from a browser, mainly text sizes and positions. */
export function preparePage(window: Page): void {
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
  const url = window.URL as { createObjectURL?: () => string; revokeObjectURL?: () => void };
  url.createObjectURL ??= () => "";
  url.revokeObjectURL ??= () => undefined;
  Object.assign(window, { TextDecoder, TextEncoder });
  window.matchMedia ??= () => ({ matches: false, addListener() {}, addEventListener() {} });
}
