import { Option } from "commander";
import { join } from "node:path";
import { languages, type Language } from "../base/language.js";
import { projectRoot } from "../base/project.js";

/** The option `--language`; `of` says what it applies to. */
export function languageOption(of: string): Option {
  return new Option("--language <language>", of).choices(languages()).default("en");
}

/** The folder of a language's notebooks. */
export const notebooksFolder = (language: Language): string =>
  join(projectRoot(), "notebooks", languageFolder(language));

/** Its path below the folder of the English ones. */
export function languageFolder(language: Language): string {
  return language === "en" ? "" : language;
}
