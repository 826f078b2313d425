/** Charts by Plotly, which is loaded when the first is to be drawn. */
import { inDark } from "../../figures/dark.js";

interface Plotly {
  newPlot(place: HTMLElement, figure: object): Promise<void>;
}

const assets = `${document.body.dataset.root}assets/`;
let plotly: Promise<Plotly> | undefined;

function load(): Promise<Plotly> {
  return (plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${assets}plotly.min.js`;
    script.onload = () => resolve((globalThis as unknown as { Plotly: Plotly }).Plotly);
    script.onerror = () => reject(new Error("plotly.min.js cannot be loaded"));
    document.head.append(script);
  }));
}

/** What stands there stays where it cannot be drawn. */
export async function drawFigure(place: HTMLElement, figure: object): Promise<void> {
  const { newPlot } = await load();
  const host = document.createElement("div");
  const { layout = {}, config = {} } = figure as { layout?: { height?: number }; config?: object };
  host.style.height = `${layout.height ?? 500}px`;
  const label = place.getAttribute("aria-label");
  place.replaceChildren(host);
  place.setAttribute("role", "figure");
  place.setAttribute("aria-label", label ?? "");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  // Plotly writes into what it is given.
  await newPlot(host, {
    ...(dark ? inDark(figure) : structuredClone(figure)),
    config: { responsive: true, displaylogo: false, ...config },
  });
}
