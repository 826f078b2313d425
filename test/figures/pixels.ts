import { inflateSync } from "node:zlib";

/** A picture as bytes, four a pixel. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Reads a PNG of 8 bits a channel with alpha, not interlaced, by the letter of the PNG specification (RFC 2083). */
export function readPng(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const raw = inflateSync(Buffer.concat(parts));
  const stride = 4 * width;
  const data = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)]!;
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= 4 ? data[here - 4]! : 0;
      const up = row > 0 ? data[here - stride]! : 0;
      const corner = at >= 4 && row > 0 ? data[here - stride - 4]! : 0;
      data[here] = raw[row * (stride + 1) + 1 + at]! + predicted(filter, left, up, corner);
    }
  }
  return { width, height, data };
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter < 3) return [0, left, up][filter]!;
  if (filter === 3) return (left + up) >> 1;
  const far = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  return far[0]! <= far[1]! && far[0]! <= far[2]! ? left : far[1]! <= far[2]! ? up : corner;
}

/** How many pixels of two pictures of one size differ. */
export function differing(a: Pixels, b: Pixels): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((channel) => a.data[at + channel] !== b.data[at + channel])) count++;
  return count;
}

/** How many colours a picture has. */
export function colours({ data }: Pixels): number {
  const seen = new Set<number>();
  for (let at = 0; at < data.length; at += 4)
    seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
  return seen.size;
}
