import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.js";

/** A language by its code: "en", "kk", "ru", or that of another file in locales/. */
export type Language = string;

let known: readonly Language[] | undefined;
let current: Language | undefined;

/** The file that holds a language's texts. */
export const localeFile = (language: Language): string => join(projectRoot(), "locales", `${language}.json`);

/** The languages that locales/ has texts in, by their codes. */
export function languages(): readonly Language[] {
  const files = (): string[] => readdirSync(join(projectRoot(), "locales"));
  return (known ??= files().flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : [])));
}

/**
 * The language that a kernel begins with, so that one set of code cells serves all languages: the environment variable
 * EGOV_KZ_LANGUAGE, else the name of the folder that it runs in, which is the notebook's (notebooks/kk, notebooks/ru).
 */
function languageOfPlace(): Language {
  // A page in a browser has no process.
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  const folder = process?.cwd?.().split(/[/\\]/).at(-1);
  const named = process?.env?.EGOV_KZ_LANGUAGE || folder;
  return languages().find((language) => language === named) ?? "en";
}

/** Words by key, in English, Kazakh and Russian. */
export type Labels = Readonly<Record<string, readonly [en: string, kk: string, ru: string]>>;
const words: Record<string, Labels[string]> = {};
/** In which labels and messages have their words. */
const ORDER: readonly Language[] = ["en", "kk", "ru"];

/** Says the words for keys; who draws tables and figures brings them along. */
export function addLabels(labels: Labels): void {
  Object.assign(words, labels);
}

/**
 * Chooses the language of all labels that `show` and the figures write from now on, and of errors' messages.
 * @throws RangeError for a language that locales/ does not have
 * @example
 * setLanguage("kk");
 */
export function setLanguage(language: Language): void {
  if (!languages().includes(language))
    throw new RangeError(worded`setLanguage requires "kk", "ru" or "en", got ${JSON.stringify(language)}`);
  current = language;
}

/** The language that labels are written in at present; English unless the place or `setLanguage` says otherwise. */
export function getLanguage(): Language {
  return (current ??= languageOfPlace());
}

/**
 * The words for `key` in the present language; `key` itself where none are known,
 * so that names which need no translation (EGDI, OSI, a country) pass through. "Correlations: Estonia" and
 * "OSI, published" are translated part by part.
 * @example
 * label("year"); // "Year"
 */
export function label(key: string): string {
  const found = words[key];
  if (found) return found[ORDER.indexOf(getLanguage())] ?? found[0];
  const separator = [": ", ", "].find((one) => key.includes(one));
  return separator === undefined ? key : key.split(separator).map(label).join(separator);
}

/** Messages in Kazakh and Russian by their English, with `{}` there for each value, and here `{0}`, `{1}` in any order. */
export type Messages = Readonly<Record<string, readonly [kk: string, ru: string]>>;
const messages: Record<string, Messages[string]> = {};

/** Says how messages are translated; without that they are in English. */
export function addMessages(texts: Messages): void {
  Object.assign(messages, texts);
}

const translationOf = (english: string): string | undefined =>
  messages[english]?.[ORDER.indexOf(getLanguage()) - 1];

/** A message without values in the present language; itself where none is known. */
export const wordsOf = (english: string): string => translationOf(english) ?? english;

/**
 * A message in the present language, for what a function throws.
 * @example throw new RangeError(worded`${caller} requires ${name} of length ${rows}, got ${length}`);
 */
export function worded(parts: readonly string[], ...values: readonly unknown[]): string {
  const found = getLanguage() === "en" ? undefined : translationOf(parts.join("{}"));
  return found === undefined
    ? String.raw({ raw: parts }, ...values)
    : found.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)]));
}

/** Numbers in a text with the present language's decimal mark, a comma in Kazakh and Russian. */
export function withDecimalMark(text: string): string {
  return getLanguage() === "en" ? text : text.replace(/(?<=\d)\.(?=\d)/g, ",");
}

/** What a file says in several languages, in the present one; in English where it lacks that. */
export function inLanguage(texts: { en: string } & Partial<Record<Language, string>>): string {
  return texts[getLanguage()] ?? texts.en;
}

/**
 * Texts that a module says, in every language: a text that one language lacks does not compile.
 * The result is called when the text is needed, since the language can change.
 * @example
 * const text = translated({ en: { gap: "gap" }, kk: { gap: "айырма" }, ru: { gap: "разность" } });
 * text().gap; // "gap"
 */
export function translated<T>(texts: { en: T; kk: NoInfer<T>; ru: NoInfer<T> }): () => T {
  return () => texts[getLanguage() as "en"] as T;
}
