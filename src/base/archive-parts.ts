import { inflateRawSync } from "node:zlib";
import { text } from "./text.js";

/**
 * Unpacks the parts of a zip archive with matching names. An archive that unpacks to more than the limit is rejected
 * before it is unpacked, by the sizes that its directory states, and an entry at its stated size, which a dishonest
 * directory understates.
 *
 * @throws RangeError naming the file and its size; an Error if the archive's directory cannot be read
 */
export function archiveParts(bytes: Buffer, file: string, wanted: RegExp, limit: number) {
  const entries = directory(bytes, file).filter(({ name }) => wanted.test(name));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const [size, most] = [total, limit].map((one) => (one / 2 ** 20).toFixed(0));
  if (total > limit) throw new RangeError(text("error.unpacksTo", { file, size, limit: most }));
  const parts = new Map<string, Buffer>();
  for (const { name, data, size: stated, isDeflated } of entries)
    try {
      parts.set(name, isDeflated ? inflateRawSync(data, { maxOutputLength: Math.max(stated, 1) }) : data);
    } catch (error) {
      throw new RangeError(text("error.hasPartDoesNotUnpack", { file }), { cause: error });
    }
  return parts;
}

/** The entries of a zip archive's central directory (PKWARE APPNOTE 4.3.12 and 4.3.16; no zip64). */
function directory(bytes: Buffer, file: string) {
  // The end record comes last, before a comment of at most 65,535 bytes.
  const end = bytes.lastIndexOf("PK\x05\x06", bytes.length - 22, "latin1");
  const notZip = (): Error => new Error(text("error.notXlsxWorkbook", { file }));
  if (end < 0 || end < bytes.length - 22 - 65535) throw notZip();
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (at + 46 > bytes.length || bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") throw notZip();
    const local = bytes.readUInt32LE(at + 42);
    // The data follow the local header; an archive that is cut off has none.
    const isCut = local + 30 > bytes.length;
    const start = isCut ? bytes.length : local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28); // prettier-ignore
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const entry = {
      name: bytes.toString("utf8", at + 46, nameEnd),
      data: bytes.subarray(start, start + bytes.readUInt32LE(at + 20)),
      size: bytes.readUInt32LE(at + 24),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
    };
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
}
