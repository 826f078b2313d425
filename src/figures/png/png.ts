import { requireThat } from "../../base/check.js";
import type { Figure } from "../figure.js";
import { plotlyInMemory } from "./plotly-in-memory.js";
import { svgToPng } from "./rasterizer.js";

/** A picture's size in pixels. */
export interface PngSize {
  width?: number;
  height?: number;
}

/**
 * Draws a figure as a PNG without a browser: Plotly draws SVG into an in-memory page, and resvg rasterizes it with the
 * DejaVu fonts. The first picture takes some seconds, later ones a fraction of one.
 * @param size in pixels; default 900 by the layout's height, or by 500 without one.
 */
export async function figureToPng(figure: Figure, size: PngSize = {}): Promise<Buffer> {
  return svgToPng(await figureToSvg(figure, size));
}

/** Draws a figure as SVG; its texts name fonts that the viewer may lack. */
export async function figureToSvg(figure: Figure, size: PngSize = {}): Promise<string> {
  const { data, layout = {} } = figure as Partial<Figure>;
  requireThat(Array.isArray(data), "figureToPng", "need.plotlyFigureWithListData", figure);
  const { width = 900, height = typeof layout.height === "number" ? layout.height : 500 } = size;
  requireThat(width > 0 && height > 0, "figureToPng", "need.widthAndHeightAbove0", `${width} x ${height}`);
  const plotly = await plotlyInMemory();
  const own = structuredClone({ data, layout: { ...layout, width, height, autosize: false } });
  return plotly.toImage(own, { format: "svg", imageDataOnly: true, width, height });
}
