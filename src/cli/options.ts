/** Options that several commands have, and values of options; an invalid one is rejected with a sentence. */
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { folderOf, languages, type Language } from "../base/language.js";
import { projectRoot } from "../base/project.js";

/** The option `--language`; `of` says what it applies to. */
export const languageOption = (of: string) =>
  new Option("--language <language>", of).choices(languages()).default("en");

/** The paths of a language's notebooks, in order. */
export const notebooksIn = (language: Language): string[] =>
  globSync("*.ipynb", {
    cwd: join(projectRoot(), "notebooks", folderOf(language)),
    absolute: true,
  }).sort();

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
export const port = (first: 0 | 1) =>
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
