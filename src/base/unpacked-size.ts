import { inflateRawSync } from "node:zlib";
import { text } from "./text.js";

/**
 * A workbook that unpacks to more is rejected; the largest sheet that Excel writes for ordinary tables is far smaller.
 */
export const UNPACKED_LIMIT = 100 * 2 ** 20;

/**
 * Rejects a zip archive that unpacks to more than the limit, before unpacking it: by the sizes that its directory
 * states, and entry by entry up to the stated size, which a dishonest directory exceeds.
 *
 * @throws RangeError naming the file and its size; an Error if the archive's directory cannot be read
 */
export function refuseLargeArchive(bytes: Buffer, file: string, limit: number = UNPACKED_LIMIT): void {
  for (const entry of entriesWithin(limit, bytes, file)) unpacked(bytes, entry, file);
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
  const entries = entriesWithin(limit, archive, file, wanted);
  const utf8 = new TextDecoder();
  return new Map(entries.map((entry) => [entry.name, utf8.decode(unpacked(archive, entry, file))]));
}

interface Entry {
  name: string;
  start: number;
  packed: number;
  size: number;
  isDeflated: boolean;
}

function entriesWithin(limit: number, bytes: Buffer, file: string, wanted = /^/): Entry[] {
  const entries = directory(bytes, file).filter(({ name }) => wanted.test(name));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const [size, most] = [total, limit].map((one) => (one / 2 ** 20).toFixed(0));
  if (total > limit) throw new RangeError(text("error.unpacksTo", { file, size, limit: most }));
  return entries;
}

function unpacked(bytes: Buffer, { start, packed, size, isDeflated }: Entry, file: string): Buffer {
  const data = bytes.subarray(start, start + packed);
  if (!isDeflated) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new RangeError(text("error.hasPartDoesNotUnpack", { file }), { cause: error });
  }
}

/** The entries of a zip archive's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16; no zip64). */
function directory(bytes: Buffer, file: string): Entry[] {
  // The end record comes last, before a comment of at most 65,535 bytes.
  const end = bytes.lastIndexOf("PK\x05\x06", bytes.length - 22, "latin1");
  const entries: Entry[] = [];
  const notZip = (): Error => new Error(text("error.notXlsxWorkbook", { file }));
  if (end < 0 || end < bytes.length - 22 - 65535) throw notZip();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") throw notZip();
    const local = bytes.readUInt32LE(at + 42);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, nameEnd),
      // Behind the local header; an archive that is cut off has none.
      start:
        local + 30 > bytes.length
          ? bytes.length
          : local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
