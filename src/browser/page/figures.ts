/** Plotly charts; Plotly is loaded when the first one is drawn. */
import { PLOTLY } from "../shared/output-html.js";
import type { SavedCell } from "../shared/notebook.js";
import { element } from "./dom.js";
import { assets } from "./locale.js";
import { keepDrawn } from "../../../data/figures/draw.js";

interface Plotly {
  newPlot(place: HTMLElement, figure: object): Promise<void>;
}

let plotly: Promise<Plotly> | undefined;

function load(): Promise<Plotly> {
  return (plotly ??= new Promise((resolve, reject) => {
    const onload = (): void => resolve((globalThis as unknown as { Plotly: Plotly }).Plotly);
    const onerror = (): void => reject(new Error("plotly.min.js cannot be loaded"));
    document.head.append(element("script", { src: `${assets}plotly.min.js`, onload, onerror }));
  }));
}

/** The existing content stays if the figure cannot be drawn. */
export async function drawFigure(place: HTMLElement, figure: object): Promise<void> {
  const library = await load();
  const host = document.createElement("div");
  place.replaceChildren(host);
  place.setAttribute("role", "figure");
  const isDark = (): boolean => matchMedia("(prefers-color-scheme: dark)").matches;
  keepDrawn(library, host, figure, isDark);
}

/** Stored pictures become charts when they come into view. */
export function watchFigures(views: readonly { cell: SavedCell; node: Element }[]): void {
  const stored = new Map<Element, object>();
  for (const { cell, node } of views) {
    const data = (cell.outputs ?? []).flatMap((output) => ("data" in output ? [output.data] : []));
    const figures = data.flatMap((bundle) => (bundle[PLOTLY] as object | undefined) ?? []);
    node.querySelectorAll(".outputs.stored .figure").forEach((place, at) => {
      if (figures[at]) stored.set(place, figures[at]);
    });
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !target.isConnected) continue;
      observer.unobserve(target);
      void drawFigure(target as HTMLElement, stored.get(target)!).catch(() => undefined);
    }
  });
  stored.forEach((_, node) => observer.observe(node));
}
