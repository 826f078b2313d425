/**
 * Checks of arguments: a bad one throws `FUNCTION requires WHAT, got VALUE`, naming the function that the caller
 * called, in the current language.
 */
import { text, type Values } from "./text.js";

/** A value for an error message: short, on one line. */
export function describeValue(value: unknown): string {
  if (typeof value === "string")
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 199)}…` : value);
  if (Array.isArray(value)) return text("error.arrayOfLength", { length: value.length });
  if (ArrayBuffer.isView(value)) return text("error.typedArray", { type: value.constructor.name });
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    return text("error.object", { keys: keys.slice(0, 8).join(", "), more: keys.length > 8 ? ", ..." : "" });
  }
  return typeof value === "function" ? `function ${value.name}` : String(value);
}

/**
 * Throws unless `condition` holds.
 * @param what the message's key in `need`, such as "need.oddWidth"
 * @param values the message's placeholder values
 */
export function requireThat(
  condition: boolean,
  caller: string,
  what: string,
  got: unknown,
  values?: Values,
): asserts condition {
  if (!condition)
    throw new RangeError(
      text("error.requires", { caller, what: text(what, values), got: describeValue(got) }),
    );
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
    throw new TypeError(text("error.toBeArray", { caller, name, got: describeValue(values) }));
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0)
    throw new TypeError(
      text("error.toBeFinite", { caller, name, got: describeValue(values[index]), position: index, hint }),
    );
  requireThat(values.length >= atLeast, caller, "need.values", values.length, { name, count: atLeast });
}

/** Throws when all values are equal, so that no correlation, slope or scale exists. */
export function requireVariation(caller: string, name: string, values: readonly number[]): void {
  if (values.every((value) => value === values[0]))
    throw new RangeError(text("error.toVary", { caller, name, got: values[0] }));
}
