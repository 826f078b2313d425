/** A JSON object of Plotly's: its attributes are documented at plotly.com/javascript/reference. */
export type PlotlyObject = Record<string, unknown>;

/** A Plotly chart: data and layout; nothing is drawn until it is shown. */
export interface Figure {
  data: PlotlyObject[];
  layout: PlotlyObject;
  config?: PlotlyObject;
  frames?: PlotlyObject[];
}

/** True for anything that has the shape of a Plotly chart. */
export function isFigure(thing: unknown): thing is Figure {
  if (typeof thing !== "object" || thing === null) return false;
  const { data, layout } = thing as Partial<Figure>;
  return Array.isArray(data) && typeof layout === "object" && layout !== null;
}

/** What the figure shows, in words, for those who cannot see it: `layout.meta.alt`, else its title. */
export function altText(figure: Figure): string {
  const meta = figure.layout.meta as { alt?: unknown } | undefined;
  if (typeof meta?.alt === "string") return meta.alt;
  const title = figure.layout.title as string | { text?: unknown } | undefined;
  const text = typeof title === "object" ? title.text : title;
  return typeof text === "string" ? text.replace(/<[^>]*>/g, " ").trim() : "";
}
