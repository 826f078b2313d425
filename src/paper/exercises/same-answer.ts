import { findCountry } from "../../egov/country-names.js";
import type { ExerciseAnswer } from "./exercise.js";

/** Whether two answers agree at `decimals` places: numbers may differ by half a unit in the last place. */
export function sameAnswer(given: unknown, expected: ExerciseAnswer, decimals = 0): boolean {
  if (Array.isArray(expected)) {
    const isSame = (value: number | null, at: number): boolean =>
      value === null
        ? isEmpty((given as unknown[])[at])
        : sameAnswer((given as unknown[])[at], value, decimals);
    return Array.isArray(given) && given.length === expected.length && expected.every(isSame);
  }
  if (typeof expected === "number")
    return typeof given === "number" && Math.abs(given - expected) <= halfUnit(decimals, expected);
  return typeof given === "string" && sameWord(given, expected as string);
}

/** Null, undefined or NaN: a place where nothing stands. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || Number.isNaN(value);

/** Compares countries by any of their names and codes, other words ignoring case and blanks. */
function sameWord(given: string, expected: string): boolean {
  const country = findCountry(expected);
  if (country) return findCountry(given)?.iso3 === country.iso3;
  return given.trim().toLowerCase() === expected.toLowerCase();
}

/** Half a unit in the last place, plus room for float64's last bits when a rounded answer lies on the edge. */
const halfUnit = (decimals: number, expected: number): number =>
  0.5 * 10 ** -decimals + 8 * Number.EPSILON * Math.max(1, Math.abs(expected));
