import { limit, sameNumber, sameText, shorten, type CompareOptions } from "./compare-text.js";
import { sanitize } from "./sanitize.js";

const MOST_DIFFERENCES = 10;

/** Plotly for Python writes arrays as base64 of little-endian numbers; these are its names for the number types. */
const KINDS = {
  ...{ f8: Float64Array, f4: Float32Array },
  ...{ i4: Int32Array, i2: Int16Array, i1: Int8Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array },
};

/** Keys that Plotly fills with random identifiers. */
const IGNORED = new Set(["uid", "uuid"]);

/**
 * Lists the differences between two JSON values, by path: numbers within the tolerance are equal, text is compared as
 * elsewhere, and Plotly's typed arrays are compared number by number.
 *
 * @example compareJson({ y: [1, 2] }, { y: [1, 3] }, options) // ["y[1]: stored 2, now 3"]
 */
export function compareJson(stored: unknown, fresh: unknown, options: CompareOptions): string[] {
  const found: string[] = [];
  visit(stored, fresh, "");
  return limit(found, MOST_DIFFERENCES);

  function visit(was: unknown, now: unknown, path: string): void {
    const [a, b] = [decodeTypedArray(was), decodeTypedArray(now)];
    if (Array.isArray(a) && Array.isArray(b)) visitArray(a, b, path);
    else if (isObject(a) && isObject(b)) visitObject(a, b, path);
    else if (!same(a, b, options)) found.push(`${path || "value"}: stored ${text(a)}, now ${text(b)}`);
  }

  function visitArray(a: readonly unknown[], b: readonly unknown[], path: string): void {
    if (a.length !== b.length) found.push(`${path}: stored ${a.length} entries, now ${b.length}`);
    for (let at = 0; at < Math.min(a.length, b.length); at++) visit(a[at], b[at], `${path}[${at}]`);
  }

  function visitObject(a: Record<string, unknown>, b: Record<string, unknown>, path: string): void {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      if (!IGNORED.has(key)) visit(a[key], b[key], path === "" ? key : `${path}.${key}`);
  }
}

/** The numbers of `{dtype, bdata}`; any other value unchanged. */
function decodeTypedArray(value: unknown): unknown {
  const { dtype, bdata } = Object(value) as Record<string, unknown>;
  if (typeof bdata !== "string" || !Object.hasOwn(KINDS, String(dtype))) return value;
  const Kind = KINDS[dtype as keyof typeof KINDS];
  const bytes = Uint8Array.from(Buffer.from(bdata, "base64"));
  return [...new Kind(bytes.buffer, 0, Math.floor(bytes.length / Kind.BYTES_PER_ELEMENT))];
}

function same(a: unknown, b: unknown, options: CompareOptions): boolean {
  if (typeof a === "number" && typeof b === "number") return sameNumber(a, b, options.tolerance);
  if (typeof a === "string" && typeof b === "string")
    return sameText(...sanitize(a, b, options), options.tolerance);
  return a === b;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value));
}
