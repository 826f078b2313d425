import { translated } from "../../base/language.js";

/** One text in English, Kazakh and Russian. */
export type Words = readonly [en: string, kk: string, ru: string];

/** The text in the present language. */
export function say([en, kk, ru]: Words): string {
  return translated({ en, kk, ru })();
}
