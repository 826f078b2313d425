/** Guards on arguments: what does not fit throws `FUNCTION requires WHAT, got VALUE`, naming the function that the caller called. */

/** A value as it is shown in an error message: short, on one line. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (ArrayBuffer.isView(value)) return `a ${value.constructor.name}`;
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    return `an object (${keys.slice(0, 8).join(", ")}${keys.length > 8 ? ", ..." : ""})`;
  }
  return String(value);
}

/** Throws unless `condition` holds. */
export function requireThat(
  condition: boolean,
  caller: string,
  what: string,
  got: unknown,
): asserts condition {
  if (!condition) throw new RangeError(`${caller} requires ${what}, got ${describeValue(got)}`);
}

/** Throws unless `values` is an array of finite numbers with at least `atLeast` of them. */
export function requireNumbers(caller: string, name: string, values: readonly number[], atLeast = 1): void {
  if (!Array.isArray(values))
    throw new TypeError(`${caller} requires ${name} to be an array of numbers, got ${describeValue(values)}`);
  if (!areFinite(values)) {
    const index = values.findIndex((value) => !Number.isFinite(value));
    throw new TypeError(
      `${caller} requires ${name} to hold finite numbers only, got ${describeValue(values[index])} at position ${index}`,
    );
  }
  requireThat(
    values.length >= atLeast,
    caller,
    `${name} to have at least ${atLeast} value${atLeast === 1 ? "" : "s"}`,
    values.length,
  );
}

/** x - x is 0 of a finite number alone; two sums, so that one addition need not wait for the last. */
function areFinite(values: readonly unknown[]): boolean {
  let [even, odd] = [0, 0];
  for (let index = 0; index < values.length; index += 2) {
    const first = values[index];
    const second = index + 1 < values.length ? values[index + 1] : 0;
    if (typeof first !== "number" || typeof second !== "number") return false;
    even += first - first;
    odd += second - second;
  }
  return even === 0 && odd === 0;
}

/** Throws unless both arrays have the same length. */
export function requireSameLength(caller: string, x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length)
    throw new RangeError(
      `${caller} requires x and y of the same length, got ${x.length} and ${y.length} values`,
    );
}

/** Throws when all values are equal: no correlation, slope or scale can be had from them. */
export function requireVariation(caller: string, name: string, values: readonly number[]): void {
  if (values.every((value) => value === values[0]))
    throw new RangeError(`${caller} requires ${name} to vary, got ${values[0]} everywhere`);
}
