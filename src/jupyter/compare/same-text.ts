/** A number as notebooks print it: sign, decimal point or comma, exponent. */
const NUMBER = /([-+]?\d+(?:[.,]\d+)*(?:[eE][-+]?\d+)?)/;

/** What pads a printed table: its width follows the digits of its numbers. */
const PADDING = /[ \t─━═-]+/g;

/**
 * Whether two texts say the same: numbers within a relative tolerance, whole numbers and all else exact. Where a number is written
 * differently though equal, the padding around it may differ as well.
 *
 * @param tolerance relative to the larger of two numbers, 0 or more
 * @example sameText("r = 0.98400000000001", "r = 0.984", 1e-9) // true
 */
export function sameText(stored: string, fresh: string, tolerance: number): boolean {
  if (stored === fresh) return true;
  const [a, b] = [stored.split(NUMBER), fresh.split(NUMBER)];
  if (a.length !== b.length) return false;
  const isNumber = (at: number) => at % 2 === 1;
  const rewritten = a.some((part, at) => isNumber(at) && part !== b[at]);
  return a.every((part, at) => {
    const other = b[at]!;
    if (part === other) return true;
    if (isNumber(at)) return sameFigures(part, other, tolerance);
    return rewritten && part.replace(PADDING, " ") === other.replace(PADDING, " ");
  });
}

/** Whether two numbers differ by at most `tolerance` of the larger, whole numbers not at all; NaN equals NaN. */
export function sameNumber(stored: number, fresh: number, tolerance: number): boolean {
  if (stored === fresh || (Number.isNaN(stored) && Number.isNaN(fresh))) return true;
  if (Number.isSafeInteger(stored) && Number.isSafeInteger(fresh)) return false;
  return Math.abs(stored - fresh) <= tolerance * Math.max(Math.abs(stored), Math.abs(fresh));
}

/** A single comma or point is the decimal one; with several ("1.0.22") it is no number, and must be the same text. */
function sameFigures(stored: string, fresh: string, tolerance: number): boolean {
  // Also where there are more digits than a number holds.
  if ([stored, fresh].every((text) => /^[-+]?\d+$/.test(text))) return BigInt(stored) === BigInt(fresh);
  const [a, b] = [stored, fresh].map((text) => Number(text.replace(",", ".")));
  return !Number.isNaN(a) && sameNumber(a!, b!, tolerance);
}
