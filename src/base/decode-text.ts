import { text } from "./text.js";

/** How a text was encoded: a label that TextDecoder knows. */
export interface Decoded {
  text: string;
  encoding: string;
}

/** One-byte encodings of Russian and Western European; of equal scores the first wins. */
const oneByte = ["windows-1251", "koi8-r", "ibm866", "windows-1252"];

/**
 * Decodes a file's text as UTF-8 or UTF-16 if its bytes are valid, otherwise in the likeliest one-byte encoding. Words
 * decide: one with only Latin or only Cyrillic letters and no inner capital is likely; one that mixes them is not.
 *
 * @param encoding use this encoding instead of detecting it
 * @throws RangeError if the file is in none of these encodings, or not in the requested one
 */
export function decodeText(bytes: Uint8Array, file: string, encoding?: string): Decoded {
  const decoded = (label: string): Decoded | undefined => {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding: label };
    } catch {
      return undefined;
    }
  };
  const asked = encoding ?? utf16Of(bytes) ?? "utf-8";
  const found = decoded(asked) ?? (encoding === undefined ? bestOf(oneByte.map(decoded)) : undefined);
  if (found === undefined || found.text.includes("\0"))
    throw new RangeError(text("read.error.encoding", { file, encoding: asked.toUpperCase() }));
  return found;
}

/** UTF-16, recognized by its byte order mark or by zeros in every second byte. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 200);
  const zeros = (odd: number): number => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (start.length < 4 || zeros(0) + zeros(1) < start.length / 4) return undefined;
  return zeros(1) > zeros(0) ? "utf-16le" : "utf-16be";
}

function bestOf(candidates: readonly (Decoded | undefined)[]): Decoded | undefined {
  const scored = candidates.map((one) => ({ one, score: one ? likeness(one.text) : -Infinity }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).one;
}

/** Letters in likely words with a letter beyond ASCII, minus those in unlikely ones. */
function likeness(decoded: string): number {
  const word = /[^\s\d\p{P}\p{S}]*[^\p{ASCII}\s\d\p{P}\p{S}][^\s\d\p{P}\p{S}]*/gu;
  const isWord =
    /^(?:\p{Lu}?[\u0430-\u044f\u0451]+|[\u0401\u0410-\u042f]+|\p{Lu}?[a-zß-öø-ÿ]+|[A-ZÀ-ÖØ-Þ]+)$/u;
  const words = decoded.slice(0, 20000).match(word) ?? [];
  return words.reduce((sum, one) => sum + (isWord.test(one) ? one.length : -one.length), 0);
}
