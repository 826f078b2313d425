import i18next from "i18next";
import { readFileSync } from "node:fs";
import { getLanguage, LANGUAGES } from "./language.js";

/** What stands in locales/<language>.json: flat keys, `{{name}}` for a value, `_one`, `_few` ... for plurals by `count`. */
const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8"));

const texts = i18next.createInstance();
void texts.init({
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { texts: read(language) }])),
  fallbackLng: "en",
  defaultNS: "texts",
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/**
 * The text of `key` in the present language.
 * @example
 * text("reason.agrees", { said });
 */
export function text(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  return texts.t(key, { ...values, lng: getLanguage() });
}
