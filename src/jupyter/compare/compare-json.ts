import { limit, shorten, type CompareOptions } from "./compare-text.js";
import { sameNumber, sameText } from "./same-text.js";
import { sanitize } from "./sanitize.js";
import { decodeTypedArray } from "./typed-array.js";

const MOST_DIFFERENCES = 10;

/** Keys that Plotly fills with random identifiers. */
const IGNORED = new Set(["uid", "uuid"]);

/**
 * Where two JSON values differ, by path: numbers within the tolerance are equal, text as elsewhere, and Plotly's typed
 * arrays are compared number by number.
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
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (!IGNORED.has(key)) visit(a[key], b[key], path === "" ? key : `${path}.${key}`);
    }
  }
}

function same(a: unknown, b: unknown, { tolerance, patterns, lookedPast }: CompareOptions): boolean {
  if (typeof a === "number" && typeof b === "number") return sameNumber(a, b, tolerance);
  if (typeof a === "string" && typeof b === "string")
    return sameText(...sanitize(a, b, patterns, lookedPast), tolerance);
  return a === b;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : shorten(JSON.stringify(value));
}
