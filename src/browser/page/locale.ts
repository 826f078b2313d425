/** Begins every page: its language, and the texts of no other. */
import { useLanguage } from "../../base/language.js";
import { putTexts } from "./put-texts.js";

export const language = document.documentElement.lang;
export const root = document.body.dataset.root!;
export const assets = `${root}assets/`;

await putTexts(assets, language);
useLanguage(language);
// Says that nothing runs yet, nor ever in a page opened as a file.
document.getElementById("as-file")?.remove();
