import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.js";

/** A language code: "en", "kk", "ru", or that of another file in locales/. */
export type Language = string;

let known: readonly Language[] | undefined;
let current: Language | undefined;

/** The path of a language's file in locales/. */
export const localeFile = (language: Language): string => join(projectRoot(), "locales", `${language}.json`);

/** The folder of a language's notebooks and pages, below that of the English ones. */
export const folderOf = (language: Language): string => (language === "en" ? "" : language);

/** The codes of the languages in locales/. */
export function languages(): readonly Language[] {
  const files = (): string[] => readdirSync(join(projectRoot(), "locales"));
  return (known ??= files().flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -5)] : [])));
}

/**
 * The language that a kernel starts with, so that one set of code cells serves all languages: the environment variable
 * EGOV_KZ_LANGUAGE, or else the name of the working folder, which is the notebook's (notebooks/kk, notebooks/ru).
 */
function languageOfPlace(): Language {
  // A page in a browser has no process.
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  const folder = process?.cwd?.().split(/[/\\]/).at(-1);
  const named = process?.env?.EGOV_KZ_LANGUAGE || folder;
  return languages().find((language) => language === named) ?? "en";
}

/** `setLanguage` without its check. */
export function useLanguage(language: Language): void {
  current = language;
}

/** The current language; English unless the working folder or `setLanguage` says otherwise. */
export function getLanguage(): Language {
  return (current ??= languageOfPlace());
}

/** Writes the numbers in a text with the current language's decimal mark, a comma in Kazakh and Russian. */
export function withDecimalMark(text: string): string {
  return getLanguage() === "en" ? text : text.replace(/(?<=\d)\.(?=\d)/g, ",");
}

/** Picks a text in the current language, or in English if it lacks that; a plain string is returned unchanged. */
export function inLanguage(texts: string | ({ en: string } & Partial<Record<Language, string>>)): string {
  return typeof texts === "string" ? texts : (texts[getLanguage()] ?? texts.en);
}
