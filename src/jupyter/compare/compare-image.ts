import { createRequire } from "node:module";
import type { Resvg } from "@resvg/resvg-js";

/** Loaded for the first picture whose bytes differ. */
const load = () => createRequire(import.meta.url)("@resvg/resvg-js") as { Resvg: typeof Resvg };

const SIGNATURE = "89504e470d0a1a0a";

/** Lists differences between two base64 pictures: PNGs by pixels, regardless of compression; others by bytes. */
export function compareImage(type: string, stored: string, fresh: string): string[] {
  const [a, b] = [stored, fresh].map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  if (a.equals(b)) return [];
  if (type !== "image/png" || ![a, b].every((one) => one.toString("hex", 0, 8) === SIGNATURE))
    return ["the bytes differ; only a PNG's pixels are looked at"];
  const [was, now] = [pixelsOf(a), pixelsOf(b)];
  if (was.width !== now.width || was.height !== now.height)
    return [`stored ${was.width} x ${was.height} pixels, now ${now.width} x ${now.height}`];
  const count = was.pixels.length / 4;
  const differing = Array.from({ length: count }, (_, at) => at).filter((at) =>
    [0, 1, 2, 3].some((channel) => was.pixels[4 * at + channel] !== now.pixels[4 * at + channel]),
  );
  return differing.length === 0 ? [] : [`${differing.length} of ${count} pixels differ`];
}

function pixelsOf(png: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${png.toString("base64")}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return { width, height, pixels: new (load().Resvg)(svg).render().pixels };
}
