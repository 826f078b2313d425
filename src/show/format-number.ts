/** The decimal places that show a column of numbers without noise: as many as its values need, at most four. */
export function neededDecimals(values: readonly number[]): number {
  const needed = values.map((value) => {
    const [mantissa, exponent] = Number(value.toPrecision(12)).toExponential().split("e");
    return (mantissa!.split(".")[1]?.length ?? 0) - Number(exponent);
  });
  return needed.reduce((most, one) => Math.min(4, Math.max(most, one)), 0);
}

/**
 * Formats a number for a table with `decimals` places, or in scientific notation if these would show a nonzero number
 * as zero.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return String(value);
  const text = value.toFixed(decimals);
  return value !== 0 && Number(text) === 0 ? value.toExponential(2) : text;
}

/** Where each group of three digits begins in the whole part of `text` ("1234567.5" -> [1, 4]); none below 10 000. */
export function thousandsBreaks(text: string): number[] {
  const [whole = ""] = /^-?\d{5,}(?=[.,]|$)/.exec(text) ?? [];
  const breaks: number[] = [];
  for (let at = whole.length - 3; at > (text.startsWith("-") ? 1 : 0); at -= 3) breaks.unshift(at);
  return breaks;
}

/**
 * The ranges [from, to) of `text` whose digits differ from those at the same decimal places of `other`.
 * @example
 * differingDigits("0.8775", "0.7597"); // [[2, 6]]
 */
export function differingDigits(text: string, other: string): [number, number][] {
  const pointOf = (of: string): number => /^[^.,]*/.exec(of)![0].length;
  const offset = pointOf(text) - pointOf(other);
  const stretches: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const there = other[at - offset] ?? "";
    if (text[at] === there || (/[.,]/.test(text[at]!) && /[.,]/.test(there))) continue;
    const last = stretches.at(-1);
    if (last && last[1] === at) last[1] = at + 1;
    else stretches.push([at, at + 1]);
  }
  return stretches;
}
