/** Option values from the command line; an invalid one is rejected with a sentence. */
import { InvalidArgumentError } from "commander";

/** A number that `fits`, or the message that it must be `what`. */
const number =
  (what: string, fits: (value: number) => boolean) =>
  (text: string): number => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!fits(value)) throw new InvalidArgumentError(`it must be ${what}`);
    return value;
  };

export const positive = number("a number above 0", (value) => value > 0);
export const fromZero = number("a number from 0", (value) => value >= 0);

const whole = number("a whole number", Number.isInteger);
export const wholeNumber = (text: string): number => whole(String(positive(text)));

/** @param first 0 where the system may choose the port */
export const port = (first: 0 | 1): ((text: string) => number) =>
  number(
    `a whole number from ${first} to 65535`,
    (value) => Number.isInteger(value) && value >= first && value <= 65535,
  );

/** NAME=VALUE, possibly repeated. */
export function pair(text: string, before: Record<string, string> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("it must be NAME=VALUE");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}
