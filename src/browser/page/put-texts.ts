import python from "../../../data/python.json";
import words from "../../../data/words.json";
import { localeFile, type Language } from "../../base/language.js";
import { dataPath } from "../../base/project.js";
import { putFile, ROOT } from "../node/files.js";

/** What modules in a page or its worker read of the project: its root, the words of files, the texts of one language. */
export async function putTexts(assets: string, language: Language): Promise<void> {
  putFile(`${ROOT}/package.json`, "{}");
  putFile(dataPath("words.json"), JSON.stringify(words));
  putFile(dataPath("python.json"), JSON.stringify(python));
  putFile(localeFile(language), await (await fetch(`${assets}${language}.json`)).text());
}
