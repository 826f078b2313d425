import type { Finding, Verdict } from "./claim.js";
import { CHANCE_LIMIT, explanationText, type Explanation } from "./explain.js";
import type { Interval } from "./interval.js";

export function finding(verdict: Verdict, recomputed: Finding["recomputed"], reason: string): Finding {
  return { verdict, recomputed, reason };
}

export const notAvailable = (what: string): Finding =>
  finding("source not available", null, `No published figure was found for ${what}.`);

/**
 * What is found where a printed number is not the published one: `mislabelled` when it is, beyond chance, another
 * published figure; `differs from source` otherwise, a match that chance can explain told as a fact.
 */
export function notPublished(recomputed: number, sentence: string, explanation: Explanation | null): Finding {
  if (explanation === null)
    return finding("differs from source", recomputed, `${sentence}; no other figure searched equals it.`);
  const verdict = explanation.chance < CHANCE_LIMIT ? "mislabelled" : "differs from source";
  return finding(verdict, recomputed, `${sentence}; ${explanationText(explanation)}`);
}

/** A number with so many decimals, for a sentence. */
export function text(value: number, decimals: number): string {
  return value.toFixed(decimals).replace("-", "−");
}

/** An interval with two digits more than the paper prints. */
export function intervalText([low, high]: Interval, decimals: number): string {
  return `${text(low, decimals + 2)} to ${text(high, decimals + 2)}`;
}

/** A difference with its sign. */
export function signed(value: number, decimals: number): string {
  return `${value > 0 ? "+" : ""}${text(value, decimals)}`;
}
