/** Option values from the command line; an invalid one is rejected with a sentence. */
import { InvalidArgumentError } from "commander";

export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("it must be a number above 0");
  return value;
}

export function wholeNumber(text: string): number {
  const value = positive(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError("it must be a whole number");
  return value;
}

export function fromZero(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0)) throw new InvalidArgumentError("it must be a number from 0");
  return value;
}

/** NAME=VALUE, possibly repeated. */
export function pair(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("it must be NAME=VALUE");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
