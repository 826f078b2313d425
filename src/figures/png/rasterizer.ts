import { join } from "node:path";
import { escapeHtml } from "../../base/escape.js";
import { latePackage } from "../../base/late-package.js";
import { projectRoot } from "../../base/project.js";

const resvg = latePackage<typeof import("@resvg/resvg-js")>("@resvg/resvg-js");

/** An SVG with the package's own fonts, so that pictures are identical on every machine. */
function drawing(svg: string): InstanceType<ReturnType<typeof resvg>["Resvg"]> {
  const { Resvg } = resvg();
  const folder = join(projectRoot(), "vendor", "dejavu-fonts");
  const files = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"];
  const font = {
    loadSystemFonts: false,
    fontFiles: files.map((file) => join(folder, file)),
    defaultFontFamily: "DejaVu Sans",
    sansSerifFamily: "DejaVu Sans",
  };
  return new Resvg(svg, { font, background: "#ffffff" });
}

/** Rasterizes an SVG on white, with the package's fonts. */
export const svgToPng = (svg: string): Buffer => Buffer.from(drawing(svg).render().asPng());

const widths = new Map<string, number>();

/** A text's width in pixels according to the rasterizer, so that measuring and drawing agree. */
export function textWidth(text: string, size: number, bold: boolean): number {
  if (text.trim() === "") return 0;
  const key = `${bold} ${text}`;
  if (!widths.has(key)) {
    const weight = bold ? ' font-weight="bold"' : "";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200"><text x="10" y="100" font-family="DejaVu Sans" font-size="100"${weight}>${escapeHtml(text)}</text></svg>`;
    widths.set(key, (drawing(svg).innerBBox()?.width ?? 0) / 100);
  }
  return widths.get(key)! * size;
}
