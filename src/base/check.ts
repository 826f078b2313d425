/**
 * Guards on arguments: what does not fit throws `FUNCTION requires WHAT, got VALUE`, naming the function that the caller
 * called, in the present language.
 */
import { worded, wordsOf } from "./language.js";

/** A value as it is shown in an error message: short, on one line. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return worded`an array of length ${value.length}`;
  if (ArrayBuffer.isView(value)) return worded`a ${value.constructor.name}`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    return worded`an object (${keys.slice(0, 8).join(", ")}${keys.length > 8 ? ", ..." : ""})`;
  }
  return String(value);
}

/**
 * Throws unless `condition` holds.
 * @param what in English where it holds no value, else `worded`
 */
export function requireThat(
  condition: boolean,
  caller: string,
  what: string,
  got: unknown,
): asserts condition {
  if (!condition)
    throw new RangeError(worded`${caller} requires ${wordsOf(what)}, got ${describeValue(got)}`);
}

/** Throws unless `values` is an array of finite numbers with at least `atLeast` of them. */
export function requireNumbers(
  caller: string,
  name: string,
  values: readonly number[],
  atLeast = 1,
  hint = "",
): void {
  if (!Array.isArray(values))
    throw new TypeError(
      worded`${caller} requires ${name} to be an array of numbers, got ${describeValue(values)}`,
    );
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0)
    throw new TypeError(
      worded`${caller} requires ${name} to hold finite numbers only, got ${describeValue(values[index])} at position ${index}${hint}`,
    );
  if (values.length >= atLeast) return;
  const few = worded`${name} to have at least ${atLeast} values`;
  requireThat(false, caller, atLeast === 1 ? worded`${name} to have at least 1 value` : few, values.length);
}

/** Throws when all values are equal: no correlation, slope or scale can be had from them. */
export function requireVariation(caller: string, name: string, values: readonly number[]): void {
  if (values.every((value) => value === values[0]))
    throw new RangeError(worded`${caller} requires ${name} to vary, got ${values[0]} everywhere`);
}
