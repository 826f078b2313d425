import { inflateRawSync } from "node:zlib";
import { text } from "./text.js";

/**
 * A workbook that unpacks to more is rejected; the largest sheet that Excel writes for ordinary tables is far smaller.
 */
export const UNPACKED_LIMIT = 100 * 2 ** 20;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/**
 * Rejects a zip archive that unpacks to more than the limit, before unpacking it: by the sizes that its directory
 * states, and entry by entry up to the stated size, which a dishonest directory exceeds.
 *
 * @throws RangeError naming the file and its size; an Error if the archive's directory cannot be read
 */
export function refuseLargeArchive(bytes: Buffer, file: string, limit: number = UNPACKED_LIMIT): void {
  const entries = directory(bytes, file);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limit) throw tooLarge(file, total, limit);
  for (const entry of entries) unpacked(bytes, entry, file);
}

const tooLarge = (file: string, total: number, limit: number): RangeError =>
  new RangeError(text("error.unpacksTo", { file, size: megabytes(total), limit: megabytes(limit) }));

function unpacked(bytes: Buffer, { start, packed, size, method }: Entry, file: string): Buffer {
  const data = bytes.subarray(start, start + packed);
  if (method !== DEFLATED) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new RangeError(text("error.hasPartDoesNotUnpack", { file }), { cause: error });
  }
}

/**
 * Returns the parts of a zip archive with matching names, as text; none is unpacked beyond its stated size or `limit`.
 *
 * @throws as `refuseLargeArchive`
 */
export function archiveParts(
  bytes: Uint8Array,
  file: string,
  wanted: RegExp,
  limit: number,
): Map<string, string> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(archive, file).filter(({ name }) => wanted.test(name));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limit) throw tooLarge(file, total, limit);
  return new Map(
    entries.map((entry) => [entry.name, new TextDecoder("utf-8").decode(unpacked(archive, entry, file))]),
  );
}

interface Entry {
  name: string;
  start: number;
  packed: number;
  size: number;
  method: number;
}

/** The entries of a zip archive's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16; no zip64). */
function directory(bytes: Buffer, file: string): Entry[] {
  const end = endOfDirectory(bytes);
  if (end < 0) throw new Error(text("error.notXlsxWorkbook", { file }));
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new Error(text("error.notXlsxWorkbook", { file }));
    const local = bytes.readUInt32LE(at + 42);
    const start =
      local + 30 <= bytes.length
        ? local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
        : bytes.length;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.subarray(at + 46, nameEnd).toString("utf8"),
      start,
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record comes last, before a comment of at most 65,535 bytes. */
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return -1;
}

const megabytes = (size: number): string => (size / 2 ** 20).toFixed(0);
