import type { Answer } from "./exercise.js";

/** Whether two answers are the same at `decimals` places: numbers may differ by half a unit of the last one. */
export function sameAnswer(given: unknown, expected: Answer, decimals: number): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(given) &&
      given.length === expected.length &&
      expected.every((value, at) =>
        value === null ? given[at] === null : sameAnswer(given[at], value, decimals),
      )
    );
  if (typeof expected === "number")
    return typeof given === "number" && Math.abs(given - expected) <= halfUnit(decimals, expected);
  if (typeof expected === "string")
    return typeof given === "string" && given.trim().toLowerCase() === expected.toLowerCase();
  return given === expected;
}

/** Half a unit of the last place, and room for the last bits of float64 where a rounded answer lies just on the edge. */
function halfUnit(decimals: number, expected: number): number {
  return 0.5 * 10 ** -decimals + 8 * Number.EPSILON * Math.max(1, Math.abs(expected));
}
