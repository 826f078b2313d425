import i18next, { type i18n } from "i18next";
import { readFileSync } from "node:fs";
import { getLanguage, languages, localeFile, useLanguage, type Language } from "./language.js";

let texts: i18n | undefined;

/** Reads locales/<language>.json when the language is first asked for. */
function loaded(language: string): i18n {
  if (!texts) {
    texts = i18next.createInstance();
    // A key may hold dots, colons and plain English; what a value holds is never looked up in turn.
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

/** What stands for the `{{name}}` of a text. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * The text of `key` in the present language: locales/en.json and its like hold flat keys, `{{name}}` for a value, and
 * `_one`, `_few`, `_many`, `_other` for what depends on `count`.
 * @example
 * text("reason.agrees", { said });
 */
export function text(key: string, values: Values = {}): string {
  const lng = getLanguage();
  if (values["count"] !== undefined) {
    const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    return loaded(lng).t(key, { lng, replace, count: values["count"] as number });
  }
  // i18next takes 25 µs a text, which a report of thirty thousand numbers has by the hundred thousand.
  const known = templates.get(`${lng} ${key}`) ?? loaded(lng).t(key, { lng, skipInterpolation: true });
  templates.set(`${lng} ${key}`, known);
  return known.replace(/\{\{(\w+)\}\}/g, (all, name: string) =>
    name in values ? String(values[name]) : all,
  );
}

/** Whether locales/ has a text. */
export function hasText(key: string): boolean {
  const lng = getLanguage();
  return loaded(lng).exists(key, { lng });
}

/** Texts by language and key, their values not put in. */
const templates = new Map<string, string>();

/**
 * The words for a name that a table or a figure shows: a column, a row, a caption as English code says it, or the parts of
 * one; the name itself where locales/ has none, so that EGDI or a country passes through.
 * @example
 * label("year"); // "Year"
 * label(["EGDI", "Kazakhstan"]); // "EGDI: Kazakhstan", in the current language
 */
export function label(name: string | readonly string[]): string {
  if (typeof name !== "string") return name.map((part) => label(part)).join(": ");
  return hasText(`label.${name}`) ? text(`label.${name}`) : name;
}

/**
 * Sets the language of everything that `show`, figures and errors say from now on.
 * @throws RangeError for a language that locales/ does not have
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

/** What `work` comes to in a language; afterwards the present one is as before. */
export function withLanguage<T>(language: Language, work: () => T): T {
  const before = getLanguage();
  setLanguage(language);
  try {
    return work();
  } finally {
    setLanguage(before);
  }
}
