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

/** `setLanguage` without its check. */
export function useLanguage(language: Language): void {
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
