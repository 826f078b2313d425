import { type ExerciseAnswer, type Exercise } from "./exercise.js";
import { isEmpty, sameAnswer } from "./same-answer.js";

/** Slips of form and writing that can happen in any exercise; `exercise.slip.` in locales/ has their texts. */
export const SLIPS = [
  "empty",
  "decimal comma",
  "text",
  "number",
  "single value",
  "whole column",
  "length",
  "kind",
  "sign",
  "per cent",
  "decimal slip",
  "cut off",
  "fewer decimals",
  "reversed",
  "places",
] as const;

export type SlipKey = (typeof SLIPS)[number];

/** What is wrong with an answer's form, before its value is checked. */
export function wrongForm(given: unknown, expected: ExerciseAnswer): SlipKey | null {
  if (isEmpty(given) || given === "") return "empty";
  if (Array.isArray(expected)) {
    if (!Array.isArray(given)) return "single value";
    return given.length === expected.length ? null : "length";
  }
  if (Array.isArray(given)) return "whole column";
  if (typeof given === typeof expected) return null;
  if (typeof given === "string") return "text";
  return typeof given === "number" ? "number" : "kind";
}

/** A slip in writing down a value found by the right method. */
export function slipOf(
  given: unknown,
  expected: ExerciseAnswer,
  { decimals = 0, percent }: Exercise,
): SlipKey | null {
  if (Array.isArray(expected)) return columnSlip(given as unknown[], expected, decimals);
  if (typeof expected !== "number" || typeof given !== "number") return null;
  if (sameAnswer(-given, expected, decimals)) return "sign";
  for (const power of [1, 2, 3]) {
    const slip = power === 2 && (percent ?? expected < 1) ? "per cent" : "decimal slip";
    if (isTimes(given, expected, 10 ** power, decimals) || isTimes(given, expected, 10 ** -power, decimals))
      return slip;
  }
  if (decimals > 0 && isCut(given, expected, decimals)) return "cut off";
  for (let fewer = decimals - 1; fewer >= 0; fewer--)
    if (given !== 0 && (isAt(given, expected, fewer) || (fewer > 1 && isCut(given, expected, fewer))))
      return "fewer decimals";
  return null;
}

/** Whether an answer is the expected one rounded or truncated to `places` decimal places. */
const isAt = (given: number, expected: number, places: number): boolean =>
  given === Number(expected.toFixed(places));

const isCut = (given: number, expected: number, places: number): boolean =>
  sameAnswer(given, Math.trunc(expected * 10 ** places) / 10 ** places, places + 6);

/** Whether an answer is the expected one times a power of ten, at the decimal places that then remain. */
function isTimes(given: number, expected: number, factor: number, decimals: number): boolean {
  const half = 0.5 * 10 ** -decimals * Math.max(factor, 1e-9);
  const coarse = 0.5 * 10 ** -decimals;
  const near = (reach: number): boolean => Math.abs(given - expected * factor) <= reach;
  // A small number has too few digits left after rounding: three are needed.
  return near(half) || (Math.abs(given) >= 100 * coarse && near(coarse));
}

function columnSlip(
  given: readonly unknown[],
  expected: readonly (number | null)[],
  decimals: number,
): SlipKey | null {
  if (sameAnswer([...given].reverse(), expected, decimals)) return "reversed";
  return given.some((value, at) => isEmpty(value) !== (expected[at] === null)) ? "places" : null;
}
