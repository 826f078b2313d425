import type { Answer } from "./exercise.js";
import { sameAnswer } from "./same-answer.js";

/**
 * What is wrong with the form of an answer, before its value is looked at; null where the form is right.
 * It is said after "This looks like".
 */
export function wrongForm(given: unknown, expected: Answer): string | null {
  if (given === undefined || given === null || Number.isNaN(given))
    return "an empty value, where an answer is asked";
  if (typeof expected === "number" && typeof given === "string")
    return "text, where a number is asked: leave out the quotation marks, and write a decimal dot";
  if (Array.isArray(expected)) {
    if (!Array.isArray(given)) return "a single value, where a whole column is asked";
    if (given.length !== expected.length)
      return "a column of another length: each edition needs its place, empty ones too";
  } else if (Array.isArray(given)) return "a whole column, where a single value is asked";
  if (typeof given !== typeof expected) return `a ${typeof given}, where a ${typeof expected} is asked`;
  return null;
}

/** A slip that can happen in any exercise; null where the answer shows none of them. */
export function usualMistake(given: unknown, expected: Answer, decimals: number): string | null {
  if (Array.isArray(expected)) return columnMistake(given as (number | null)[], expected, decimals);
  if (typeof expected !== "number") return null;
  const number = given as number;
  if (sameAnswer(-number, expected, decimals)) return "the right size with the wrong sign";
  for (const factor of [10, 100, 1000]) {
    const slip =
      factor === 100
        ? "a factor of a hundred away: a fraction where per cent is asked, or the other way round"
        : "a decimal slip: the digits are right, the point is not";
    if (sameAnswer(number * factor, expected, decimals)) return slip;
    if (Math.abs(number / factor - expected) <= (0.5 * 10 ** -decimals) / factor) return slip;
  }
  const near = 10 * 10 ** -decimals;
  if (decimals > 0 && Math.abs(number - expected) <= near)
    return "the right method with the last digits off: round only once, at the end";
  return null;
}

function columnMistake(
  given: readonly (number | null)[],
  expected: readonly (number | null)[],
  decimals: number,
): string | null {
  if (sameAnswer([...given].reverse(), expected, decimals)) return "the right values in reversed order";
  if (given.some((value, at) => (value === null) !== (expected[at] === null)))
    return "a column that is empty in other places than it should be: ask for which editions the window is complete";
  return null;
}
