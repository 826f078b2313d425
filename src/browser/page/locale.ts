/** The texts of the page's language, and of no other, put where `text` looks for them. */
import { localeFile } from "../../base/language.js";
import words from "../../../data/words.json";
import { dataPath } from "../../base/project.js";
import { putFile, ROOT } from "../node/files.js";

const language = document.documentElement.lang;
const answer = await fetch(`${document.body.dataset.root}assets/${language}.json`);
putFile(`${ROOT}/package.json`, "{}");
putFile(dataPath("words.json"), JSON.stringify(words));
putFile(localeFile(language), await answer.text());
