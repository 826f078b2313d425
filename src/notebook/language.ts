import { describeValue } from "../check.js";
import { LABELS } from "./labels.js";

/** Kazakh, Russian or English. */
export type Language = "kk" | "ru" | "en";

const ORDER: readonly Language[] = ["en", "kk", "ru"];
let current: Language = "en";

/**
 * Chooses the language of all labels that `show` and the figures write from now on.
 * @throws RangeError for anything but "kk", "ru" or "en".
 * @example
 * setLanguage("kk");
 */
export function setLanguage(language: Language): void {
  if (!ORDER.includes(language))
    throw new RangeError(`setLanguage requires "kk", "ru" or "en", got ${describeValue(language)}`);
  current = language;
}

/** The language that labels are written in at present; English unless `setLanguage` was called. */
export function getLanguage(): Language {
  return current;
}

/**
 * The words for `key` in the present language; `key` itself where none are known,
 * so that names which need no translation (EGDI, OSI, a country) pass through.
 * @example
 * label("year"); // "Edition"
 */
export function label(key: string): string {
  return LABELS[key]?.[ORDER.indexOf(current)] ?? key;
}
