import { requireThat } from "../../base/check.js";
import type { Figure } from "../figure.js";
import { FONT_OPTIONS, loadResvg } from "./png-font.js";
import { plotlyInMemory } from "./plotly-in-memory.js";

/** Size of a picture in pixels. */
export interface PngSize {
  width?: number;
  height?: number;
}

/**
 * Draws a figure as a PNG without a browser: Plotly draws SVG into a page that exists in memory only, and
 * resvg makes pixels of it with the DejaVu fonts. The first picture takes some seconds, further ones a fraction.
 * @param size in pixels; default 900 x the height that the layout asks for, or 500.
 */
export async function figureToPng(figure: Figure, size: PngSize = {}): Promise<Buffer> {
  return svgToPng(await figureToSvg(figure, size));
}

/** The same as SVG, whose texts name fonts that the reader of it may lack. */
export async function figureToSvg(figure: Figure, size: PngSize = {}): Promise<string> {
  const { data, layout = {} } = figure as Partial<Figure>;
  requireThat(Array.isArray(data), "figureToPng", "need.plotlyFigureWithListData", figure);
  const asked = layout.height;
  const width = size.width ?? 900;
  const height = size.height ?? (typeof asked === "number" ? asked : 500);
  requireThat(width > 0 && height > 0, "figureToPng", "need.widthAndHeightAbove0", `${width} x ${height}`);
  const plotly = await plotlyInMemory();
  const own = structuredClone({
    data,
    layout: { ...layout, width, height, autosize: false },
  });
  return plotly.toImage(own, { format: "svg", imageDataOnly: true, width, height });
}

/** An SVG's pixels, on white, with the fonts that come with the package. */
export function svgToPng(svg: string): Buffer {
  const { Resvg } = loadResvg();
  return Buffer.from(new Resvg(svg, { font: FONT_OPTIONS, background: "#ffffff" }).render().asPng());
}
