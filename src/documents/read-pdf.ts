import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { text as said } from "../base/text.js";
import type { PaperDocument } from "./document.js";
import { readFixedWidth } from "./read-fixed.js";

interface Piece {
  str: string;
  width: number;
  height: number;
  /** The last two are the piece's position on the page. */
  transform: number[];
}
interface Unpdf {
  getDocumentProxy(bytes: Uint8Array): Promise<{
    numPages: number;
    getPage(number: number): Promise<{ getTextContent(): Promise<{ items: Partial<Piece>[] }> }>;
  }>;
}

/** Reads a PDF's text layer as if it were a program's log: a draft to check. Scans have none. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PaperDocument> {
  const { getDocumentProxy } = await unpdf();
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch((error: Error) => {
    const key = /password/i.test(error.message) ? "document.encrypted" : "document.broken";
    throw new Error(said(key, { file, why: error.message }), { cause: error });
  });
  const pages: string[] = [];
  for (let number = 1; number <= Math.min(pdf.numPages, 200); number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(pageLines(items.filter((item): item is Piece => (item.str ?? "").trim() !== "")));
  }
  const document = readFixedWidth(pages.join("\n\n"));
  const title = document.blocks.find((block) => "text" in block && block.text.length > 10);
  return { ...document, title: title !== undefined && "text" in title ? title.text.slice(0, 200) : "" };
}

/** Loads an optional package from beside this one, or from the folder where the command runs. */
async function unpdf(): Promise<Unpdf> {
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), "package.json")).href])
    try {
      return (await import(pathToFileURL(createRequire(from).resolve("unpdf")).href)) as Unpdf;
    } catch {
      // Try the next place.
    }
  throw new Error(said("document.unpdf"));
}

/** Arranges pieces on the same baseline as a line, with blanks for their distances. */
function pageLines(pieces: readonly Piece[]): string {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const y = piece.transform[5]!;
    const line = lines.find((one) => Math.abs(one.y - y) < Math.max(2, piece.height / 3));
    if (line === undefined) lines.push({ y, pieces: [piece] });
    else line.pieces.push(piece);
  }
  const widths = pieces.map(({ width, str }) => width / str.length).filter((width) => width > 0);
  const unit = 0.9 * (widths.sort((a, b) => a - b)[widths.length >> 1] ?? 5);
  return lines
    .sort((a, b) => b.y - a.y)
    .map(({ pieces: own }) => {
      let text = "";
      let end = Number.NEGATIVE_INFINITY;
      for (const { str, transform, width } of own.sort((a, b) => a.transform[4]! - b.transform[4]!)) {
        const x = transform[4]!;
        const place = Math.round(x / unit);
        if (x - end > 1.6 * unit) text = text.padEnd(Math.max(place, text.length + 2));
        else if (x - end > 0.3 * unit) text += " ";
        text += str;
        end = x + width;
      }
      return text;
    })
    .join("\n");
}
