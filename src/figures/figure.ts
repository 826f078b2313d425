/** A Plotly JSON object; for its attributes see plotly.com/javascript/reference. */
export type PlotlyObject = Record<string, unknown>;

/** A Plotly chart, data and layout; it is drawn when shown. */
export interface Figure {
  data: PlotlyObject[];
  layout: PlotlyObject;
  config?: PlotlyObject;
  frames?: PlotlyObject[];
}

/** True for anything with the shape of a Plotly chart. */
export function isFigure(thing: unknown): thing is Figure {
  if (typeof thing !== "object" || thing === null) return false;
  const { data, layout } = thing as Partial<Figure>;
  return Array.isArray(data) && typeof layout === "object" && layout !== null;
}

/** Adds a layout to bare traces, which Plotly also accepts; returns anything else unchanged. */
export function withLayout(thing: unknown): unknown {
  const { data, layout } = Object(thing) as Partial<Figure>;
  const isChart = layout === undefined && Array.isArray(data) && data.length > 0;
  return isChart && data.every((trace) => typeof trace?.["type"] === "string")
    ? { ...(thing as Figure), layout: {} }
    : thing;
}

/** Describes the figure in words for readers who cannot see it: `layout.meta.alt`, else its title, else its series. */
export function altText({ data, layout }: Figure): string {
  const { meta, title } = layout as { meta?: { alt?: unknown }; title?: string | { text?: unknown } };
  if (typeof meta?.alt === "string") return meta.alt;
  const text = typeof title === "object" ? title.text : title;
  if (typeof text === "string") return text.replace(/<[^>]*>/g, " ").trim();
  return data.map(({ type = "scatter", name = "" }) => `${String(type)} ${String(name)}`.trim()).join("; ");
}
