import i18next, { type i18n } from "i18next";
import { readFileSync } from "node:fs";
import { getLanguage, languages, localeFile, useLanguage, type Language } from "./language.js";

let texts: i18n | undefined;

/** Loads locales/<language>.json on first use. */
function loaded(language: string): i18n {
  if (!texts) {
    texts = i18next.createInstance();
    // Keys may contain dots, colons and plain English; values are never looked up in turn.
    void texts.init({
      resources: {},
      defaultNS: "texts",
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      initAsync: false,
    });
  }
  if (!texts.hasResourceBundle(language, "texts"))
    texts.addResourceBundle(language, "texts", JSON.parse(readFileSync(localeFile(language), "utf8")));
  return texts;
}

/** Values for a text's `{{name}}` placeholders. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Returns the text of `key` in the current language. The files in locales/ have flat keys, `{{name}}` placeholders, and
 * the suffixes `_one`, `_few`, `_many`, `_other` for forms that depend on `count`.
 * @example
 * text("reason.agrees", { said });
 */
export function text(key: string, values: Values = {}): string {
  const lng = getLanguage();
  if (values["count"] !== undefined) {
    const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    return loaded(lng).t(key, { lng, replace, count: values["count"] as number });
  }
  // i18next takes 25 µs per text, and a report on thirty thousand numbers needs hundreds of thousands.
  const known = templates.get(`${lng} ${key}`) ?? loaded(lng).t(key, { lng, skipInterpolation: true });
  templates.set(`${lng} ${key}`, known);
  return known.replace(/\{\{(\w+)\}\}/g, (all, name: string) =>
    name in values ? String(values[name]) : all,
  );
}

/** Whether locales/ has a text for a key. */
export function hasText(key: string): boolean {
  const lng = getLanguage();
  return loaded(lng).exists(key, { lng });
}

/** Texts by language and key, before their values are filled in. */
const templates = new Map<string, string>();

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
  if (!languages().includes(language))
    throw new RangeError(
      text("error.setLanguage", {
        known: languages()
          .map((one) => `"${one}"`)
          .join(", "),
        got: JSON.stringify(language),
      }),
    );
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
