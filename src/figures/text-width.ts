import { escapeHtml } from "../base/escape.js";
import { FONT_OPTIONS, loadResvg } from "./png/png-font.js";

const widths = new Map<string, number>();

/** A text's width in pixels according to the rasterizer, so that measuring and drawing agree. */
export function textWidth(text: string, size: number, bold: boolean): number {
  if (text.trim() === "") return 0;
  const key = `${bold} ${text}`;
  if (!widths.has(key)) {
    const weight = bold ? ' font-weight="bold"' : "";
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9999" height="200"><text x="10" y="100" font-family="DejaVu Sans" font-size="100"${weight}>${escapeHtml(text)}</text></svg>`;
    const { Resvg } = loadResvg();
    widths.set(key, (new Resvg(svg, { font: FONT_OPTIONS }).innerBBox()?.width ?? 0) / 100);
  }
  return widths.get(key)! * size;
}
