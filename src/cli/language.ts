import { Option } from "commander";
import { languages, type Language } from "../base/language.js";

/** The option `--language`; `of` says what it applies to. */
export function languageOption(of: string): Option {
  return new Option("--language <language>", of).choices(languages()).default("en");
}

/** The folder of a language's notebooks, below the English ones. */
export function languageFolder(language: Language): string {
  return language === "en" ? "" : language;
}
