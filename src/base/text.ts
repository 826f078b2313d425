import { readFileSync } from "node:fs";
import { getLanguage, languages, localeFile, useLanguage, type Language } from "./language.js";

interface Texts {
  byKey: Readonly<Record<string, string>>;
  plurals: Intl.PluralRules;
}
const known = new Map<Language, Texts>();

/** Loads locales/<language>.json on first use. */
function textsIn(language: Language): Texts {
  let texts = known.get(language);
  if (texts === undefined) {
    const byKey = JSON.parse(readFileSync(localeFile(language), "utf8")) as Texts["byKey"];
    known.set(language, (texts = { byKey, plurals: new Intl.PluralRules(language) }));
  }
  return texts;
}

/** Values for a text's `{{name}}` placeholders. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the text of `key` in the current language. The files in locales/ have flat keys, `{{name}}` placeholders, and
 * the suffixes `_zero`, `_one`, `_few`, `_many`, `_other` for forms that depend on `count`.
 * @example
 * text("reason.agrees", { said });
 */
export function text(key: string, values: Values = {}): string {
  const { byKey, plurals } = textsIn(getLanguage());
  const { count } = values;
  const forms =
    count === undefined ? [] : [...(count === 0 ? ["zero"] : []), plurals.select(Number(count)), "other"];
  const form = forms.map((one) => `${key}_${one}`).find((one) => one in byKey) ?? key;
  return (byKey[form] ?? key).replace(/\{\{(\w+)\}\}/g, (all, name: string) =>
    name in values ? String(values[name]) : all,
  );
}

/** Whether locales/ has a text for a key. */
export const hasText = (key: string): boolean => key in textsIn(getLanguage()).byKey;

/**
 * Translates a name shown in a table or figure (a column, row or caption as written in English code, or the parts of
 * one); names that locales/ lacks, such as EGDI or a country, are returned unchanged.
 * @example
 * label("year"); // "Year"
 * label(["EGDI", "Kazakhstan"]); // "EGDI: Kazakhstan", in the current language
 */
export function label(name: string | readonly string[]): string {
  if (typeof name !== "string") return name.map((part) => label(part)).join(": ");
  return hasText(`label.${name}`) ? text(`label.${name}`) : name;
}

/**
 * Sets the language of `show`, figures and errors from now on.
 * @throws RangeError on a language that locales/ lacks
 * @example
 * setLanguage("kk");
 */
export function setLanguage(language: Language): void {
  if (!languages().includes(language)) {
    const known = languages().map((one) => `"${one}"`);
    throw new RangeError(
      text("error.setLanguage", { known: known.join(", "), got: JSON.stringify(language) }),
    );
  }
  useLanguage(language);
}

/** Runs `work` in a language and returns its result; then restores the current language. */
export function withLanguage<T>(language: Language, work: () => T): T {
  const before = getLanguage();
  setLanguage(language);
  try {
    return work();
  } finally {
    setLanguage(before);
  }
}
