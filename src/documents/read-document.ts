import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, resolve, sep } from "node:path";
import { text as said } from "../base/text.js";
import { archiveParts } from "../base/archive-parts.js";
import { workbookSheets } from "../ledger/printed-workbook.js";
import type { PaperDocument } from "./document.js";
import { readDocx, readHtml, readJats } from "./read-markup.js";
import { readFixedWidth } from "./read-fixed.js";
import { readMarkdown, readNotebookTables, readSheets } from "./read-plain.js";
import { readPdf } from "./read-pdf.js";
import { readTex } from "./read-tex.js";
import type { ReadPart } from "./tex-source.js";

const MEGABYTE = 2 ** 20;
/** No paper's text is nearly as large; larger files are rejected before reading. */
const LARGEST = 30 * MEGABYTE;
const LARGEST_TEXT = 16 * MEGABYTE;

/** The parts of a Word document that are read. */
const DOCX = /^(?:word\/document|docProps\/core)\.xml$/;

type Reader = (bytes: Uint8Array, file: string, part: ReadPart) => PaperDocument;

/** All formats except .pdf, whose reader is asynchronous, by the endings of their names. */
const READERS = new Map(
  Object.entries<Reader>({
    "html htm xhtml": (bytes, file) => readHtml(textOf(bytes, file), file),
    "xml nxml jats": (bytes, file) => readJats(textOf(bytes, file), file),
    docx: (bytes, file) => readDocx(archiveParts(Buffer.from(bytes), file, DOCX, LARGEST_TEXT), file),
    "tex ltx": (bytes, file, part) => readTex(textOf(bytes, file), file, part),
    "md markdown": (bytes, file) => readMarkdown(textOf(bytes, file), file),
    xlsx: (bytes, file) => readSheets(workbookSheets(Buffer.from(bytes), file)),
    ipynb: (bytes, file) => readNotebookTables(textOf(bytes, file), file),
    "log txt": (bytes, file) => readFixedWidth(textOf(bytes, file)),
  }).flatMap(([names, read]) => names.split(" ").map((name) => [name, read])),
);

/** File extensions that are read as documents. */
export const DOCUMENT_ENDINGS: readonly string[] = [...READERS.keys(), "pdf"];

export const isDocument = (path: string): boolean =>
  DOCUMENT_ENDINGS.includes(endingOf(path)) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const endingOf = (path: string): string => extname(path).slice(1).toLowerCase();

/**
 * Reads a document without fetching, running or writing anything.
 *
 * @throws an error naming a file that is missing, empty, too large, encrypted, of another type than its name says, or
 *   malicious
 */
export async function readDocument(path: string): Promise<PaperDocument> {
  if (endingOf(path) !== "pdf") return readDocumentNow(path);
  const [bytes, file] = [readWhole(path), basename(path)];
  requireKind(bytes, file, "pdf");
  return requireText(await readPdf(bytes, file), file);
}

/** Reads any document except a PDF, synchronously. */
export const readDocumentNow = (path: string): PaperDocument =>
  readBytes(readWhole(path), basename(path), partsBeside(path));

function readWhole(path: string): Uint8Array {
  const file = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new RangeError(said("document.absent", { file: path }));
  const { size } = found;
  if (size === 0) throw new RangeError(said("document.empty", { file }));
  requireSize(size, LARGEST, file);
  return readFileSync(path);
}

function requireSize(size: number, most: number, file: string): void {
  const inMegabytes = { size: Math.round(size / MEGABYTE), most: most / MEGABYTE };
  if (size > most) throw new RangeError(said("document.large", { file, ...inMegabytes }));
}

/** Reads a document from bytes, as a web page has them. */
export function readBytes(bytes: Uint8Array, file: string, part: ReadPart = () => null): PaperDocument {
  const ending = endingOf(file);
  const read = READERS.get(ending);
  if (read === undefined)
    throw new RangeError(said("document.kind", { file, kinds: DOCUMENT_ENDINGS.join(", ") }));
  requireKind(bytes, file, ending);
  try {
    return requireText(read(bytes, file, part), file);
  } catch (error) {
    // The document is nested so deeply, or has so long a line, that the stack overflows.
    const isTooDeep = error instanceof RangeError && /call stack/.test(error.message);
    if (!isTooDeep && !(error instanceof SyntaxError)) throw error;
    throw new Error(said("document.broken", { file, why: error.message }), { cause: error });
  }
}

function requireText(document: PaperDocument, file: string): PaperDocument {
  if (document.blocks.length === 0) throw new RangeError(said("document.nothing", { file }));
  return document;
}

/** Checks the first bytes; an encrypted .docx is an OLE file, as an old .doc is. */
function requireKind(bytes: Uint8Array, file: string, ending: string): void {
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const isZipped = ending === "docx" || ending === "xlsx";
  if (isZipped && start.startsWith("\u00d0\u00cf\u0011\u00e0"))
    throw new Error(said("document.encrypted", { file }));
  const isZip = start.startsWith("PK\u0003\u0004");
  if (isZip !== isZipped || start.includes("%PDF") !== (ending === "pdf"))
    throw new Error(said("document.not", { file, kind: `.${ending}` }));
}

/** Decodes a text in the encoding that it declares, or UTF-8. */
function textOf(bytes: Uint8Array, file: string): string {
  requireSize(bytes.length, LARGEST_TEXT, file);
  const start = Buffer.from(bytes.subarray(0, 2_000)).toString("latin1");
  const named = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? "utf-8";
  const utf16 = { "\u00ff\u00fe": "utf-16le", "\u00fe\u00ff": "utf-16be" }[start.slice(0, 2)];
  for (const encoding of [utf16 ?? "utf-8", named, "windows-1252"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes("\0")) break;
      return text;
    } catch {
      // Try the next encoding.
    }
  throw new Error(said("document.not", { file, kind: "text" }));
}

/** Reads the files that a LaTeX source includes, from its own folder and below. */
function partsBeside(path: string): ReadPart {
  const folder = realpathSync(dirname(resolve(path)));
  return (name) => {
    for (const ending of ["", ".tex"]) {
      const wanted = resolve(folder, `${name}${ending}`);
      const found = statSync(wanted, { throwIfNoEntry: false });
      if (!found?.isFile()) continue;
      if (!realpathSync(wanted).startsWith(folder + sep) || found.size > LARGEST_TEXT) return null;
      return textOf(readFileSync(wanted), basename(wanted));
    }
    return null;
  };
}
